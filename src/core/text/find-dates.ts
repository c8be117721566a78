// Finds the dates and times among the tokens of a text: what chrono-node reads, and what it does not know.
import { thirdOf, weekdayOf, weekOf } from './calendar.ts';
import { readChronoDates } from './chrono-dates.ts';
import { NO_DATE, type Rewrites, rewriteForChrono } from './chrono-text.ts';
import { readClockWords } from './clock-words.ts';
import type { Days } from './date-span.ts';
import type { FoundDate } from './found-date.ts';
import { readImpossibleDay } from './impossible-days.ts';
import { readNthDay } from './nth-days.ts';
import { isDigitFraction } from './numeral.ts';
import { readNumericDate } from './numeric-dates.ts';
import type { Tokens } from './placed-tokens.ts';
import { readRelativeSpan, THIRDS, THIRDS_OF, THIRDS_OF_DAYS } from './relative-spans.ts';
import { readYearPart } from './year-parts.ts';
import { readYear, readYears } from './years.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * Finds the dates and times among tokens, in order. No token is in two of them. They include days that do not exist.
 *
 * @param reference the day that relative dates are counted from, as YYYY-MM-DD
 */
export function findDates(tokens: Tokens, reference: string): FoundDate[] {
  const rewrites: Rewrites = new Map();
  const { own, numeric } = readOwn(tokens, reference, rewrites);
  rewriteForChrono(tokens, rewrites);
  const found = own;
  const isRead = new Set(own.flatMap(indexes));
  const add = (date: FoundDate) => {
    const places = indexes(date);
    if (places.some((i) => isRead.has(i))) return;
    found.push(date);
    for (const i of places) isRead.add(i);
  };
  for (const date of readChronoDates(tokens, rewrites, reference)) add(inNumericOrder(tokens, date, numeric));
  for (const date of numeric.values()) add(date);
  for (let at = 0; at < tokens.length; at++) {
    const year = readYear(tokens, at);
    if (year) add(year);
  }
  const dates = found.map((date) => withPart(tokens, date)).sort((a, b) => a.from - b.from);
  return joined(tokens, dates);
}

/**
 * Reads what chrono does not. Chrono is given dates in digits in an order that it cannot mistake, so that it joins
 * them with weekdays and times; it does not see the rest.
 */
function readOwn(
  tokens: Tokens,
  reference: string,
  rewrites: Rewrites,
): { own: FoundDate[]; numeric: Map<number, FoundDate> } {
  const own: FoundDate[] = [];
  const numeric = new Map<number, FoundDate>();
  for (let at = 0; at < tokens.length; at++) {
    const fixed =
      readYears(tokens, at) ??
      readYearPart(tokens, at) ??
      readNthDay(tokens, at, reference) ??
      readClockWords(tokens, at) ??
      readRelativeSpan(tokens, at, reference) ??
      readImpossibleDay(tokens, at);
    const date = fixed ?? readNumericDate(tokens, at, reference);
    const from = date?.from ?? at;
    const to = date?.to ?? (isDigitFraction(tokens, at) ? at + 2 : undefined);
    if (to === undefined) continue;
    for (let i = from; i <= to; i++) rewrites.set(i, i === from ? NO_DATE : '');
    if (fixed) own.push(fixed);
    else if (date) {
      numeric.set(at, date);
      if (date.days && date.days.from === date.days.to) rewrites.set(at, date.days.from);
    }
    at = to;
  }
  return { own, numeric };
}

function indexes({ from, to }: FoundDate): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/**
 * Gives a date that chrono read around a date in digits the readings of the latter. A weekday tells which of them is
 * meant.
 */
function inNumericOrder(tokens: Tokens, date: FoundDate, numeric: ReadonlyMap<number, FoundDate>): FoundDate {
  const within = indexes(date).find((i) => numeric.has(i));
  const own = within === undefined ? undefined : numeric.get(within);
  if (!own?.days || date.days?.from !== date.days?.to) return date;
  const { days, alternatives = [], yearKnown } = own;
  const named = indexes(date)
    .map((i) => WEEKDAYS.indexOf(tokens[i]?.text.slice(0, 3) ?? ''))
    .find((day) => day >= 0);
  const fitting = [days, ...alternatives].find(({ from }) => weekdayOf(from) === named);
  if (fitting) return { ...date, days: fitting, yearKnown };
  return { ...date, days, yearKnown, ...(alternatives.length > 0 ? { alternatives } : {}) };
}

/** "early March", "mid-2007", "the end of April", "the closing days of April", "the week of May 1". */
function withPart(tokens: Tokens, date: FoundDate): FoundDate {
  const { days, from } = date;
  if (!days) return date;
  const before = tokens[from - 1]?.text ?? '';
  if (days.from === days.to) {
    const isWeek = before === 'of' && tokens[from - 2]?.text === 'week';
    return isWeek ? { ...date, days: weekOf(days.from), from: from - 2 } : date;
  }
  const ofDays = before === 'of' && /^(?:days|part)$/.test(tokens[from - 2]?.text ?? '');
  const part = ofDays ? THIRDS_OF_DAYS.get(tokens[from - 3]?.text ?? '') : undefined;
  if (part !== undefined && isWithinMonth(days))
    return { ...date, days: thirdOf(days, part), from: from - 3 };
  const name = /^(?:-|of|in)$/.test(before) ? from - 2 : from - 1;
  const word = tokens[name]?.text ?? '';
  const third = (before === 'of' ? THIRDS_OF.get(word) : undefined) ?? THIRDS.get(word);
  return third === undefined ? date : { ...date, days: thirdOf(days, third), from: name };
}

const isWithinMonth = ({ from, to }: Days): boolean => from.slice(0, 7) === to.slice(0, 7);

/** Ranges of days ("Monday to Friday") and days with their time ("Friday of next week at 9 a.m.") become one. */
function joined(tokens: Tokens, dates: FoundDate[]): FoundDate[] {
  const result: FoundDate[] = [];
  for (const date of dates) {
    const last = result.at(-1);
    const joint = last && join(tokens, last, date);
    if (joint) result[result.length - 1] = joint;
    else result.push(date);
  }
  return result;
}

function join(tokens: Tokens, first: FoundDate, second: FoundDate): FoundDate | undefined {
  const gap = second.from - first.to - 1;
  if (!first.days || first.time || gap > 1 || second.isImpossible) return undefined;
  const between = gap === 1 ? (tokens[first.to + 1]?.text ?? '') : '';
  const place = { from: first.from, to: second.to };
  if (!second.days) {
    const isDay = first.days.from === first.days.to;
    return isDay && /^(?:|at|[,:.-])$/.test(between) ? { ...second, ...first, ...place } : undefined;
  }
  if (!/^(?:to|through|thru|-)$/.test(between) || second.days.from <= first.days.to) return undefined;
  const { alternatives: _, ...rest } = first;
  const days = { from: first.days.from, to: second.days.to };
  return { ...rest, ...place, days, yearKnown: first.yearKnown || second.yearKnown };
}
