// The quantities of a text, and the figures in it that cannot be read.
import { findQuantities, findUnclear } from './find-quantities.ts';
import { type PlacedToken, placeTokens } from './placed-tokens.ts';
import type { Quantity, UnclearFigure } from './quantity.ts';

/**
 * Reads the quantities of a text in order of place; no piece of text is read twice. Dates, times, ordinals and numbers
 * in names are none, and neither is what `readUnclear` names.
 *
 * @param text any string; only its first 6,000 characters are read
 */
export function readQuantities(text: string): Quantity[] {
  const tokens = placeTokens(text);
  return findQuantities(tokens).map(({ from, next, quantity }) => ({
    ...quantity,
    ...placeOf(tokens, from, next - 1, text),
  }));
}

/**
 * Reads the figures of a text that are no clear number, date or name, such as "6,31,0", "9o%" or "February 30". A
 * statement that holds one cannot be judged.
 *
 * @param text any string; only its first 6,000 characters are read
 */
export function readUnclear(text: string): UnclearFigure[] {
  const tokens = placeTokens(text);
  return findUnclear(tokens).map(({ from, to }) => placeOf(tokens, from, to, text));
}

function placeOf(tokens: readonly PlacedToken[], from: number, to: number, text: string): UnclearFigure {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to]?.end ?? start;
  return { start, end, text: text.slice(start, end) };
}
