// Draws times as Discord does.
import { element } from './element.js';

/** How Discord writes a time, by the letter behind it. @type {Partial<Record<string, Intl.DateTimeFormatOptions>>} */
const LOOKS = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/**
 * Draws a time in the visitor's own zone and language; null if there is no such time.
 * @param {number} seconds since 1970
 * @param {string} look
 */
export function time(seconds, look) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return null;
  const full = new Intl.DateTimeFormat(undefined, LOOKS.F).format(date);
  const text = look === 'R' ? fromNow(seconds) : new Intl.DateTimeFormat(undefined, LOOKS[look]).format(date);
  return element('time', { datetime: date.toISOString(), title: full }, text);
}

const UNITS = /** @type {const} */ ([
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]);

/** @param {number} seconds */
function fromNow(seconds) {
  const away = Math.round(seconds - Date.now() / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(away) >= size) ?? UNITS[5];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(away / length), unit);
}
