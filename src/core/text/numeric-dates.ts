// Dates in digits alone: "2017-05-01", "1.5.2017", "1/5/2017" in either order, "5/1", "04/2016".
import { daysOfMonth, distance, toDay } from './calendar.ts';
import type { Days } from './date-span.ts';
import type { FoundDate } from './found-date.ts';
import { readUnit } from './measure-units.ts';
import { isDigitFraction } from './numeral.ts';
import type { Tokens } from './placed-tokens.ts';

/** The last year of this century that two digits can mean: "'17" is 2017, "'88" is 1988. */
const LAST_SHORT_YEAR = 40;

/** The year that four or two digits mean. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year <= LAST_SHORT_YEAR ? 2000 : 1900);
}

/**
 * Reads the date in digits that begins at a token.
 *
 * @param reference the day that a date without a year is near
 * @returns undefined if none begins there
 */
export function readNumericDate(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const first = tokens[at];
  if (first?.kind !== 'digits' || isInside(tokens, at)) return undefined;
  // "1.1.30" is a version.
  const dotted =
    /^(\d{1,2}|\d{4})\.(\d{1,2})\.(\d{4})$|^(\d{4})\.(\d{1,2})\.(\d{1,2})$|^(\d\d)\.(\d\d)\.(\d\d)$/.exec(
      first.text,
    );
  const separator = dotted ? '.' : (tokens[at + 1]?.text ?? '');
  const parts = dotted
    ? dotted.slice(1).filter((part) => part !== undefined)
    : partsAt(tokens, at, separator);
  const to = dotted ? at : at + 2 * (parts.length - 1);
  const after = tokens[to + 1];
  // "1-2-3-4" is a key; "5/1st" and "3/4%" are not dates.
  if (after?.glued && (after.kind !== 'sign' || (after.text === separator && tokens[to + 2]?.glued))) {
    if (after.text !== 't') return undefined;
  }
  const place = { from: at, to, isRelative: false };
  if (parts.length === 3) {
    const readings = fullReadings(parts, separator);
    const isDated =
      parts.every((part) => /^(?:\d{1,2}|(?:1[6-9]|20)\d\d)$/.test(part)) &&
      parts.some((part) => part.length === 4);
    if (!readings && isDated) return { ...place, yearKnown: false, isImpossible: true };
    return readings && { ...place, yearKnown: true, ...withAlternatives(readings) };
  }
  if (parts.length !== 2) return undefined;
  const month = monthOfYear(parts, separator);
  if (month) return { ...place, yearKnown: true, days: month };
  if (separator !== '/' || parts.some((part) => part.length > 2) || isDigitFraction(tokens, at))
    return undefined;
  if (readUnit(tokens, to + 1) || after?.text === 'of' || (parts[0] === '24' && parts[1] === '7'))
    return undefined;
  const [a, b] = parts.map(Number) as [number, number];
  const readings = distinct([near(a, b, reference), near(b, a, reference)]);
  return readings && { ...place, yearKnown: false, ...withAlternatives(readings) };
}

/** Whether digits are part of something longer: "$5/1", "12/5/1/2017". */
function isInside(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  if (!before || !tokens[at]?.glued) return false;
  return /^[.:#$€£]$/.test(before.text) || (/^[/-]$/.test(before.text) && before.glued);
}

function partsAt(tokens: Tokens, at: number, separator: string): string[] {
  if (!/^[/-]$/.test(separator)) return [];
  const parts: string[] = [];
  for (let i = at; parts.length < 3; i += 2) {
    const token = tokens[i];
    if (!token || !/^\d{1,4}$/.test(token.text) || (i > at && !token.glued)) break;
    parts.push(token.text);
    const sign = tokens[i + 1];
    if (sign?.text !== separator || !sign.glued) break;
  }
  return parts;
}

/** The year first, or last after day and month in either order. With dots, the day comes first. */
function fullReadings(parts: string[], separator: string): Days[] | undefined {
  const [a = '', b = '', c = ''] = parts;
  const [first, second, third] = parts.map(Number) as [number, number, number];
  if (a.length === 4) return distinct([single(toDay(first, second, third))]);
  if (a.length > 2 || b.length > 2 || c.length === 3 || c.length < 2) return undefined;
  if (c.length === 2 && separator === '-' && b.length < 2) return undefined;
  const year = fullYear(c);
  const readings = [single(toDay(year, first, second)), single(toDay(year, second, first))];
  return distinct(separator === '.' ? readings.reverse() : readings);
}

/** "04/2016", "2016-04"; "2007-08" is two years. */
function monthOfYear(parts: string[], separator: string): Days | undefined {
  const [a = '', b = ''] = parts;
  if (b.length === 4 && a.length <= 2 && separator === '/') return daysIn(Number(b), Number(a));
  if (a.length !== 4 || b.length !== 2 || Number(b) === (Number(a) + 1) % 100) return undefined;
  return daysIn(Number(a), Number(b));
}

const daysIn = (year: number, month: number): Days | undefined =>
  month >= 1 && month <= 12 && year >= 1900 && year <= 2099 ? daysOfMonth(year, month) : undefined;

const single = (day: string | undefined): Days | undefined =>
  day === undefined ? undefined : { from: day, to: day };

/** The month and day in the year in which they are nearest to the reference day. */
function near(month: number, day: number, reference: string): Days | undefined {
  const year = Number(reference.slice(0, 4));
  const days = [year, year - 1, year + 1]
    .map((each) => toDay(each, month, day))
    .filter((each) => each !== undefined);
  return single(days.sort((a, b) => distance(a, reference) - distance(b, reference))[0]);
}

function distinct(readings: (Days | undefined)[]): Days[] | undefined {
  const known = readings.filter((days) => days !== undefined);
  const found = known.filter((days, i) => known.findIndex((other) => other.from === days.from) === i);
  return found.length > 0 ? found : undefined;
}

function withAlternatives([days, ...alternatives]: Days[]): Pick<FoundDate, 'days' | 'alternatives'> {
  return { ...(days ? { days } : {}), ...(alternatives.length > 0 ? { alternatives } : {}) };
}
