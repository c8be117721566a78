// What chrono-node gets of a text: the stretches that may contain a date, in words that it knows.
import { readCardinal } from './cardinal.ts';
import { isTimeWord, readUnit } from './measure-units.ts';
import { MONTHS } from './month-names.ts';
import { SMALL_NUMBERS } from './number-names.ts';
import { fullYear } from './numeric-dates.ts';
import type { Tokens } from './placed-tokens.ts';
import { isPlural } from './plural.ts';

/** Written in place of tokens that chrono must not read. No word is written like this. */
export const NO_DATE = '\u00a7';

/** What to write in place of tokens, by their index; empty for a token that another one covers. */
export type Rewrites = Map<number, string>;

/**
 * Number of tokens around a word that can be part of a date: "the twenty-fourth of April", "May twenty-fourth, 2017".
 */
const BEFORE = 4;
const AFTER = 6;
/** Words that only dates and times have. */
const CUES = new Set([
  ...MONTHS.keys(),
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].flatMap((day) => [
    day,
    `${day}s`,
  ]),
  ...['mon', 'tue', 'tues', 'wed', 'weds', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun'],
  ...[
    'today',
    'tomorrow',
    'tonight',
    'tonite',
    'yesterday',
    'tmr',
    'tmrw',
    'noon',
    'midnight',
    'am',
    'pm',
    'ago',
    "o'clock",
  ],
]);
/** Words that make the unit after them a date: "last month", "in seven days". */
const TURNS = new Set(
  'last next past this coming following previous in within upcoming current at'.split(' '),
);
const UNITS =
  /^(?:day|week|month|year|hour|minute|min|weekend|quarter|qtr|decade|fortnight|morning|afternoon|evening|night|hr|yr|wk)s?$/;
/** Maximum number of tokens between such a word and its unit: "in about three more weeks". */
const TURN_REACH = 4;
const FIXED_DAYS =
  /^(?:today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next)$/;
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    yr: 'year',
    yrs: 'years',
    wk: 'week',
    wks: 'weeks',
    mos: 'months',
    midday: 'noon',
    hence: 'from now',
  }),
);
/** Units that chrono does not know, as multiples of one that it knows. */
const MULTIPLES: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['decade', [10, 'years']],
  ['decades', [10, 'years']],
  ['fortnight', [2, 'weeks']],
  ['fortnights', [2, 'weeks']],
]);

/**
 * The stretches of tokens around words that can be part of a date, as the indexes of their first and last tokens.
 */
export function dateWindows(tokens: Tokens, rewrites: Rewrites): [number, number][] {
  const windows: [number, number][] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isCue(tokens, at) && !/^\d{4}/.test(rewrites.get(at) ?? '')) continue;
    let from = Math.max(0, at - BEFORE);
    // What was rewritten together stays together.
    while (from > 0 && rewrites.has(from)) from--;
    const to = Math.min(tokens.length - 1, at + AFTER);
    const last = windows.at(-1);
    if (last && from <= last[1] + 1) last[1] = to;
    else windows.push([from, to]);
  }
  return windows;
}

function isCue(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'word') {
    if (CUES.has(token.text)) return true;
    if (!UNITS.test(token.text)) return false;
    if (/^(?:from|after|before)$/.test(tokens[at + 1]?.text ?? '')) return true;
    for (let back = 1; back <= TURN_REACH; back++) if (TURNS.has(tokens[at - back]?.text ?? '')) return true;
    return false;
  }
  if (token?.kind === 'digits')
    return tokens[at - 1]?.text === 'at' && /^\d{1,2}(?:\.\d\d)?$/.test(token.text);
  return token?.text === ':' && token.glued && tokens[at + 1]?.kind === 'digits';
}

/** The text of a window, and where each of its tokens ends in it. */
export function windowText(
  tokens: Tokens,
  [from, to]: [number, number],
  rewrites: Rewrites,
): { text: string; ends: number[] } {
  let text = '';
  let isApart = false;
  const ends: number[] = [];
  for (let i = from; i <= to; i++) {
    const token = tokens[i];
    const written = rewrites.get(i) ?? (token?.text === "'s" ? '' : token?.text) ?? '';
    isApart ||= !token?.glued;
    if (written !== '') {
      text += isApart && text !== '' ? ` ${written}` : written;
      isApart = false;
    }
    ends.push(text.length);
  }
  return { text, ends };
}

/**
 * Writes what chrono does not know in a way that it knows: number words above twelve and decades in digits, "from" as
 * "after" ("a week from Monday"), short years in full ("May '17").
 */
export function rewriteForChrono(tokens: Tokens, rewrites: Rewrites): void {
  for (let at = 0; at < tokens.length; at++) {
    const [token, after] = [tokens[at], tokens[at + 1]];
    if (!token || rewrites.has(at)) continue;
    if (token.kind === 'sign') {
      const isYear = token.text === "'" && after?.glued && /^\d\d$/.test(after.text);
      if (isYear) rewrites.set(at, '').set(at + 1, String(fullYear(after.text)));
      continue;
    }
    if (after?.text === 'from' && isTimeWord(token.text) && FIXED_DAYS.test(tokens[at + 2]?.text ?? ''))
      rewrites.set(at + 1, 'after');
    // "in May 50 people" is not May 1950.
    if (MONTHS.has(token.text) && after && isCount(tokens, at + 1)) rewrites.set(at + 1, NO_DATE);
    const plain = OTHER_NAMES.get(token.text);
    if (plain) rewrites.set(at, plain);
    rewriteDays(tokens, at, rewrites);
    rewriteCount(tokens, at, rewrites);
  }
}

/** "May the 1st" as "May 1st", "from the 10th to the 22nd of August" as "10 - 22 August", "July 13 thru 15". */
function rewriteDays(tokens: Tokens, at: number, rewrites: Rewrites): void {
  const words = [1, 2, 3].map((step) => tokens[at + step]?.text ?? '');
  if (MONTHS.has(tokens[at]?.text ?? '')) {
    if (words[0] === 'the' && isOrdinal(tokens, at + 2)) rewrites.set(at + 1, '');
    if (
      /^\d{1,2}$/.test(words[0] ?? '') &&
      /^(?:thru|through)$/.test(words[1] ?? '') &&
      /^\d{1,2}$/.test(words[2] ?? '')
    )
      rewrites.set(at + 2, '-');
    return;
  }
  const first = dayAt(tokens, at);
  const joint = first && tokens[first.next]?.text;
  if (!first || !/^(?:to|-|through|thru|until)$/.test(joint ?? '')) return;
  const second = dayAt(tokens, first.next + 1);
  const month = second && (tokens[second.next]?.text === 'of' ? second.next + 1 : second.next);
  if (!second || month === undefined || !MONTHS.has(tokens[month]?.text ?? '')) return;
  const begin = tokens[at - 1]?.text === 'from' ? at - 1 : at;
  for (let i = begin; i < month; i++) rewrites.set(i, '');
  rewrites.set(at, `${first.day} - ${second.day}`);
}

/** A day of a month in digits: "13", "13th", "the 13th". */
function dayAt(tokens: Tokens, at: number): { day: string; next: number } | undefined {
  const name = tokens[at]?.text === 'the' ? at + 1 : at;
  const day = tokens[name];
  if (day?.kind !== 'digits' || !/^(?:[12]?\d|3[01])$/.test(day.text)) return undefined;
  return { day: day.text, next: isOrdinal(tokens, name) ? name + 2 : name + 1 };
}

const isOrdinal = (tokens: Tokens, at: number): boolean =>
  tokens[at + 1]?.glued === true && /^(?:st|nd|rd|th)$/.test(tokens[at + 1]?.text ?? '');

/** Whether two digits above 31 count what follows, so that they are not a year. */
function isCount(tokens: Tokens, at: number): boolean {
  const after = tokens[at + 1];
  const isHigh = /^\d\d$/.test(tokens[at]?.text ?? '') && Number(tokens[at]?.text) > 31;
  return (
    isHigh && (readUnit(tokens, at + 1) !== undefined || (after?.kind === 'word' && isPlural(after.text)))
  );
}

/** "twenty years" as "20 years", "two decades" as "20 years", "a fortnight" as "2 weeks". */
function rewriteCount(tokens: Tokens, at: number, rewrites: Rewrites): void {
  const token = tokens[at];
  const isOne = token?.text === 'a';
  if (!token || !(isOne || token.kind === 'digits' || SMALL_NUMBERS.has(token.text))) return;
  const count = isOne
    ? { value: 1, next: at + 1 }
    : readCardinal(tokens, at, { isMoney: false, isUnit: isTimeWord });
  const unit = tokens[count?.next ?? -1]?.text ?? '';
  const multiple = MULTIPLES.get(unit);
  const isWords = token.kind === 'word' && !isOne;
  const isClock = unit === 'am' || unit === 'pm' || unit === "o'clock";
  if (!count || !(multiple || (isWords && (isTimeWord(unit) || isClock)))) return;
  rewrites.set(at, String(count.value * (multiple?.[0] ?? 1)));
  for (let i = at + 1; i < count.next; i++) rewrites.set(i, '');
  if (multiple) rewrites.set(count.next, multiple[1]);
}
