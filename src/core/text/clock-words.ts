// Times of day in words that chrono-node does not know: "quarter to seven", "half past six".
import type { FoundDate, Tokens } from './found-date.ts';
import { SMALL_NUMBERS } from './number-names.ts';

const FRACTIONS: Readonly<Record<string, number>> = { quarter: 15, half: 30 };

/** Reads "a quarter past seven", "half past six", "ten minutes to four"; undefined where none begins. */
export function readClockWords(tokens: Tokens, at: number): FoundDate | undefined {
  const first = tokens[at]?.text ?? '';
  const fraction = FRACTIONS[first];
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
  const half = tokens[side + 2]?.text;
  const isHalf = half === 'am' || half === 'pm';
  const time = isHalf ? { minutes: half === 'pm' ? minutes + 720 : minutes, half } : { minutes };
  const from = tokens[at - 1]?.text === 'a' ? at - 1 : at;
  return {
    from,
    to: isHalf ? side + 2 : side + 1,
    yearKnown: false,
    isRelative: false,
    time: time as { minutes: number },
  };
}

function numberAt(tokens: Tokens, at: number): number | undefined {
  const text = tokens[at]?.text ?? '';
  return /^\d{1,2}$/.test(text) ? Number(text) : SMALL_NUMBERS.get(text);
}
