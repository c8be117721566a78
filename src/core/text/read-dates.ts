// Reads the dates and times of a text, with their hedges: before, after, by, not.
import { dateHedgeBefore } from './date-hedges.ts';
import type { ClockTime, DateSpan } from './date-span.ts';
import { findDates } from './find-dates.ts';
import type { FoundDate } from './found-date.ts';
import { placeTokens, type Tokens } from './placed-tokens.ts';

/** Completes a date whose month or day is not known. */
const FIRST_DAY = '0000-01-01';

/** Whether a date names a day: YYYY-MM-DD. */
export const isWholeDay = (date: string): boolean => date.length === FIRST_DAY.length;

/**
 * Reads the dates and times of a text in order. No piece of text is read twice.
 *
 * @param text any string; only its first 6,000 characters are read
 * @param reference the day that "tomorrow" and "last month" are relative to: YYYY-MM-DD, or a Date, of which the day
 *   in UTC counts. If only the year or the month is known (YYYY, YYYY-MM), dates relative to a day are not read
 * @throws {Error} if the reference is not such a date
 */
export function readDates(text: string, reference: Date | string): (DateSpan | ClockTime)[] {
  const tokens = placeTokens(text);
  return toDates(tokens, findDates(tokens, dayOf(reference)), text, reference);
}

/**
 * The day that relative dates are counted from, as YYYY-MM-DD: the first one, if only the year or the month is known.
 *
 * @throws {Error} if the reference is not a date
 */
export function dayOf(reference: Date | string): string {
  const given = asGiven(reference);
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(given) || Number.isNaN(Date.parse(given)))
    throw new Error(`The day that dates are counted from must be written YYYY-MM-DD, not "${given}".`);
  return `${given}${FIRST_DAY.slice(given.length)}`;
}

/** The dates that were found among the tokens of a text, without those that do not exist or cannot be known. */
export function toDates(
  tokens: Tokens,
  dates: readonly FoundDate[],
  text: string,
  reference: Date | string,
): (DateSpan | ClockTime)[] {
  const isDay = isWholeDay(asGiven(reference));
  return dates
    .filter(({ isImpossible, isRelative }) => !isImpossible && (isDay || !isRelative))
    .map((found) => toDate(tokens, found, text));
}

const asGiven = (reference: Date | string): string =>
  typeof reference === 'string' ? reference : reference.toISOString().slice(0, 10);

function toDate(tokens: Tokens, found: FoundDate, text: string): DateSpan | ClockTime {
  const { from, to, days, alternatives, yearKnown, isRelative, time, timeTo } = found;
  const isRange = tokens
    .slice(from, to + 1)
    .some((token) => /^(?:to|-|through|thru|until|and)$/.test(token.text));
  const { hedge, negated, from: begin } = dateHedgeBefore(tokens, from, isRange);
  const start = tokens[begin]?.start ?? 0;
  const end = tokens[to]?.end ?? start;
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
