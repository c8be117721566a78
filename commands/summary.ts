// The channel's pinned summary of the article: look at it and choose its sections, post it, update it, delete it.
import { z } from 'zod';
import {
  type Act,
  type Context,
  channelOption,
  defineCommand,
  defineCommandGroup,
  inChannel,
  type Reply,
  SECTIONS,
  type StoredRequest,
  storedOption,
  summaryBlocks,
} from '#bot';

const NAMES = Object.keys(SECTIONS);
const POST = 'summary post';
const PREVIEW = 'summary preview';
const UPDATE = 'summary update';
const REMOVE = 'summary remove';

/** Which sections, joined by commas: the menu of the preview gives them, and the buttons keep them. */
const sections = storedOption.refine(
  (given) => given === undefined || (listed(given).length > 0 && unknownIn(given).length === 0),
  {
    error: ({ input }) =>
      `There is no section "${unknownIn(String(input)).join(', ')}". Choose some from the menu.`,
  },
);

/** Where, if not in the channel where the command is used. */
const channel = channelOption.optional().describe('Another channel; if left out, this one');

export default defineCommandGroup({
  description: "This channel's pinned summary of the article",
  requires: 'PinMessages',
  subcommands: {
    post: defineCommand({
      description: 'Post the summary and pin it, or replace the one that is pinned',
      options: z.object({ channel, sections }),
      run: ({ channel, sections }, context) =>
        summaryReply(chosenBy(sections), context, { kind: 'publish', channelId: channel }),
    }),
    preview: defineCommand({
      description: 'Choose the sections and look at the summary before you post it; only you see it',
      inPlace: true,
      options: z.object({ channel, sections }),
      run({ channel, sections }, { desk, host }) {
        const names = chosenBy(sections);
        return {
          blocks: [
            ...inChannel(channel),
            { kind: 'note', text: 'Preview: only you see it.' },
            ...summaryBlocks(desk.knowledge, names, host.version),
          ],
          menu: {
            label: 'Sections',
            option: 'sections',
            request: requestFor(PREVIEW, { channel }),
            choices: Object.entries(SECTIONS).map(([value, { title }]) => ({
              name: title,
              value,
              isChosen: names.includes(value),
            })),
          },
          buttons: [
            { label: 'Post and pin', request: requestFor(POST, { channel, sections: names.join() }) },
          ],
          shareable: false,
        };
      },
    }),
    update: defineCommand({
      description: 'Bring the pinned summary up to date; it keeps its sections',
      options: z.object({ channel, sections }),
      run: ({ channel, sections }, context) =>
        summaryReply(chosenBy(sections), context, {
          kind: 'publish',
          channelId: channel,
          onlyUpdate: true,
          ...(sections === undefined && { remakeBy: [UPDATE, POST] }),
        }),
    }),
    remove: defineCommand({
      description: "Delete the channel's summary; you are asked first",
      options: z.object({ channel, confirmed: storedOption }),
      run: ({ channel, confirmed }) =>
        confirmed ? { blocks: [], act: { kind: 'unpublish', channelId: channel } } : confirm(channel),
    }),
  },
});

const confirm = (channel: string | undefined): Reply => ({
  blocks: [
    ...inChannel(channel),
    { kind: 'lead', text: "Delete this channel's summary?" },
    { kind: 'text', text: 'It is taken away for everyone. You can post it again at any time.' },
  ],
  buttons: [{ label: 'Delete it', request: requestFor(REMOVE, { channel, confirmed: 'yes' }) }],
  shareable: false,
});

/** A request for a command with those options that are given. */
const requestFor = (
  command: string,
  options: Readonly<Record<string, string | undefined>>,
): StoredRequest => ({
  command,
  options: Object.fromEntries(
    Object.entries(options).filter((option): option is [string, string] => option[1] !== undefined),
  ),
});

function summaryReply(names: readonly string[], { desk, host }: Context, act: Act): Reply {
  const more = names.flatMap((name) => SECTIONS[name]?.more ?? []);
  return {
    blocks: summaryBlocks(desk.knowledge, names, host.version),
    buttons: [
      ...more.map((command) => ({ label: `More: ${command}`, request: { command, options: {} } })),
      { label: 'Update', request: requestFor(UPDATE, { sections: names.join() }) },
    ],
    act,
  };
}

/** The sections that are given, in the summary's order; all of them if none is. */
const chosenBy = (given: string | undefined) =>
  given === undefined ? NAMES : NAMES.filter((name) => listed(given).includes(name));

const unknownIn = (given: string) => listed(given).filter((name) => !NAMES.includes(name));

const listed = (given: string) => given.split(',').filter(Boolean);
