// Turns a reply into a Components V2 message within Discord's limits.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  channelMention,
  codeBlock,
  HeadingLevel,
  heading,
  hyperlink,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  MessageFlags,
  StringSelectMenuBuilder,
  subtext,
  TextDisplayBuilder,
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

/**
 * The message for a reply, with every text escaped. It pings nobody but the members that it mentions. If it is too
 * long, whole items are left out. A picture takes the place of its block.
 */
export function toMessage(reply: Reply, drawn: readonly DrawnPicture[] = []) {
  const container = new ContainerBuilder().setAccentColor(reply.tone ? TONES[reply.tone] : INK);
  // Discord tells the files of a message apart by their names.
  const files = drawn.map(({ picture, png }, at) => ({
    attachment: png,
    name: `${at + 1}-${picture.kind}.png`,
    description: shorten(altText(picture), ALT_LENGTH),
  }));
  let texts: Block[] = [];
  const endTexts = () => {
    const displays = toTexts(texts);
    if (displays.length > 0) container.addTextDisplayComponents(displays);
    texts = [];
  };
  for (const block of fitBlocks(reply.blocks, fits)) {
    const file =
      files[drawn.findIndex(({ picture }) => block.kind === 'picture' && picture === block.picture)];
    if (file) {
      endTexts();
      container.addMediaGalleryComponents(toGallery(file));
    } else texts.push(block);
  }
  endTexts();
  if (reply.menu)
    container.addActionRowComponents(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(toMenu(reply.menu)),
    );
  const buttons = toButtons(reply.buttons ?? []);
  for (let start = 0; start < buttons.length; start += BUTTONS_A_ROW)
    container.addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(buttons.slice(start, start + BUTTONS_A_ROW)),
    );
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
    components: components.map((component) => component.toJSON()),
    flags,
    allowed_mentions: allowedMentions,
    attachments: files.map(({ name, description }, id) => ({ id: String(id), filename: name, description })),
  },
  files: files.map(({ attachment, name }) => ({ data: attachment, name, contentType: 'image/png' })),
});

const toMenu = (menu: Menu) =>
  new StringSelectMenuBuilder()
    .setCustomId(encodeMenu(menu))
    .setPlaceholder(menu.label)
    .setMinValues(1)
    .setMaxValues(menu.choices.length)
    .setOptions(menu.choices.map(({ name, value, isChosen }) => ({ label: name, value, default: isChosen })));

const toGallery = ({ name, description }: { name: string; description: string }) =>
  new MediaGalleryBuilder().addItems(
    new MediaGalleryItemBuilder().setURL(`attachment://${name}`).setDescription(description),
  );

const mentioned = (block: Block) => (block.kind === 'mention' ? [block.member] : []);

function toPieces(block: Block, before: Block | undefined): Piece[] {
  const piece = (text: string): Piece => ({ text });
  switch (block.kind) {
    case 'question':
      return [
        {
          text: subtext(`${block.label ?? 'Question'}${LABEL_END}${escapeText(block.text)}`),
          id: QUESTION_ID,
        },
      ];
    case 'heading':
      return [piece(heading(escapeLine(block.text), HeadingLevel.Two))];
    case 'lead':
      return [piece(heading(escapeLine(block.text), HeadingLevel.Three))];
    case 'text':
      return [piece(escapeText(block.text))];
    case 'list':
      return block.items.map((item) => piece(`- ${escapeLine(item)}`));
    case 'quote': {
      // The empty line keeps two quotations that follow each other apart.
      const gap = before?.kind === 'quote' ? '\n' : '';
      return [piece(`${gap}> “${withinQuotes(block.text)}”\n> — ${escapeLine(block.source)}`)];
    }
    case 'citation':
      return [piece(subtext(`Paragraph ${block.paragraph}: “${withinQuotes(block.excerpt)}”`))];
    case 'code':
      // A code block has no escapes, and backticks would end it.
      return [
        piece(subtext(escapeLine(block.caption))),
        piece(codeBlock('yaml', block.text.replaceAll('`', "'"))),
      ];
    case 'mention':
      return [piece(userMention(block.member))];
    case 'channel':
      return [piece(subtext(`In ${channelMention(block.id)}:`))];
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
        piece(subtext(block.link ? `${text} · ${hyperlink(block.label ?? 'source', block.link)}` : text)),
      ];
    }
  }
}

/** A quotation with single marks in place of those within it. */
const withinQuotes = (text: string) => escapeLine(text.replaceAll('“', '‘').replaceAll('”', '’'));

const escapeLine = (text: string) => escapeText(text.replace(/\s*\n\s*/g, ' '));

/** Whether the texts of these blocks, once escaped, are within Discord's limit. */
const fits = (blocks: readonly Block[]) =>
  joined(blocks).reduce((sum, { text }) => sum + text.length, 0) <= MAX_MESSAGE_TEXT;

const toTexts = (blocks: readonly Block[]) =>
  joined(blocks).map(({ text, id }) => {
    const display = new TextDisplayBuilder().setContent(text);
    return id === undefined ? display : display.setId(id);
  });

/** Joins neighbouring pieces. A piece with an id stays separate. */
function joined(blocks: readonly Block[]): Piece[] {
  const texts: Piece[] = [];
  for (const piece of blocks.flatMap((block, at) => toPieces(block, blocks[at - 1]))) {
    const last = texts.at(-1);
    if (last && last.id === undefined && piece.id === undefined)
      texts.splice(-1, 1, { text: `${last.text}\n${piece.text}` });
    else texts.push(piece);
  }
  return texts;
}

/** One button for each custom id, since Discord refuses duplicates. If there are too many, the last one stays: it shares or removes. */
function toButtons(buttons: readonly Button[]): ButtonBuilder[] {
  const byId = new Map(buttons.map(({ label, request }) => [encode(request), label]));
  const all = [...byId].map(([customId, label]) =>
    new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(ButtonStyle.Secondary),
  );
  return all.length > MAX_BUTTONS ? [...all.slice(0, MAX_BUTTONS - 1), ...all.slice(-1)] : all;
}
