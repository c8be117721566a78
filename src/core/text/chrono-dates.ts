// Dates and times as chrono-node reads them, and what becomes of them here: days, months and years become spans, and
// weekdays follow rules of our own.
import type { ParsedComponents } from 'chrono-node';
import { parse } from 'chrono-node/en';
import { daysOfMonth, daysOfYears, thirdOf, toDay } from './calendar.ts';
import { type ChronoReading, hasDay, isNoDate } from './chrono-screening.ts';
import { dateWindows, type Rewrites, windowText } from './chrono-text.ts';
import { readDayPart, withHalf } from './clock-words.ts';
import type { Days, TimeOfDay } from './date-span.ts';
import type { FoundDate } from './found-date.ts';
import type { Tokens } from './placed-tokens.ts';
import { resolveWeekday } from './weekdays.ts';

/** Maximum number of characters of a text that chrono is given. It takes some four microseconds for each. */
const MAX_READ = 1_500;
/** Words of dates that are relative to the reference day. */
const RELATIVE = new Set(
  'today tonight tonite tomorrow tmr tmrw yesterday this last next past coming following previous'.split(' '),
);

/**
 * Reads the dates that chrono-node knows.
 *
 * @param rewrites what chrono is given instead of tokens: other spellings, or a sign for what has already been read
 * @param reference the day that relative dates are counted from
 */
export function readChronoDates(tokens: Tokens, rewrites: Rewrites, reference: string): FoundDate[] {
  const found: FoundDate[] = [];
  let rest = MAX_READ;
  for (const window of dateWindows(tokens, rewrites)) {
    const { text, ends } = windowText(tokens, window, rewrites);
    if (text.length > rest) break;
    rest -= text.length;
    for (const result of parse(text, { instant: new Date(`${reference}T12:00:00Z`), timezone: 0 })) {
      const end = result.index + result.text.trimEnd().length;
      const first = ends.findIndex((place) => place > result.index);
      // Tokens without a rewrite of their own belong to the one before them.
      const last = Math.max(
        ends.findIndex((place) => place >= end),
        ends.lastIndexOf(end),
      );
      const [from, to] = [window[0] + first, withoutComma(tokens, window[0] + last)];
      const words = tokens.slice(from, to + 1).map((token) => token.text);
      const date = toFound(tokens, { from, to, words, result }, reference);
      if (date) found.push(date);
    }
  }
  return found;
}

/** Removes the comma after a month, which chrono takes for a part of the date, and the ending 's. */
const withoutComma = (tokens: Tokens, at: number): number =>
  /^(?:[,.;]|'s)$/.test(tokens[at]?.text ?? '') ? at - 1 : at;

function toFound(tokens: Tokens, reading: ChronoReading, reference: string): FoundDate | undefined {
  const { from, to, words, result } = reading;
  if (isNoDate(tokens, reading)) return undefined;
  const { start, end } = result;
  const isWeekday = start.isCertain('weekday') && !start.isCertain('day');
  const isCounted = result.tags().has('result/relativeDate') || words.some((word) => RELATIVE.has(word));
  const isRelative = isWeekday || isCounted;
  const part = readDayPart(tokens, to + 1);
  const read = timeOf(start, words);
  const time = read && withHalf(read, part?.half);
  const timeTo = end ? timeOf(end, words) : undefined;
  const times = { ...(time ? { time } : {}), ...(timeTo ? { timeTo } : {}) };
  const place = { from, to: time && part ? part.to : to, isRelative, ...times };
  if (time && !hasDay(start) && !isRelative) return { ...place, yearKnown: false };
  if (isWeekday && !end && !words.some((word) => /^week(?:end|day)s?$/.test(word))) {
    const [days, ...others] = resolveWeekday(tokens, from, to, start.get('weekday') ?? 0, reference);
    return { ...place, days, ...(others.length > 0 ? { alternatives: others } : {}), yearKnown: true };
  }
  const first = words[0] === 'end' && words[1] === 'of' ? endOfMonth(start) : daysOf(start);
  const last = end ? daysOf(end) : first;
  if (!first || !last || last.to < first.from) return undefined;
  const yearKnown = isRelative || start.isCertain('year') || (end?.isCertain('year') ?? false);
  return { ...place, days: spanFromToday({ from: first.from, to: last.to }, words, reference), yearKnown };
}

/** The day; or the month or year, if no day is given. */
function daysOf(date: ParsedComponents): Days | undefined {
  const [year, month, day] = [date.get('year') ?? 0, date.get('month') ?? 1, date.get('day') ?? 1];
  const isDay =
    date.isCertain('day') ||
    date.isCertain('weekday') ||
    !(date.isCertain('month') || date.isCertain('year'));
  if (isDay) {
    const only = toDay(year, month, day);
    return only === undefined ? undefined : { from: only, to: only };
  }
  return date.isCertain('month') ? daysOfMonth(year, month) : daysOfYears(year);
}

/** "the end of April": its last ten days rather than its last one. */
function endOfMonth(date: ParsedComponents): Days | undefined {
  const month = daysOfMonth(date.get('year') ?? 0, date.get('month') ?? 1);
  return month && thirdOf(month, 2);
}

/** "the past two years" and "the next three days" are spans from or to the reference day. */
function spanFromToday(days: Days, words: readonly string[], reference: string): Days {
  if (words.length < 3 && !(words.length === 2 && words[0] === 'past')) return days;
  if (/^(?:last|past|previous)$/.test(words[0] ?? '') && days.to < reference)
    return { from: countBack(days, reference), to: reference };
  if (/^(?:next|coming|within)$/.test(words[0] ?? '') && days.from > reference)
    return { from: reference, to: days.to };
  return days;
}

/** A year or a month back begins on the day of the reference: two years before April 24 is April 24. */
function countBack({ from, to }: Days, reference: string): string {
  if (from === to) return from;
  const isYear = from.endsWith('-01-01') && to.endsWith('-12-31');
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [, thisMonth = 0, day = 0] = reference.split('-').map(Number);
  return toDay(year, isYear ? thisMonth : month, day) ?? to;
}

function timeOf(date: ParsedComponents, words: readonly string[]): TimeOfDay | undefined {
  if (!date.isCertain('hour')) return undefined;
  const hour = date.get('hour') ?? 0;
  const minutes = (hour % 12) * 60 + (date.get('minute') ?? 0);
  if (words.includes('noon')) return { minutes: 720, half: 'pm' };
  if (words.includes('midnight')) return { minutes: 0, half: 'am' };
  if (!date.isCertain('meridiem'))
    return hour >= 12 && !words.includes('12') ? { minutes: minutes + 720, half: 'pm' } : { minutes };
  return date.get('meridiem') === 1 ? { minutes: minutes + 720, half: 'pm' } : { minutes, half: 'am' };
}
