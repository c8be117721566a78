// Times of day in words that chrono-node does not know: "quarter to seven", "half past six".
import type { TimeOfDay } from './date-span.ts';
import type { FoundDate, Tokens } from './found-date.ts';
import { SMALL_NUMBERS } from './number-names.ts';

const FRACTIONS: ReadonlyMap<string, number> = new Map(Object.entries({ quarter: 15, half: 30 }));

/** Reads "a quarter past seven", "half past six", "ten minutes to four"; undefined where none begins. */
export function readClockWords(tokens: Tokens, at: number): FoundDate | undefined {
  const first = tokens[at]?.text ?? '';
  const fraction = FRACTIONS.get(first);
  const hasUnit = /^minutes?$/.test(tokens[at + 1]?.text ?? '');
  const count = fraction ?? (hasUnit ? numberAt(tokens, at) : undefined);
  if (count === undefined || count >= 60) return undefined;
  const side = fraction === undefined ? at + 2 : at + 1;
  const word = tokens[side]?.text ?? '';
  const isAfter = word === 'past' || (word === 'after' && first !== 'half');
  if (!isAfter && !(/^(?:to|til|till)$/.test(word) && first !== 'half')) return undefined;
  const hour = numberAt(tokens, side + 1);
  if (hour === undefined || hour < 1 || hour > 12) return undefined;
  const minutes = ((hour % 12) * 60 + (isAfter ? count : -count) + 720) % 720;
  const part = readDayPart(tokens, side + 2);
  const from = tokens[at - 1]?.text === 'a' ? at - 1 : at;
  return {
    from,
    to: part?.to ?? side + 1,
    yearKnown: false,
    isRelative: false,
    time: withHalf({ minutes }, part?.half),
  };
}

/** "pm", "in the evening" or "at night", from a token on. */
export function readDayPart(tokens: Tokens, at: number): { half: 'am' | 'pm'; to: number } | undefined {
  const [first, second, third] = [0, 1, 2].map((step) => tokens[at + step]?.text);
  if (first === 'am' || first === 'pm') return { half: first, to: at };
  if (first === 'at' && second === 'night') return { half: 'pm', to: at + 1 };
  if (first !== 'in' || second !== 'the') return undefined;
  if (third === 'morning') return { half: 'am', to: at + 2 };
  return third === 'afternoon' || third === 'evening' ? { half: 'pm', to: at + 2 } : undefined;
}

/** A time with the half of the day that is said behind it. */
export function withHalf(time: TimeOfDay, half: 'am' | 'pm' | undefined): TimeOfDay {
  if (time.half || !half) return time;
  return { minutes: (time.minutes % 720) + (half === 'pm' ? 720 : 0), half };
}

function numberAt(tokens: Tokens, at: number): number | undefined {
  const text = tokens[at]?.text ?? '';
  return /^\d{1,2}$/.test(text) ? Number(text) : SMALL_NUMBERS.get(text);
}
