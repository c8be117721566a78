// Draws a reply as a Components V2 message; Discord's limits live here.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  codeBlock,
  HeadingLevel,
  heading,
  hyperlink,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  MessageFlags,
  subtext,
  TextDisplayBuilder,
  TimestampStyles,
  time,
  userMention,
} from 'discord.js';
import { altText, type Block, type Button, encode, fitBlocks, type Reply, shorten } from '../bot/index.ts';
import type { DrawnPicture } from './draw-pictures.ts';
import { escapeText } from './markup.ts';
import { QUESTION, QUESTION_ID, STAMP_ID, UPDATED } from './read-own-message.ts';

/** Characters over all texts of a message (Discord: Components, Text Display). */
const MAX_TEXT = 4000;

/** Buttons in one row (Discord: Components, Action Row). */
const BUTTONS_A_ROW = 5;

/** With their rows, the container and three texts these make 34 of the 40 components a message may have. */
const MAX_BUTTONS = 25;

/** Characters of a picture's alt text (Discord: Components, Media Gallery). */
const ALT_LENGTH = 1024;

/** Decoration only: nothing is told by colour. */
const INK = 0x3b5b7a;

/** A text of a message, or a part of one. */
interface Piece {
  text: string;
  /** The component id of one that stands by itself. */
  id?: number;
}

/**
 * A reply as a message that pings nobody but whom it mentions, all of its texts escaped; what is too long is left out by whole items.
 * The pictures that were drawn for it follow its texts, one under the other.
 */
export function toMessage(reply: Reply, drawn: readonly DrawnPicture[] = []) {
  const container = new ContainerBuilder()
    .setAccentColor(INK)
    .addTextDisplayComponents(toTexts(fitBlocks(reply.blocks, fits)));
  const files = drawn.map(({ picture, png }) => ({
    attachment: png,
    name: `${picture.kind}.png`,
    description: shorten(altText(picture), ALT_LENGTH),
  }));
  for (const { name, description } of files)
    container.addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems(
        new MediaGalleryItemBuilder().setURL(`attachment://${name}`).setDescription(description),
      ),
    );
  const buttons = toButtons(reply.buttons ?? []);
  for (let start = 0; start < buttons.length; start += BUTTONS_A_ROW)
    container.addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(buttons.slice(start, start + BUTTONS_A_ROW)),
    );
  return {
    components: [container],
    flags: MessageFlags.IsComponentsV2 as const,
    allowedMentions: { parse: [], users: reply.blocks.flatMap(mentioned) },
    files,
  };
}

const mentioned = (block: Block) => (block.kind === 'mention' ? [block.member] : []);

function toPieces(block: Block): Piece[] {
  const piece = (text: string): Piece => ({ text });
  switch (block.kind) {
    case 'question':
      return [{ text: subtext(`${QUESTION}${escapeText(block.text)}`), id: QUESTION_ID }];
    case 'heading':
      return [piece(heading(escapeLine(block.text), HeadingLevel.Two))];
    case 'lead':
      return [piece(heading(escapeLine(block.text), HeadingLevel.Three))];
    case 'text':
      return [piece(escapeText(block.text))];
    case 'list':
      return block.items.map((item) => piece(`- ${escapeLine(item)}`));
    case 'quote':
      // The empty line keeps two quotations that follow each other apart.
      return [piece(`> “${escapeLine(block.text)}”\n> — ${escapeLine(block.source)}\n`)];
    case 'citation':
      return [piece(subtext(`Paragraph ${block.paragraph}: “${escapeLine(block.excerpt)}”`))];
    case 'code':
      // Nothing can be escaped in a block of code; a run of backticks would end it.
      return [piece(codeBlock('yaml', block.text.replaceAll('`', "'")))];
    case 'mention':
      return [piece(userMention(block.member))];
    case 'picture':
      return [];
    case 'stamp': {
      const now = time(Math.floor(Date.now() / 1000), TimestampStyles.RelativeTime);
      return [{ text: subtext(`${escapeLine(block.text)}${UPDATED}${now}`), id: STAMP_ID }];
    }
    case 'note': {
      const text = escapeLine(block.text);
      // Not on the text itself: Discord shows the backslashes of a masked link's text.
      return [
        piece(subtext(block.link ? `${text} · ${hyperlink(block.label ?? 'source', block.link)}` : text)),
      ];
    }
  }
}

const escapeLine = (text: string) => escapeText(text.replace(/\s*\n\s*/g, ' '));

/** Whether all texts of some blocks are within Discord's limit, as they are drawn. */
const fits = (blocks: readonly Block[]) =>
  joined(blocks).reduce((sum, { text }) => sum + text.length, 0) <= MAX_TEXT;

const toTexts = (blocks: readonly Block[]) =>
  joined(blocks).map(({ text, id }) => {
    const display = new TextDisplayBuilder().setContent(text);
    return id === undefined ? display : display.setId(id);
  });

/** Neighbouring pieces in one; one with an id stands by itself. */
function joined(blocks: readonly Block[]): Piece[] {
  const texts: Piece[] = [];
  for (const piece of blocks.flatMap(toPieces)) {
    const last = texts.at(-1);
    if (last && last.id === undefined && piece.id === undefined)
      texts.splice(-1, 1, { text: `${last.text}\n${piece.text}` });
    else texts.push(piece);
  }
  return texts;
}

/** One button a custom id, as Discord wants it. Of too many the last stays: it is the one that shares or removes. */
function toButtons(buttons: readonly Button[]): ButtonBuilder[] {
  const byId = new Map(buttons.map(({ label, request }) => [encode(request), label]));
  const all = [...byId].map(([customId, label]) =>
    new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(ButtonStyle.Secondary),
  );
  return all.length > MAX_BUTTONS ? [...all.slice(0, MAX_BUTTONS - 1), ...all.slice(-1)] : all;
}
