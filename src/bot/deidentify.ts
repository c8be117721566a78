// What members asked in vain, for the curators: a question freed of what could tell who asked it, and nothing else.
import { normalize } from '../core/text/tokens.ts';
import { shorten } from './shorten.ts';

/** One question that got no answer. */
export interface UnansweredQuestion {
  /** The day in UTC, such as "2026-03-01". */
  day: string;
  /** As `deidentify` leaves it. */
  question: string;
}

/** The list of what was asked in vain, where the operator keeps one. */
export interface UnansweredLog {
  /** After so many days an entry is dropped. */
  readonly days: number;
  /** Adds a question, freed of what could tell who asked it; never throws and keeps nobody waiting. */
  add(question: string): void;
  /** What is kept now, oldest first. */
  entries(): Promise<readonly UnansweredQuestion[]>;
}

/** Longer questions are cut, in UTF-16 code units: a wording is known by its first words. */
const LENGTH = 200;

const EMAIL = /[^\s@]+@[^\s@]+/g;
const HANDLE = /@+\S*/g;
// Mentions of members, roles and channels, custom emoji, and what is left of them.
const BRACKETS = /<[^<>\s]*>?|>/g;
// With or without "https://": whatever has a scheme, or looks like a host with a top-level domain.
const LINK = /\S*:\/\/\S*|(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/:?#]\S*)?/gu;
// Digits that only blanks and signs of telephone numbers part; thousands separators part figures of the article.
const DIGITS = /\+?\p{Nd}(?:[\s()./-]{0,2}\p{Nd})*/gu;
const YEARS = /^(?:19|20)\d\d(?:\D+(?:19|20)\d\d)*$/;
/** Figures of the news have fewer digits in a row; ids and telephone numbers have more. */
const LONG_RUN = 6;

/**
 * A question in its plain form, without mentions, addresses, links and long runs of digits, and cut to a length.
 * A name that somebody typed as a plain word cannot be told from other words and stays.
 *
 * @returns at most 200 characters, possibly none; doing it again changes nothing
 */
export function deidentify(question: string): string {
  // Taken out of the raw text first, since plain form parts what belongs together ("my_name@example.org").
  let text = strip(question.toLowerCase());
  for (let before = ''; before !== text; ) {
    before = text;
    text = shorten(strip(normalize(text)), LENGTH);
  }
  return text;
}

const strip = (text: string) =>
  text
    .replace(BRACKETS, ' ')
    .replace(EMAIL, ' ')
    .replace(HANDLE, ' ')
    .replace(LINK, ' ')
    .replace(DIGITS, (run) =>
      run.replace(/\P{Nd}/gu, '').length < LONG_RUN || YEARS.test(run.trim()) ? run : ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
