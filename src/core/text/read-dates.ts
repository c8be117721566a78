// The dates and times of a text: what chrono-node reads, and what it does not know or takes for a date wrongly.
import { thirdOf, weekOf } from './calendar.ts';
import { readChronoDates, rewriteForChrono } from './chrono-dates.ts';
import { readClockWords } from './clock-words.ts';
import { dateHedgeBefore } from './date-hedges.ts';
import type { ClockTime, DateSpan } from './date-span.ts';
import type { FoundDate, Tokens } from './found-date.ts';
import { isDigitFraction } from './numeral.ts';
import { readNumericDate } from './numeric-dates.ts';
import { placeTokens } from './placed-tokens.ts';
import { readRelativeSpan, THIRDS, THIRDS_OF } from './relative-spans.ts';
import { readYear, readYears } from './year-spans.ts';

/** Stands for tokens that chrono must not read; no word is written so. */
const READ = '\u00a7';

/**
 * Reads the dates and times of a text in order of place; no piece of text is read twice.
 *
 * @param text any string; only its first 6,000 characters are read
 * @param reference the day from which "tomorrow" and "last month" are counted, YYYY-MM-DD or its noon in UTC
 */
export function readDates(text: string, reference: Date | string): (DateSpan | ClockTime)[] {
  const day = typeof reference === 'string' ? reference.slice(0, 10) : reference.toISOString().slice(0, 10);
  const tokens = placeTokens(text);
  return findDates(tokens, day).map((found) => toDate(tokens, found, text));
}

/**
 * Finds the dates among the tokens of a text, in order.
 *
 * @param reference the day from which relative dates are counted, YYYY-MM-DD
 */
export function findDates(tokens: Tokens, reference: string): FoundDate[] {
  const rewrites = new Map<number, string>();
  const found: FoundDate[] = [];
  const numeric: FoundDate[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const fixed =
      readYears(tokens, at) ?? readClockWords(tokens, at) ?? readRelativeSpan(tokens, at, reference);
    const date = fixed ?? readNumericDate(tokens, at, reference);
    const end = date?.to ?? (isDigitFraction(tokens, at) ? at + 2 : undefined);
    if (end === undefined) continue;
    for (let i = date?.from ?? at; i <= end; i++) rewrites.set(i, i === end ? READ : '');
    if (fixed) found.push(fixed);
    else if (date) {
      numeric.push(date);
      // Chrono joins it with a weekday or a time; its order of day and month is known here.
      rewrites.set(at, date.days?.from === date.days?.to ? (date.days?.from ?? READ) : READ);
      for (let i = at + 1; i <= end; i++) rewrites.set(i, '');
    }
    at = end;
  }
  rewriteForChrono(tokens, rewrites);
  const isRead = new Set(found.flatMap(({ from, to }) => indexes(from, to)));
  for (const date of readChronoDates(tokens, rewrites, reference)) {
    const within = numeric.find(({ from, to }) => from >= date.from && to <= date.to);
    if (indexes(date.from, date.to).some((i) => isRead.has(i))) continue;
    found.push(within ? withOrder(date, within) : date);
    for (const i of indexes(date.from, date.to)) isRead.add(i);
  }
  for (const date of numeric) {
    if (indexes(date.from, date.to).some((i) => isRead.has(i))) continue;
    found.push(date);
    for (const i of indexes(date.from, date.to)) isRead.add(i);
  }
  for (let at = 0; at < tokens.length; at++) {
    const year = isRead.has(at) ? undefined : readYear(tokens, at);
    if (year && !isRead.has(year.to)) found.push(year);
  }
  const dates = found.map((date) => withPart(tokens, date)).sort((a, b) => a.from - b.from);
  return joined(tokens, dates);
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** What chrono read around a date in digits, with that date's own readings. */
function withOrder(date: FoundDate, numeric: FoundDate): FoundDate {
  const isRange = date.days && numeric.days && date.days.from !== date.days.to;
  if (isRange || !numeric.days) return date;
  const { days, alternatives, yearKnown } = numeric;
  return { ...date, days, yearKnown, ...(alternatives ? { alternatives } : {}) };
}

/** "early March", "mid-2007", "the end of April", "the week of May 1". */
function withPart(tokens: Tokens, date: FoundDate): FoundDate {
  const { days, from } = date;
  if (!days) return date;
  const before = tokens[from - 1]?.text ?? '';
  if (before === 'of' && tokens[from - 2]?.text === 'week')
    return { ...date, days: weekOf(days.from), from: from - 2 };
  if (days.from === days.to) return date;
  const name = before === '-' || before === 'of' || before === 'in' ? from - 2 : from - 1;
  const word = tokens[name]?.text ?? '';
  const third = before === 'of' ? (THIRDS_OF.get(word) ?? THIRDS.get(word)) : THIRDS.get(word);
  return third === undefined ? date : { ...date, days: thirdOf(days, third), from: name };
}

/** Ranges of days ("Monday to Friday") and days with their time ("Friday of next week at 9 a.m.") become one. */
function joined(tokens: Tokens, dates: FoundDate[]): FoundDate[] {
  const joined: FoundDate[] = [];
  for (const date of dates) {
    const last = joined.at(-1);
    const joint = last && join(tokens, last, date);
    if (joint) joined[joined.length - 1] = joint;
    else joined.push(date);
  }
  return joined;
}

function join(tokens: Tokens, first: FoundDate, second: FoundDate): FoundDate | undefined {
  if (!first.days || first.time || second.from - first.to > 2) return undefined;
  const between = second.from - first.to === 2 ? (tokens[first.to + 1]?.text ?? '') : '';
  const place = { from: first.from, to: second.to };
  if (!second.days)
    return /^(?:|at|,|:|[.]|-)$/.test(between) && first.days.from === first.days.to
      ? { ...second, ...first, ...place }
      : undefined;
  if (!/^(?:to|through|thru|-)$/.test(between) || second.days.from <= first.days.to) return undefined;
  const { alternatives: _, ...rest } = first;
  return {
    ...rest,
    ...place,
    days: { from: first.days.from, to: second.days.to },
    yearKnown: first.yearKnown || second.yearKnown,
  };
}

function toDate(tokens: Tokens, found: FoundDate, text: string): DateSpan | ClockTime {
  const { from, to, days, alternatives, yearKnown, isRelative, time, timeTo } = found;
  const placed = dateHedgeBefore(tokens, from, days !== undefined && days.from !== days.to);
  const start = tokens[placed.from]?.start ?? 0;
  const end = tokens[to]?.end ?? start;
  const { hedge, negated } = placed;
  const place = { ...(hedge ? { hedge } : {}), negated, start, end, text: text.slice(start, end) };
  if (!days)
    return { kind: 'time', ...(time ?? { minutes: 0 }), ...(timeTo ? { to: timeTo } : {}), ...place };
  return {
    kind: 'date',
    ...days,
    yearKnown,
    isRelative,
    ...(alternatives ? { alternatives } : {}),
    ...(time ? { time } : {}),
    ...place,
  };
}
