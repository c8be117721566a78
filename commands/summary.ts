// The channel's pinned summary of the article: preview it, post it, update it, delete it.
import { z } from 'zod';
import {
  type Act,
  type Context,
  defineCommand,
  defineCommandGroup,
  type Reply,
  SECTIONS,
  type StoredRequest,
  summaryBlocks,
} from '#bot';

const NAMES = Object.keys(SECTIONS);

const chosen = {
  options: z.object({
    sections: z
      .string()
      .refine((typed) => listed(typed).length > 0 && unknownIn(typed).length === 0, {
        error: ({ input }) =>
          `There is no section "${unknownIn(String(input)).join(', ')}". There are: ${NAMES.join(', ')}.`,
      })
      .optional()
      .describe(`Which sections, such as: ${NAMES.slice(0, 3).join(', ')}; all of them by default`),
  }),
  suggest: {
    sections: (typed: string) => suggestSections(typed).map((name) => ({ name, value: name })),
  },
};

export default defineCommandGroup({
  description: "This channel's pinned summary of the article",
  requires: 'PinMessages',
  subcommands: {
    post: defineCommand({
      description: 'Post the summary in this channel and pin it, or replace the one that is pinned',
      ...chosen,
      run: ({ sections }, context) => summaryReply(chosenBy(sections), context, { kind: 'publish' }),
    }),
    preview: defineCommand({
      description: 'Look at the summary before you post it; only you see it',
      ...chosen,
      run({ sections }, { desk }) {
        const names = chosenBy(sections);
        return {
          blocks: [
            { kind: 'note', text: 'Preview: only you see it.' },
            ...summaryBlocks(desk.knowledge, names),
          ],
          buttons: [{ label: 'Post and pin', request: posting(names) }],
          shareable: false,
        };
      },
    }),
    update: defineCommand({
      description: 'Bring the pinned summary up to date; it keeps its sections',
      options: z.object({}),
      run: (_, context) => summaryReply(NAMES, context, { kind: 'publish', remakeBy: POST }),
    }),
    remove: defineCommand({
      description: "Delete this channel's summary",
      options: z.object({}),
      run: () => ({ blocks: [], act: { kind: 'unpublish' } }),
    }),
  },
});

const POST = 'summary post';

/** The request that posts or replaces the summary with these sections. */
const posting = (names: readonly string[]): StoredRequest => ({
  command: POST,
  options: { sections: names.join(',') },
});

function summaryReply(names: readonly string[], { desk }: Context, act: Act): Reply {
  const more = names.flatMap((name) => SECTIONS[name]?.more ?? []);
  return {
    blocks: summaryBlocks(desk.knowledge, names),
    buttons: [
      ...more.map((command) => ({ label: `More: ${command}`, request: { command, options: {} } })),
      { label: 'Update', request: posting(names) },
    ],
    act,
  };
}

/** The sections that are typed, in the summary's order; all of them if none is. */
const chosenBy = (typed: string | undefined) =>
  typed === undefined ? NAMES : NAMES.filter((name) => listed(typed).includes(name));

const unknownIn = (typed: string) => listed(typed).filter((name) => !NAMES.includes(name));

/** The typed names, separated by commas or spaces. */
const listed = (typed: string) =>
  typed
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

/** The sections that are typed so far, followed by each that may come next. */
function suggestSections(typed: string): string[] {
  const words = listed(typed);
  const last = /[\s,]$/.test(typed) ? '' : (words.pop() ?? '');
  const names = words.filter((word) => NAMES.includes(word));
  const next = NAMES.filter((name) => name.startsWith(last) && !names.includes(name));
  return next.map((name) => [...names, name].join(', '));
}
