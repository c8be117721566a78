// Splits a member's message into its claims, one per sentence.
import { tokenize } from './tokens.ts';

/** Maximum number of claims checked in a message. */
export const MAX_CLAIMS = 10;

/** Minimum number of words in a claim. */
const MIN_WORDS = 3;

/**
 * Matches after a mark that ends a sentence, even before a lower-case letter, since members type that, but not after
 * an abbreviation.
 */
const SENTENCE_END =
  /(?<=[.!?…]["”’')]*)(?<!\b(?:[a-z]\.[a-z]|mr|mrs|ms|dr|jr|st|vs|no|approx|inc|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.)\s+/iu;

/** A sentence too short to be a claim, but which takes back the one before it. */
const TAKES_BACK = /^(?:not|nope|yeah,? (?:right|sure)|as if|my (?:foot|ass|arse))\b/i;

/** Marks that begin a line of Discord's Markdown: a quotation (no sign of "more than"), heading, small print, bullet. */
const LINE_MARKS = /^(?:(?:>>>|>|#{1,3}|-#|[-*+])(?:\s+|$))+/;

/**
 * The text on one line, without the marks that begin lines. Each line that has no mark at its end gets a full stop,
 * so that sentences stay separate.
 */
export const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(LINE_MARKS, '').replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .map((line, i, lines) => (i === lines.length - 1 || /[.!?…:;,]["”’')]?$/.test(line) ? line : `${line}.`))
    .join(' ');

/**
 * The sentences that are long enough to be claims, in order. If none is, the whole text; for an empty text, nothing.
 */
export function splitClaims(text: string): string[] {
  const line = onOneLine(text);
  const claims: string[] = [];
  for (const sentence of line.split(SENTENCE_END)) {
    if (tokenize(sentence).length >= MIN_WORDS) claims.push(sentence);
    else if (claims.length > 0 && TAKES_BACK.test(sentence)) claims.push(`${claims.pop()} ${sentence}`);
  }
  return claims.length > 0 || line === '' ? claims : [line];
}
