// Part of a ten: "in the high 90s", "the low sixties", "the mid-90s percent".
import { readUnit } from './measure-units.ts';
import type { Tokens } from './placed-tokens.ts';

export interface Tens {
  low: number;
  high: number;
  /** The index of the token after it. */
  next: number;
}

/** The names of tens, which also name decades: "the nineties". */
export const TENS: ReadonlyMap<string, number> = new Map(
  ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'].map(
    (name, i) => [name, 10 * (i + 2)],
  ),
);
/** The part of the ten that a word names. */
const PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['low', [0, 4]],
  ['mid', [3, 7]],
  ['high', [6, 10]],
  ['upper', [6, 10]],
]);

/**
 * Reads the part of a ten that begins at a token.
 *
 * @returns undefined if none begins there, or if a decade is meant: "the mid-90s"
 */
export function readTens(tokens: Tokens, at: number): Tens | undefined {
  const part = PARTS.get(tokens[at]?.text ?? '');
  if (!part) return undefined;
  const name = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  const [word, ending] = [tokens[name], tokens[name + 1]];
  const isDigits = /^[1-9]0$/.test(word?.text ?? '') && ending?.glued === true && ending.text === 's';
  const ten = isDigits ? Number(word?.text) : TENS.get(word?.text ?? '');
  if (ten === undefined) return undefined;
  const next = isDigits ? name + 2 : name + 1;
  // Only shares and ages are "in the mid-nineties"; otherwise it is a decade.
  if (tokens[at]?.text === 'mid' && readUnit(tokens, next)?.unit !== 'percent') return undefined;
  const [low, high] = part;
  return { low: ten + low, high: ten + high, next };
}
