// Discord's markdown as styled lines for a terminal, with everything that could steer the terminal taken out.
import { stripVTControlCharacters, styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];
/** Gives text a look, or leaves it plain. */
export type Style = (format: Format, text: string) => string;

/** One line before it is wrapped: what it starts with, what its continuation starts with, and its words. */
export interface Line {
  first: string;
  rest: string;
  text: string;
}

/**
 * How text is styled; word by word, so that a styled passage can be wrapped.
 * @param colour false for plain text throughout
 */
export function createStyle(colour: boolean): Style {
  return (format, text) =>
    colour ? text.replace(/[^\s]+/g, (word) => styleText(format, word, { validateStream: false })) : text;
}

/** Text of others with control characters and direction marks replaced, so that it can only be read. */
export function clean(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\u{fffd}')
  );
}

/**
 * Turns markdown into lines.
 * @param text as it stands in a message
 * @param style how to show what is marked
 * @param nameOf the name behind a user id
 */
export function toLines(text: string, style: Style, nameOf: (userId: string) => string): Line[] {
  const lines: Line[] = [];
  let inCode = false;
  for (const raw of clean(text).split('\n')) {
    if (raw.startsWith('```')) {
      inCode = !inCode;
      continue;
    }
    lines.push(inCode ? { first: '  ', rest: '  ', text: style('yellow', raw) } : toLine(raw, style, nameOf));
  }
  return lines;
}

function toLine(raw: string, style: Style, nameOf: (userId: string) => string): Line {
  const [, mark = '', words = ''] = /^(#{1,3} |-# |>{1,3} |\s*[-*] |)(.*)$/.exec(raw) ?? [];
  const text = inline(words, style, nameOf);
  if (mark.startsWith('#')) return { first: '', rest: '', text: style(['bold', 'underline'], text) };
  if (mark === '-# ') return { first: '', rest: '', text: style('dim', text) };
  if (mark.startsWith('>')) return { first: '| ', rest: '| ', text };
  if (mark) return { first: mark.replace(/[-*] $/, '- '), rest: ' '.repeat(mark.length), text };
  return { first: '', rest: '', text };
}

const inlineMarks = new RegExp(
  [
    /\\(?<escaped>[^\sA-Za-z0-9])/,
    /`(?<code>[^`]+)`/,
    /\*\*(?<bold>(?:\\.|[^\\])+?)\*\*(?!\*)/,
    /__(?<underline>(?:\\.|[^\\])+?)__/,
    /~~(?<strike>(?:\\.|[^\\])+?)~~/,
    /\|\|(?<spoiler>(?:\\.|[^\\])+?)\|\|/,
    /\*(?<italic>(?![\s*])(?:\\.|[^\\*])+)\*/,
    /(?<!\w)_(?<slanted>(?:\\.|[^\\_])+)_(?!\w)/,
    /\[(?<label>[^\]]+)\]\(<?(?<target>https?:[^)>\s]+)>?\)/,
    /<t:(?<time>-?\d{1,13})(?::\w)?>/,
    /<@!?(?<user>\d+)>/,
    /<\/(?<command>[^:>]+):\d+>/,
    /<(?<bare>https?:[^>\s]+)>/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function inline(text: string, style: Style, nameOf: (userId: string) => string): string {
  return text.replace(inlineMarks, (...match) => {
    const found = match.at(-1) as Partial<Record<string, string>>;
    const inner = (part: string) => inline(part, style, nameOf);
    if (found.escaped !== undefined) return found.escaped;
    if (found.code !== undefined) return style('yellow', found.code);
    if (found.bold !== undefined) return style('bold', inner(found.bold));
    if (found.underline !== undefined) return style('underline', inner(found.underline));
    if (found.strike !== undefined) return style('strikethrough', inner(found.strike));
    if (found.spoiler !== undefined) return style('inverse', inner(found.spoiler));
    const italic = found.italic ?? found.slanted;
    if (italic !== undefined) return style('italic', inner(italic));
    if (found.label !== undefined) return `${inner(found.label)} ${style('dim', `(${found.target})`)}`;
    if (found.time !== undefined) return new Date(Number(found.time) * 1000).toUTCString();
    if (found.user !== undefined) return `@${nameOf(found.user)}`;
    if (found.command !== undefined) return style('cyan', `/${found.command}`);
    return found.bare ?? String(match[0]);
  });
}

/**
 * Breaks a line between words.
 * @param width columns there are, at least 20 are used
 */
export function wrap({ first, rest, text }: Line, width: number): string[] {
  const most = Math.max(20, width);
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/ +/)) {
    if (!isEmpty && length(line) + 1 + length(word) > most) {
      lines.push(line);
      line = rest + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
    isEmpty = false;
  }
  return [...lines, line];
}

/** Columns that a styled text takes. */
function length(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
