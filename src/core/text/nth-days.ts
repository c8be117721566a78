// Days and weeks counted within a month: "the last Monday of March", "the first week of October 2014".
import { daysOfMonth, distance, plusDays, weekdayOf } from './calendar.ts';
import type { Days } from './date-span.ts';
import type { FoundDate } from './found-date.ts';
import { MONTHS } from './month-names.ts';
import type { Tokens } from './placed-tokens.ts';
import { periodOf, STEPS } from './relative-spans.ts';
import { WEEKDAYS } from './weekdays.ts';

const ORDER: ReadonlyMap<string, number> = new Map(
  Object.entries({ first: 0, second: 1, third: 2, fourth: 3, fifth: 4, last: -1, final: -1 }),
);

/**
 * Reads the day or week of a month that begins at a token.
 *
 * @param reference the day that a month without a year is near
 * @returns undefined if none begins there
 */
export function readNthDay(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const order = ORDER.get(tokens[at]?.text ?? '');
  if (order === undefined || !/^(?:of|in)$/.test(tokens[at + 2]?.text ?? '')) return undefined;
  const month = readMonth(tokens, at + 3, reference);
  const days = month && nthOf(month.days, order, tokens[at + 1]?.text ?? '');
  return days && { from: at, to: month.to, days, yearKnown: month.yearKnown, isRelative: month.isRelative };
}

function nthOf({ from, to }: Days, order: number, unit: string): Days | undefined {
  const weekday = WEEKDAYS.indexOf(unit);
  const step = unit === 'day' ? 1 : unit === 'week' || weekday >= 0 ? 7 : undefined;
  if (step === undefined) return undefined;
  if (order < 0) {
    if (weekday < 0) return { from: plusDays(to, 1 - step), to };
    const day = plusDays(to, -((weekdayOf(to) - weekday + 7) % 7));
    return { from: day, to: day };
  }
  const begin = weekday < 0 ? from : plusDays(from, (weekday - weekdayOf(from) + 7) % 7);
  const first = plusDays(begin, order * step);
  const last = weekday < 0 ? plusDays(first, step - 1) : first;
  return last <= to ? { from: first, to: last } : undefined;
}

interface MonthReading {
  days: Days;
  to: number;
  yearKnown: boolean;
  isRelative: boolean;
}

/** "March", "October 2014", "this month", "the month". */
function readMonth(tokens: Tokens, at: number, reference: string): MonthReading | undefined {
  const [first, second] = [tokens[at]?.text ?? '', tokens[at + 1]];
  const step = first === 'the' ? 0 : STEPS.get(first);
  if (step !== undefined && second?.text === 'month') {
    const days = periodOf('month', step, reference);
    return days && { days, to: at + 1, yearKnown: true, isRelative: true };
  }
  const month = MONTHS.get(first);
  if (month === undefined) return undefined;
  if (/^(?:1[6-9]|20)\d\d$/.test(second?.text ?? '')) {
    const days = daysOfMonth(Number(second?.text), month);
    return days && { days, to: at + 1, yearKnown: true, isRelative: false };
  }
  const year = Number(reference.slice(0, 4));
  const [days] = [year, year - 1, year + 1]
    .map((each) => daysOfMonth(each, month))
    .filter((each) => each !== undefined)
    .sort((a, b) => distance(a.from, reference) - distance(b.from, reference));
  return days && { days, to: at, yearKnown: false, isRelative: false };
}
