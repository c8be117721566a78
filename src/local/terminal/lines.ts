// Lines of a terminal: styled, wrapped between words, and without anything that could steer the terminal.
import { stripVTControlCharacters, styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];
/** Gives text a look, or leaves it plain. */
export type Style = (format: Format, text: string) => string;

/** A line before it is wrapped: what its first row and the rows below it begin with, and its words. */
export interface Line {
  first: string;
  rest: string;
  text: string;
}

/**
 * Creates a style. It works word by word, so that a styled passage can be wrapped.
 * @param colour false for plain text throughout
 */
export function createStyle(colour: boolean): Style {
  return (format, text) =>
    colour ? text.replace(/[^\s]+/g, (word) => styleText(format, word, { validateStream: false })) : text;
}

/** Replaces what could steer the terminal in text of others: control characters and direction marks. */
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
 * Breaks a line between words.
 * @param width columns; at least 20 are used
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

/** The number of columns of a styled text. */
function length(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
