// Arithmetic on days written as YYYY-MM-DD, without time zones.
import type { Days } from './date-span.ts';

const DAY = 86_400_000;

/** The day of a date; undefined if it does not exist (February 30) or the year does not have four digits. */
export function toDay(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1000 && year <= 2999)) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** The days of a month (1 to 12). */
export function daysOfMonth(year: number, month: number): Days | undefined {
  const from = toDay(year, month, 1);
  if (from === undefined) return undefined;
  return { from, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}

/** The days from the start of one year to the end of another. */
export function daysOfYears(first: number, last = first): Days | undefined {
  const [from, to] = [toDay(first, 1, 1), toDay(last, 12, 31)];
  return from && to && first <= last ? { from, to } : undefined;
}

/** The days of several months in a row. The first may lie outside the year: month 0 is the December before. */
export function monthsFrom(year: number, month: number, count: number): Days | undefined {
  const of = (each: number) =>
    daysOfMonth(year + Math.floor((each - 1) / 12), ((((each - 1) % 12) + 12) % 12) + 1);
  const [first, last] = [of(month), of(month + count - 1)];
  return first && last && { from: first.from, to: last.to };
}

/** The day a number of days later, or earlier if the number is negative. */
export function plusDays(day: string, count: number): string {
  return new Date(timeOf(day) + count * DAY).toISOString().slice(0, 10);
}

/** The day of the week; 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(timeOf(day)).getUTCDay();

/** The week from Monday to Sunday that a day is in. */
export function weekOf(day: string): Days {
  const from = plusDays(day, -((weekdayOf(day) + 6) % 7));
  return { from, to: plusDays(from, 6) };
}

/** The first, second or last third of a span: whole months of a year, ten days of a month. */
export function thirdOf({ from, to }: Days, third: 0 | 1 | 2): Days {
  const [first, last] = [timeOf(from), timeOf(to)];
  const days = Math.round((last - first) / DAY) + 1;
  if (days > 360 && from.slice(5) === '01-01') {
    const year = Number(from.slice(0, 4));
    const years = Number(to.slice(0, 4)) - year + 1;
    const monthAt = (part: number) => Math.round((part * 12 * years) / 3);
    const start = new Date(Date.UTC(year, monthAt(third), 1)).toISOString().slice(0, 10);
    return { from: start, to: new Date(Date.UTC(year, monthAt(third + 1), 0)).toISOString().slice(0, 10) };
  }
  const edge = (part: number) => Math.floor((part * days) / 3);
  return { from: plusDays(from, edge(third)), to: third === 2 ? to : plusDays(from, edge(third + 1) - 1) };
}

/** The number of days between two days, whichever comes first. */
export const distance = (a: string, b: string): number => Math.abs(timeOf(a) - timeOf(b)) / DAY;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
