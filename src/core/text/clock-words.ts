// Times of day in words that chrono-node does not know: "quarter to seven", "half past six", "seven thirty p.m.".
import type { TimeOfDay } from './date-span.ts';
import type { FoundDate } from './found-date.ts';
import { SMALL_NUMBERS } from './number-names.ts';
import type { Tokens } from './placed-tokens.ts';

type Half = 'am' | 'pm';

const HALF_DAY = 720;
const FRACTIONS: ReadonlyMap<string, number> = new Map(Object.entries({ quarter: 15, half: 30 }));

/** Reads a time of day in words; undefined where none begins. */
export function readClockWords(tokens: Tokens, at: number): FoundDate | undefined {
  return readFromHour(tokens, at) ?? readHourAndMinutes(tokens, at);
}

/** "a quarter past seven", "half past six", "ten minutes to four", "twenty past three", "a quarter to noon". */
function readFromHour(tokens: Tokens, at: number): FoundDate | undefined {
  const first = tokens[at]?.text ?? '';
  const fraction = FRACTIONS.get(first);
  const count = fraction ?? numberAt(tokens, at);
  if (count === undefined || count === 0 || count >= 60) return undefined;
  const hasUnit = fraction === undefined && /^minutes?$/.test(tokens[at + 1]?.text ?? '');
  const side = hasUnit ? at + 2 : at + 1;
  const word = tokens[side]?.text ?? '';
  const isAfter = word === 'past' || (word === 'after' && fraction === 15);
  // "ten to six" may be a range.
  const isBefore = /^(?:to|til|till)$/.test(word) && (fraction === 15 || hasUnit);
  if (!isAfter && !isBefore) return undefined;
  if (fraction === undefined && !hasUnit && count % 5 !== 0) return undefined;
  const minutes = isAfter ? count : -count;
  const name = tokens[side + 1]?.text ?? '';
  const place = { from: tokens[at - 1]?.text === 'a' ? at - 1 : at, yearKnown: false, isRelative: false };
  if (name === 'noon')
    return { ...place, to: side + 1, time: { minutes: HALF_DAY + minutes, half: isAfter ? 'pm' : 'am' } };
  if (name === 'midnight')
    return {
      ...place,
      to: side + 1,
      time: { minutes: (2 * HALF_DAY + minutes) % (2 * HALF_DAY), half: isAfter ? 'am' : 'pm' },
    };
  const hour = numberAt(tokens, side + 1);
  if (hour === undefined || hour < 1 || hour > 12) return undefined;
  const part = readDayPart(tokens, side + 2);
  const time = { minutes: (hour * 60 + minutes + HALF_DAY) % HALF_DAY };
  return { ...place, to: part?.to ?? side + 1, time: withHalf(time, part?.half) };
}

/** "Seven thirty p.m.": only with the half of the day, since "seven thirty" alone are numbers. */
function readHourAndMinutes(tokens: Tokens, at: number): FoundDate | undefined {
  const hour = SMALL_NUMBERS.get(tokens[at]?.text ?? '');
  if (hour === undefined || hour < 1 || hour > 12) return undefined;
  const ten = SMALL_NUMBERS.get(tokens[at + 1]?.text ?? '');
  if (ten === undefined || ten < 10 || ten > 50) return undefined;
  const dash = tokens[at + 2]?.text === '-' ? at + 3 : at + 2;
  const unit = ten >= 20 ? (SMALL_NUMBERS.get(tokens[dash]?.text ?? '') ?? 0) : 0;
  const next = unit > 0 && unit < 10 ? dash + 1 : at + 2;
  const part = readDayPart(tokens, next);
  if (!part) return undefined;
  const time = withHalf({ minutes: (hour % 12) * 60 + ten + (next > at + 2 ? unit : 0) }, part.half);
  return { from: at, to: part.to, yearKnown: false, isRelative: false, time };
}

/** "pm", "in the evening" or "at night", from a token on. */
export function readDayPart(tokens: Tokens, at: number): { half: Half; to: number } | undefined {
  const [first, second, third] = [0, 1, 2].map((step) => tokens[at + step]?.text);
  if (first === 'am' || first === 'pm') return { half: first, to: at };
  if (first === 'at' && second === 'night') return { half: 'pm', to: at + 1 };
  if (first !== 'in' || second !== 'the') return undefined;
  if (third === 'morning') return { half: 'am', to: at + 2 };
  return third === 'afternoon' || third === 'evening' ? { half: 'pm', to: at + 2 } : undefined;
}

/** A time with the half of the day named after it. */
export function withHalf(time: TimeOfDay, half: Half | undefined): TimeOfDay {
  if (time.half || !half) return time;
  return { minutes: (time.minutes % HALF_DAY) + (half === 'pm' ? HALF_DAY : 0), half };
}

function numberAt(tokens: Tokens, at: number): number | undefined {
  const text = tokens[at]?.text ?? '';
  return /^\d{1,2}$/.test(text) ? Number(text) : SMALL_NUMBERS.get(text);
}
