// Removes from a question what could identify its asker.
import { normalize } from '../core/text/tokens.ts';
import { shorten } from './shorten.ts';

/** Longer questions are cut: the first words are enough to recognize a wording. In UTF-16 code units. */
const LENGTH = 200;

/** What is longer than all that is kept is no word; the patterns below take quadratic time for it. */
const NO_WORD = new RegExp(String.raw`\S{${LENGTH + 1},}`, 'g');
const EMAIL = /[^\s@]+@[^\s@]+/g;
const HANDLE = /@+\S*/g;
// Mentions of members, roles and channels, custom emoji, and fragments of them.
const BRACKETS = /<[^<>\s]*>?|>/g;
// Anything with a scheme, and anything that looks like a host name with a top-level domain.
const LINK = /\S*:\/\/\S*|(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/:?#]\S*)?/gu;
// Digits with nothing between them but spaces and the punctuation of telephone numbers. Commas belong to figures of the article.
const DIGITS = /\+?\p{Nd}(?:[\s()./-]{0,2}\p{Nd})*/gu;
const YEARS = /^(?:19|20)\d\d(?:\D+(?:19|20)\d\d)*$/;
/** Figures of the article have fewer digits in a row; ids and telephone numbers have at least this many. */
const LONG_RUN = 6;

/**
 * Reduces a question to plain words, without mentions, addresses, links and long runs of digits, and shortens it.
 * A name that somebody typed as a plain word looks like any other word, and stays.
 *
 * @returns at most 200 characters, possibly none; applying the function again changes nothing
 */
export function deidentify(question: string): string {
  // The raw text comes first, since normalizing splits what belongs together ("my_name@example.org").
  let text = strip(question.toLowerCase());
  for (let before = ''; before !== text; ) {
    before = text;
    text = shorten(strip(normalize(text)), LENGTH);
  }
  return text;
}

const strip = (text: string) =>
  text
    .replace(NO_WORD, ' ')
    .replace(BRACKETS, ' ')
    .replace(EMAIL, ' ')
    .replace(HANDLE, ' ')
    .replace(LINK, ' ')
    .replace(DIGITS, (run) =>
      run.replace(/\P{Nd}/gu, '').length < LONG_RUN || YEARS.test(run.trim()) ? run : ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
