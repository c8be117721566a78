// Reads the quantities of a text, and names the figures that cannot be read.
import { findQuantities, findUnclear } from './find-quantities.ts';
import type { FoundQuantity } from './found-quantity.ts';
import { placeTokens, type Tokens } from './placed-tokens.ts';
import type { Quantity, UnclearFigure } from './quantity.ts';

/**
 * Reads the quantities of a text in order. No piece of text is read twice. Dates, times, ordinals and numbers in
 * names are not quantities, and neither is anything that `readUnclear` names.
 *
 * @param text any string; only its first 6,000 characters are read
 */
export function readQuantities(text: string): Quantity[] {
  const tokens = placeTokens(text);
  return findQuantities(tokens).map((found) => toQuantity(tokens, found, text));
}

/** The quantity that was found among the tokens of a text, with its place there. */
export const toQuantity = (
  tokens: Tokens,
  { from, next, quantity }: FoundQuantity,
  text: string,
): Quantity => ({
  ...quantity,
  ...placeOf(tokens, from, next - 1, text),
});

/**
 * Finds the figures of a text that are not clearly a number, a date or part of a name, such as "6,31,0", "9o%" or
 * "February 30". A statement with one cannot be judged.
 *
 * @param text any string; only its first 6,000 characters are read
 */
export function readUnclear(text: string): UnclearFigure[] {
  const tokens = placeTokens(text);
  return findUnclear(tokens).map(({ from, to }) => placeOf(tokens, from, to, text));
}

function placeOf(tokens: Tokens, from: number, to: number, text: string): UnclearFigure {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to]?.end ?? start;
  return { start, end, text: text.slice(start, end) };
}
