// The channel's pinned summary of the article: look at it and choose its sections, post it, update it, delete it.
import { z } from 'zod';
import {
  type Act,
  type Context,
  channelOption,
  chosenSections,
  defineCommand,
  defineCommandGroup,
  inChannel,
  nameSections,
  notice,
  type Reply,
  type StoredRequest,
  sectionContent,
  storedOption,
  summaryBlocks,
  summarySections,
} from '#bot';

const POST = 'summary post';
const PREVIEW = 'summary preview';
const UPDATE = 'summary update';
const REMOVE = 'summary remove';

/** Where, if not in the channel where the command is used. */
const channel = channelOption.optional().describe('Another channel; this one by default');

export default defineCommandGroup({
  description: "This channel's pinned summary of the article",
  requires: 'PinMessages',
  subcommands: {
    post: defineCommand({
      description: 'Post the summary and pin it, or replace the one that is pinned',
      options: z.object({ channel, sections: storedOption }),
      run: ({ channel, sections }, context) =>
        summaryReply(sections, context, { kind: 'publish', channelId: channel }),
    }),
    preview: defineCommand({
      description: 'Choose the sections and look at the summary before you post it; only you see it',
      inPlace: true,
      options: z.object({ channel, sections: storedOption }),
      run({ channel, sections }, { desk: { knowledge }, host }) {
        const chosen = chosenSections(sections, knowledge);
        if (chosen.length === 0) return NO_SECTION;
        return {
          blocks: [
            ...inChannel(channel),
            { kind: 'note', text: 'Preview: only you see it.' },
            ...summaryBlocks(knowledge, chosen, host.version),
          ],
          menu: {
            label: 'Sections',
            option: 'sections',
            request: requestFor(PREVIEW, { channel }),
            choices: summarySections(knowledge).map(({ id, title }) => ({
              name: title,
              value: id,
              isChosen: chosen.some((section) => section.id === id),
            })),
          },
          buttons: [
            {
              label: 'Post and pin',
              request: requestFor(POST, { channel, sections: nameSections(chosen) }),
            },
          ],
          shareable: false,
          act: { kind: 'ask before', next: 'publish', channelId: channel },
        };
      },
    }),
    update: defineCommand({
      description: 'Bring the pinned summary up to date; it keeps its sections',
      options: z.object({ channel, sections: storedOption }),
      run: ({ channel, sections }, context) =>
        summaryReply(sections, context, {
          kind: 'publish',
          channelId: channel,
          onlyUpdate: true,
          ...(sections === undefined && { remakeBy: [UPDATE, POST] }),
        }),
    }),
    remove: defineCommand({
      description: "Delete the channel's summary, after asking you",
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
    { kind: 'text', text: 'It disappears for everyone. You can post it again at any time.' },
  ],
  buttons: [{ label: 'Delete it', request: requestFor(REMOVE, { channel, confirmed: 'yes' }) }],
  shareable: false,
  act: { kind: 'ask before', next: 'unpublish', channelId: channel },
});

const NO_SECTION = notice('That section is gone. Choose from the menu of /summary preview.');

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

/** @param given the sections, as a menu or a button gives them */
function summaryReply(given: string | undefined, { desk: { knowledge }, host }: Context, act: Act): Reply {
  const sections = chosenSections(given, knowledge);
  if (sections.length === 0) return NO_SECTION;
  const more = new Set(sections.flatMap((section) => sectionContent(section, knowledge).more));
  return {
    blocks: summaryBlocks(knowledge, sections, host.version),
    buttons: [
      ...[...more].map((command) => ({ label: `More: ${command}`, request: { command, options: {} } })),
      { label: 'Update', request: requestFor(UPDATE, { sections: nameSections(sections) }) },
    ],
    act,
  };
}
