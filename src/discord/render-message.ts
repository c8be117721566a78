// Turns a reply into a Components V2 message within Discord's limits.
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  channelMention,
  codeBlock,
  HeadingLevel,
  heading,
  hyperlink,
  MessageFlags,
  subtext,
  TimestampStyles,
  time,
  userMention,
} from 'discord.js';
import {
  altText,
  type Block,
  type Button,
  encode,
  encodeMenu,
  fitBlocks,
  type Menu,
  type Picture,
  type Reply,
  shorten,
  type Tone,
} from '../bot/index.ts';
import type { DrawnPicture } from './draw-pictures.ts';
import { escapeText } from './markup.ts';
import { LABEL_END, QUESTION_ID, STAMP_ID, UPDATED } from './read-own-message.ts';

/** Characters in all texts of a message together (Discord: Components, Text Display). */
const MAX_MESSAGE_TEXT = 4000;

/** Buttons in one row (Discord: Components, Action Row). */
const BUTTONS_A_ROW = 5;

/** With their rows, the container and three texts, these are 34 of the 40 components that a message may have. */
const MAX_BUTTONS = 25;

/** Characters of a picture's alt text (Discord: Components, Media Gallery). */
const ALT_LENGTH = 1024;

/** The colour of a card's edge. It only repeats what the texts say: ink where there is nothing to repeat. */
const INK = 0x3b5b7a;
const TONES: Record<Tone, number> = { positive: 0x2a8c55, negative: 0xd0393f, uncertain: 0xb9801e };

/** A text of a message, or part of one. */
interface Piece {
  text: string;
  /** The component id of a text that is a component of its own. */
  id?: number;
}

/** What the blocks of a reply become. */
type Part = APITextDisplayComponent | APIMediaGalleryComponent;

/**
 * The message for a reply, with every text escaped. It pings nobody but the members that it mentions. If it is too
 * long, whole items are left out. A picture takes the place of its block.
 *
 * The components are the JSON that Discord takes: the builders of discord.js check each field, which took longer than
 * all the rest of this.
 */
export function toMessage(reply: Reply, drawn: readonly DrawnPicture[] = []) {
  // Discord tells the files of a message apart by their names.
  const galleries = new Map<Picture, APIMediaGalleryComponent>();
  const files = drawn.map(({ picture, png }, at) => {
    const file = {
      attachment: png,
      name: `${at + 1}-${picture.kind}.png`,
      description: shorten(altText(picture), ALT_LENGTH),
    };
    galleries.set(picture, toGallery(file));
    return file;
  });
  const parts = fitBlocks(reply.blocks, (blocks) => toParts(blocks, galleries), fits);
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: reply.tone ? TONES[reply.tone] : INK,
    components: [
      ...parts,
      ...(reply.menu ? [toRow([toMenu(reply.menu)])] : []),
      ...toRows(toButtons(reply.buttons ?? [])),
    ],
  };
  return {
    components: [container],
    flags: MessageFlags.IsComponentsV2 as number,
    allowedMentions: { parse: [], users: reply.blocks.flatMap(mentioned) },
    files,
  };
}

/** A message as `toMessage` makes it. */
export type Rendered = ReturnType<typeof toMessage>;

/** The same message, for the member alone who sent the interaction. */
export const asEphemeral = (message: Rendered): Rendered => ({
  ...message,
  flags: message.flags | MessageFlags.Ephemeral,
});

/** A message as the body and the files of a request. An edit drops the files that the message had. */
export const toRequest = ({ components, flags, allowedMentions, files }: Rendered) => ({
  body: {
    components,
    flags,
    allowed_mentions: allowedMentions,
    attachments: files.map(({ name, description }, id) => ({ id: String(id), filename: name, description })),
  },
  files: files.map(({ attachment, name }) => ({ data: attachment, name, contentType: 'image/png' })),
});

const toMenu = (menu: Menu): APIStringSelectComponent => ({
  type: ComponentType.StringSelect,
  custom_id: encodeMenu(menu),
  placeholder: menu.label,
  min_values: 1,
  max_values: menu.choices.length,
  options: menu.choices.map(({ name, value, isChosen }) => ({ label: name, value, default: isChosen })),
});

const toGallery = ({ name, description }: { name: string; description: string }) =>
  ({
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, description }],
  }) satisfies APIMediaGalleryComponent;

const mentioned = (block: Block) => (block.kind === 'mention' ? [block.member] : []);

function toPieces(block: Block, before: Block | undefined): Piece[] {
  switch (block.kind) {
    case 'question':
      return [
        {
          text: subtext(`${block.label ?? 'Question'}${LABEL_END}${escapeText(block.text)}`),
          id: QUESTION_ID,
        },
      ];
    case 'heading':
      return [{ text: heading(escapeLine(block.text), HeadingLevel.Two) }];
    case 'lead':
      return [{ text: heading(escapeLine(block.text), HeadingLevel.Three) }];
    case 'text':
      return [{ text: escapeText(block.text) }];
    case 'list':
      return block.items.map((item) => ({ text: `- ${escapeLine(item)}` }));
    case 'quote': {
      // The empty line keeps two quotations that follow each other apart.
      const gap = before?.kind === 'quote' ? '\n' : '';
      return [{ text: `${gap}> “${withinQuotes(block.text)}”\n> — ${escapeLine(block.source)}` }];
    }
    case 'citation':
      return [{ text: subtext(`Paragraph ${block.paragraph}: “${withinQuotes(block.excerpt)}”`) }];
    case 'code':
      // A code block has no escapes, and backticks would end it.
      return [
        { text: subtext(escapeLine(block.caption)) },
        { text: codeBlock('yaml', block.text.replaceAll('`', "'")) },
      ];
    case 'mention':
      return [{ text: userMention(block.member) }];
    case 'channel':
      return [{ text: subtext(`In ${channelMention(block.id)}:`) }];
    case 'picture':
      return [];
    case 'stamp': {
      const now = time(Math.floor(Date.now() / 1000), TimestampStyles.RelativeTime);
      return [{ text: subtext(`${escapeLine(block.text)}${UPDATED}${now}`), id: STAMP_ID }];
    }
    case 'note': {
      const text = escapeLine(block.text);
      // The text itself is not the link, since Discord shows backslashes in the text of a masked link.
      return [
        { text: subtext(block.link ? `${text} · ${hyperlink(block.label ?? 'source', block.link)}` : text) },
      ];
    }
  }
}

/** A quotation with single marks in place of those within it. */
const withinQuotes = (text: string) => escapeLine(text.replaceAll('“', '‘').replaceAll('”', '’'));

const escapeLine = (text: string) => escapeText(text.replace(/\s*\n\s*/g, ' '));

/** Whether the texts of a message are within Discord's limit. */
const fits = (parts: readonly Part[]) =>
  parts.reduce((sum, part) => sum + ('content' in part ? part.content.length : 0), 0) <= MAX_MESSAGE_TEXT;

/**
 * Joins the texts of neighbouring blocks. A text with an id stays separate.
 *
 * @param galleries by the picture in whose block's place each stands
 */
function toParts(
  blocks: readonly Block[],
  galleries: ReadonlyMap<Picture, APIMediaGalleryComponent>,
): Part[] {
  const parts: Part[] = [];
  let last: APITextDisplayComponent | undefined;
  for (const [at, block] of blocks.entries()) {
    const gallery = block.kind === 'picture' && galleries.get(block.picture);
    if (gallery) {
      parts.push(gallery);
      last = undefined;
    }
    for (const { text, id } of toPieces(block, blocks[at - 1])) {
      if (last && last.id === undefined && id === undefined) last.content += `\n${text}`;
      else {
        last = { type: ComponentType.TextDisplay, content: text, ...(id !== undefined && { id }) };
        parts.push(last);
      }
    }
  }
  return parts;
}

/** One button for each custom id, since Discord refuses duplicates. If there are too many, the last one stays: it shares or removes. */
function toButtons(buttons: readonly Button[]): APIButtonComponentWithCustomId[] {
  const byId = new Map(buttons.map(({ label, request }) => [encode(request), label]));
  const all = [...byId].map(
    ([custom_id, label]): APIButtonComponentWithCustomId => ({
      type: ComponentType.Button,
      custom_id,
      label,
      style: ButtonStyle.Secondary,
    }),
  );
  return all.length > MAX_BUTTONS ? [...all.slice(0, MAX_BUTTONS - 1), ...all.slice(-1)] : all;
}

function toRows(buttons: readonly APIButtonComponentWithCustomId[]) {
  const rows: APIActionRowComponent<APIButtonComponentWithCustomId>[] = [];
  for (let start = 0; start < buttons.length; start += BUTTONS_A_ROW)
    rows.push(toRow(buttons.slice(start, start + BUTTONS_A_ROW)));
  return rows;
}

const toRow = <C extends APIComponentInMessageActionRow>(components: C[]): APIActionRowComponent<C> => ({
  type: ComponentType.ActionRow,
  components,
});
