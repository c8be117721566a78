// Formats the numbers, dates and times of facts as plain text, the same in every time zone and language.
import type { Value } from '../core/knowledge/schema.ts';

type NumberValue = Extract<Value, { kind: 'number' }>;

const BOUNDS = { over: 'more than', nearly: 'nearly', under: 'less than' } as const;
const decimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });

// Making a format takes a hundred times as long as using it.
const dateFormat = (parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', ...parts });
const yearOnly = dateFormat({});
const monthAndYear = dateFormat({ month: 'long' });
const wholeDate = dateFormat({ month: 'long', weekday: 'long', day: 'numeric' });

/** Formats a number: "71% of imports", "nearly 12 dollars", or "5 to 10 years" where rounding leaves a range. */
export function formatNumber({ number, low, high, unit, of, bound }: NumberValue): string {
  const amount = (n: number) => (unit === 'percent' ? `${decimal.format(n)}%` : decimal.format(n));
  const figure =
    low !== undefined && high !== undefined ? `${amount(low)} to ${amount(high)}` : amount(number);
  return [bound && BOUNDS[bound], figure, unit === 'percent' ? of && `of ${of}` : unit]
    .filter(Boolean)
    .join(' ');
}

/** Formats a date as precisely as it is known: "2017", "March 2017" or "Monday, April 24, 2017". */
export function formatDate(date: string): string {
  const [, month, day] = date.split('-');
  return (day ? wholeDate : month ? monthAndYear : yearOnly).format(new Date(date));
}

/** Formats a time of day such as "18:45" in the article's style: "6:45 p.m.". */
export function formatTime(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'a.m.' : 'p.m.'}`;
}
