// Spans relative to the reference day that chrono-node reads as a day: weeks, weekends, seasons, quarters, the rest
// of a month; and days that it does not know.
import {
  daysOfYears,
  distance,
  monthsFrom,
  plusDays,
  thirdOf,
  toDay,
  weekdayOf,
  weekOf,
} from './calendar.ts';
import type { Days } from './date-span.ts';
import type { FoundDate } from './found-date.ts';
import { SMALL_NUMBERS } from './number-names.ts';
import type { Tokens } from './placed-tokens.ts';

type Third = 0 | 1 | 2;

/** How many weeks, months or years forward a word goes. */
export const STEPS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    this: 0,
    current: 0,
    last: -1,
    previous: -1,
    next: 1,
    coming: 1,
    following: 1,
    upcoming: 1,
  }),
);
/** The months in which the seasons begin. */
export const SEASONS: ReadonlyMap<string, number> = new Map(
  Object.entries({ spring: 3, summer: 6, fall: 9, autumn: 9, winter: 12 }),
);
/** The third of a span that a word names: "early March", "mid-2007". */
export const THIRDS: ReadonlyMap<string, Third> = new Map<string, Third>([
  ['early', 0],
  ['mid', 1],
  ['late', 2],
]);
/** The same before "of": "the end of April". */
export const THIRDS_OF: ReadonlyMap<string, Third> = new Map<string, Third>([
  ['beginning', 0],
  ['start', 0],
  ['middle', 1],
  ['end', 2],
  ['close', 2],
  ['outset', 0],
]);
/** The same before "days of" or "part of": "the closing days of March". */
export const THIRDS_OF_DAYS: ReadonlyMap<string, Third> = new Map<string, Third>([
  ['first', 0],
  ['opening', 0],
  ['early', 0],
  ['last', 2],
  ['closing', 2],
  ['final', 2],
  ['late', 2],
  ['latter', 2],
]);
const BEGINNINGS = new Set([
  ...STEPS.keys(),
  ...THIRDS.keys(),
  ...THIRDS_OF.keys(),
  'earlier',
  'later',
  'day',
  'the',
]);

/**
 * Reads the relative span that begins at a token.
 *
 * @param reference the day that it is relative to
 * @returns undefined if none begins there
 */
export function readRelativeSpan(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  if (!BEGINNINGS.has(tokens[at]?.text ?? '')) return undefined;
  return (
    readDayAfter(tokens, at, reference) ??
    readPartOfPeriod(tokens, at, reference) ??
    readPeriod(tokens, at, reference) ??
    readDayOfMonth(tokens, at, reference)
  );
}

/** "the day after tomorrow"; "two days after tomorrow" is chrono's. */
function readDayAfter(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const [before, day, side, fixed] = [-1, 0, 1, 2].map((step) => tokens[at + step]?.text ?? '');
  if (day !== 'day' || SMALL_NUMBERS.has(before ?? '') || tokens[at - 1]?.kind === 'digits') return undefined;
  if (side === 'after' && fixed === 'tomorrow') return toFound(at, at + 2, single(plusDays(reference, 2)));
  return side === 'before' && fixed === 'yesterday'
    ? toFound(at, at + 2, single(plusDays(reference, -2)))
    : undefined;
}

/** "earlier this month", "later this year", "early next week", "the end of the year", "late last month". */
function readPartOfPeriod(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const word = tokens[at]?.text ?? '';
  const isOf = tokens[at + 1]?.text === 'of';
  const third = isOf ? THIRDS_OF.get(word) : THIRDS.get(word);
  const isRest = word === 'earlier' || word === 'later';
  if (third === undefined && !isRest) return undefined;
  const link = isOf ? at + 2 : at + 1;
  const begin = /^(?:-|in)$/.test(tokens[link]?.text ?? '') ? link + 1 : link;
  const first = tokens[begin]?.text ?? '';
  if (isRest && first === 'today') return toFound(at, begin, single(reference));
  const step = first === 'the' && isOf ? 0 : STEPS.get(first);
  const period = step === undefined ? undefined : periodOf(tokens[begin + 1]?.text ?? '', step, reference);
  if (!period) return undefined;
  const { from, to } = period;
  if (third !== undefined) return toFound(at, begin + 1, thirdOf(period, third));
  const isWithin = from < reference && reference < to;
  if (!isWithin) return toFound(at, begin + 1, period);
  const rest =
    word === 'earlier' ? { from, to: plusDays(reference, -1) } : { from: plusDays(reference, 1), to };
  return toFound(at, begin + 1, rest);
}

/** "this week", "last weekend", "over the weekend", "next spring", "this quarter". */
function readPeriod(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const [first, second] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
  // "this past weekend"
  if (first === 'this' && second === 'past') {
    const days = periodOf(tokens[at + 2]?.text ?? '', -1, reference);
    return days && toFound(at, at + 2, days);
  }
  // "Friday of next week", "two days after next week" are chrono's.
  if (/^(?:of|after|before|from|\w+day)$/.test(tokens[at - 1]?.text ?? '') && second === 'week')
    return undefined;
  const step = first === 'the' ? undefined : STEPS.get(first);
  if (step !== undefined) {
    const days = periodOf(second, step, reference);
    return days && toFound(at, at + 1, days);
  }
  const isPast = second === 'weekend' && /^(?:over|during|on)$/.test(tokens[at - 1]?.text ?? '');
  if (first !== 'the' || !isPast) return undefined;
  const isNow = weekdayOf(reference) % 6 === 0;
  return toFound(at, at + 1, weekendOf(reference, isNow ? 0 : -1));
}

/** The week, month, quarter, season, year or decade that is a number of steps from the one of the reference day. */
export function periodOf(name: string, step: number, reference: string): Days | undefined {
  const [year = 0, month = 1] = reference.split('-').map(Number);
  const decade = 10 * (Math.floor(year / 10) + step);
  switch (name) {
    case 'week':
      return weekOf(plusDays(reference, 7 * step));
    case 'weekend':
      return weekendOf(reference, step);
    case 'month':
      return monthsFrom(year, month + step, 1);
    case 'quarter':
    case 'qtr':
      return monthsFrom(year, 3 * (Math.floor((month - 1) / 3) + step) + 1, 3);
    case 'year':
    case 'yr':
      return daysOfYears(year + step);
    case 'decade':
      return daysOfYears(decade, decade + 9);
  }
  const start = SEASONS.get(name);
  if (start === undefined) return undefined;
  // A winter belongs to the year in which it begins. In April, "last summer" is that of the previous year.
  const inWinter = start === 12 && month <= 2;
  const now = inWinter ? month + 12 : month;
  const isBehind = step < 0 && now < start + 3;
  const isAhead = step > 0 && now >= start;
  return monthsFrom((inWinter ? year - 1 : year) + (isBehind ? -1 : isAhead ? 1 : 0), start, 3);
}

function weekendOf(reference: string, step: number): Days {
  const { to } = weekOf(plusDays(reference, 7 * step));
  return { from: plusDays(to, -1), to };
}

/** "on the 24th", "Monday the 24th": a day of this month, or of the one before or after it, whichever is nearest. */
function readDayOfMonth(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const [before, the, digits, ending, after] = [-1, 0, 1, 2, 3].map((step) => tokens[at + step]);
  const isWeekday = WEEKDAY.test(before?.text ?? '');
  if (the?.text !== 'the' || !(isWeekday || PREPOSITION.test(before?.text ?? ''))) return undefined;
  if (!/^\d{1,2}$/.test(digits?.text ?? '') || !ending?.glued || !/^(?:st|nd|rd|th)$/.test(ending.text))
    return undefined;
  // "by the 3rd co-chair"
  if (after?.kind === 'word' && !AFTER_DAY.has(after.text)) return undefined;
  const [year = 0, month = 1] = reference.split('-').map(Number);
  const days = [0, -1, 1]
    .map(
      (step) =>
        monthsFrom(year, month + step, 1)
          ?.from.split('-')
          .map(Number) ?? [],
    )
    .map(([inYear = 0, inMonth = 0]) => toDay(inYear, inMonth, Number(digits?.text)))
    .filter((day) => day !== undefined)
    .sort((a, b) => distance(a, reference) - distance(b, reference));
  if (days[0] === undefined) return undefined;
  return { ...toFound(isWeekday ? at - 1 : at, at + 2, single(days[0])), yearKnown: false };
}
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const PREPOSITION = /^(?:on|by|since|until|till|before|after|through)$/;
const AFTER_DAY = new Set('and but when that at in for with because as the they it he she we to'.split(' '));

const single = (day: string): Days => ({ from: day, to: day });
const toFound = (from: number, to: number, days: Days): FoundDate => ({
  from,
  to,
  days,
  yearKnown: true,
  isRelative: true,
});
