// Splits a member's message into the claims that it makes, one a sentence.
import { tokenize } from './tokens.ts';

/** As many claims of one message are checked. */
export const MAX_CLAIMS = 10;

/** Fewer words than this claim nothing. */
const LEAST_WORDS = 3;

/** After a sign that ends a sentence, in lower case too as members type it, but not after an abbreviation. */
const SENTENCE_END =
  /(?<=[.!?…]["”’')]*)(?<!\b(?:[a-z]\.[a-z]|mr|mrs|ms|dr|jr|st|vs|no|approx|inc|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.)\s+/iu;

/** Marks that begin a line of Discord's Markdown: a quotation (no sign of "more than"), heading, small print, bullet. */
const LINE_MARKS = /^(?:(?:>>>|>|#{1,3}|-#|[-*+])(?:\s+|$))+/;

/**
 * The text on one line without the marks that begin lines, and with a full stop after each line that had no sign at
 * its end, so that sentences stay apart.
 */
export const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(LINE_MARKS, '').replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .map((line, i, lines) => (i === lines.length - 1 || /[.!?…:;,]["”’')]?$/.test(line) ? line : `${line}.`))
    .join(' ');

/** The sentences that are long enough to claim something, in order; the whole text where none is; none without a text. */
export function splitClaims(text: string): string[] {
  const line = onOneLine(text);
  const claims = line.split(SENTENCE_END).filter((sentence) => tokenize(sentence).length >= LEAST_WORDS);
  return claims.length > 0 || line === '' ? claims : [line];
}
