// Years: "2007", "'07", "2007-08", "from 2007 to 2008", "nineteen eighty-eight". Also tells them from other numbers:
// "2000 people".
import { daysOfYears } from './calendar.ts';
import type { Days } from './date-span.ts';
import type { FoundDate } from './found-date.ts';
import { isCurrency, readCurrencyPrefix, readUnit } from './measure-units.ts';
import { SCALES, SMALL_NUMBERS } from './number-names.ts';
import { fullYear } from './numeric-dates.ts';
import type { Tokens } from './placed-tokens.ts';
import { isPlural } from './plural.ts';

const FULL_YEAR = /^(?:1[6-9]|20)\d\d$/;
/** Words that make four digits after them a year. */
const BEFORE_YEAR = new Set(
  "in since by until till back before after during the late early mid year spring summer fall autumn winter 's".split(
    ' ',
  ),
);
/** Things that are counted in thousands. Other plurals after a year belong to that year ("2007 demands"). */
const COUNTABLE =
  /^(?:members|writers|people|voters|votes|ballots|workers|employees|men|women|children|dollars|shows|episodes|strikers|eligible|scribes|attendees|signatures|jobs|pages|words|miles|feet)$/;
/** Events that a year dates: "2007 miners deal". */
const EVENT = /^(?:strike|walkout|vote|deal|contract|guild|union|talks|negotiations|agreement)s?$/;

/** Whether four digits at a token are a year rather than a count. */
export function isYear(tokens: Tokens, at: number): boolean {
  const [earlier, before, token, after, second] = [-2, -1, 0, 1, 2].map((step) => tokens[at + step]);
  if (token?.kind !== 'digits' || !FULL_YEAR.test(token.text)) return false;
  if (before && token.glued && !/^[("'\u201c[,/-]$/.test(before.text)) return false;
  if (before?.text === '#' || isCurrency(readCurrencyPrefix(tokens, at - 1)?.unit ?? '')) return false;
  // "8/32/2014" and "2012-1400" are not dates, and contain no year.
  const isTail = token.glued && /^[/-]$/.test(before?.text ?? '') && earlier?.kind === 'digits';
  const isHead = after?.glued && /^[/-]$/.test(after.text) && second?.kind === 'digits' && second.glued;
  if (isTail || isHead) return false;
  // "2007s" is "2007's" without its apostrophe, but "2010s" is a decade.
  const isOwner = after?.text === "'s" || (after?.text === 's' && !token.text.endsWith('0'));
  if (after?.glued && after.kind === 'word' && !isOwner) return false;
  if (countsBehind(tokens, at + 1)) return BEFORE_YEAR.has(before?.text ?? '') && !readUnit(tokens, at + 1);
  // "between 1600 and 1700 people"
  const isRange = /^(?:and|to|or|-)$/.test(after?.text ?? '') && second?.kind === 'digits';
  return !(isRange && countsBehind(tokens, at + 3));
}

/** Whether a number is followed by a unit, a scale or things that are counted. */
function countsBehind(tokens: Tokens, at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (readUnit(tokens, at) || SCALES.has(first?.text ?? '')) return true;
  if (first?.kind !== 'word') return false;
  // "2007 miners deal"
  if (EVENT.test(second?.text ?? '')) return false;
  return COUNTABLE.test(first.text) || (second?.kind === 'word' && COUNTABLE.test(second.text));
}

/** Reads years in a row ("2007-08") and years in words, whose single numbers would mean something else. */
export function readYears(tokens: Tokens, at: number): FoundDate | undefined {
  return tokens[at]?.kind === 'word' ? readSpelled(tokens, at) : readRange(tokens, at);
}

/** Reads the year at a token: "2007", "'07", "07". */
export function readYear(tokens: Tokens, at: number): FoundDate | undefined {
  if (isYear(tokens, at)) return toFound(at, at, daysOfYears(Number(tokens[at]?.text)));
  const short = tokens[at + 1];
  const isShort =
    tokens[at]?.text === "'" && short?.glued && /^\d\d$/.test(short.text) && !tokens[at + 2]?.glued;
  if (isShort && !(tokens[at]?.glued && tokens[at - 1]?.kind === 'digits'))
    return toFound(at, at + 1, daysOfYears(fullYear(short.text)));
  // "back in 07", "the 07 deal"
  const isLone =
    /^0\d$/.test(tokens[at]?.text ?? '') &&
    !tokens[at]?.glued &&
    !(
      tokens[at + 1]?.glued &&
      (tokens[at + 1]?.kind !== 'sign' || /^[%$:/-]$/.test(tokens[at + 1]?.text ?? ''))
    ) &&
    !readUnit(tokens, at + 1);
  return isLone ? toFound(at, at, daysOfYears(fullYear(tokens[at]?.text ?? ''))) : undefined;
}

/** "2007-08", "2007/8", "2007-2008", "from 2007 to 2008", "'07-'08", "07-08". */
function readRange(tokens: Tokens, at: number): FoundDate | undefined {
  const first = yearAt(tokens, at);
  if (!first) return undefined;
  const joint = tokens[first.next]?.text ?? '';
  if (!/^(?:[-/]|to|through|and)$/.test(joint)) return undefined;
  const isWord = joint.length > 1;
  if (isWord && !/^(?:from|between)$/.test(tokens[at - 1]?.text ?? '') && joint !== 'through')
    return undefined;
  const second = yearAt(tokens, first.next + 1, isWord ? undefined : first.year);
  if (!second || second.year < first.year || second.year - first.year > 120) return undefined;
  if (!first.isFull && second.year !== first.year + 1) return undefined;
  const isMore = tokens[second.next]?.glued && tokens[second.next]?.text === joint;
  return isMore ? undefined : toFound(at, second.next - 1, daysOfYears(first.year, second.year));
}

/** A year of four digits, or of two after an apostrophe; after another year also of one or two digits. */
function yearAt(
  tokens: Tokens,
  at: number,
  after?: number,
): { year: number; next: number; isFull: boolean } | undefined {
  const isShort = tokens[at]?.text === "'";
  const token = tokens[isShort ? at + 1 : at];
  const next = isShort ? at + 2 : at + 1;
  if (
    token?.kind !== 'digits' ||
    (tokens[next]?.kind === 'word' && tokens[next]?.glued) ||
    /^[%$]$/.test(tokens[next]?.text ?? '')
  )
    return undefined;
  if (FULL_YEAR.test(token.text))
    return countsBehind(tokens, next) ? undefined : { year: Number(token.text), next, isFull: true };
  if (after !== undefined && /^\d{1,2}$/.test(token.text) && token.glued) {
    const year = Math.floor(after / 10 ** token.text.length) * 10 ** token.text.length + Number(token.text);
    // "2014-10" is a month; "2007-08" and "1999-00" are two years.
    const isNext = year % 100 === (after + 1) % 100;
    const isMonth = Number(token.text) <= 12 && !isNext;
    return isMonth ? undefined : { year: isNext ? after + 1 : year, next, isFull: false };
  }
  return /^\d\d$/.test(token.text) && (isShort || token.text.startsWith('0'))
    ? { year: fullYear(token.text), next, isFull: isShort }
    : undefined;
}

/** "nineteen eighty-eight", "twenty seventeen", "two thousand and seven" behind "in". */
function readSpelled(tokens: Tokens, at: number): FoundDate | undefined {
  const century = tokens[at]?.text;
  if (century === 'nineteen' || century === 'twenty') {
    const base = century === 'nineteen' ? 1900 : 2000;
    const ten = tokens[at + 1]?.text ?? '';
    const small = SMALL_NUMBERS.get(ten);
    if (small === undefined || small < 10 || tokens[at + 1]?.kind !== 'word') return undefined;
    const joined = tokens[at + 2]?.text === '-' ? at + 3 : at + 2;
    const unit = small >= 20 ? (SMALL_NUMBERS.get(tokens[joined]?.text ?? '') ?? 0) : 0;
    const isUnit = unit > 0 && unit < 10;
    return toFound(at, isUnit ? joined : at + 1, daysOfYears(base + small + (isUnit ? unit : 0)));
  }
  if (
    century !== 'two' ||
    tokens[at + 1]?.text !== 'thousand' ||
    !/^(?:in|since|by|until|of)$/.test(tokens[at - 1]?.text ?? '')
  )
    return undefined;
  const from = tokens[at + 2]?.text === 'and' ? at + 3 : at + 2;
  const small = SMALL_NUMBERS.get(tokens[from]?.text ?? '');
  return small !== undefined &&
    small < 20 &&
    tokens[from + 1]?.kind !== 'digits' &&
    !isPlural(tokens[from + 1]?.text ?? '')
    ? toFound(at, from, daysOfYears(2000 + small))
    : undefined;
}

function toFound(from: number, to: number, days: Days | undefined): FoundDate | undefined {
  return days && { from, to, days, yearKnown: true, isRelative: false };
}
