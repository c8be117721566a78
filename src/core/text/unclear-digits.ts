// Finds digits that are not clearly a number: "6,31,0", "9o%", "96 3%", "9?%".
import { readDigits } from './digits-notation.ts';
import { isDigitFraction } from './numeral.ts';
import type { PlacedToken } from './placed-tokens.ts';

/** Letters that are typed for digits, or misread from a picture. */
const LOOKALIKES = /^[oil]{1,3}$/;

/**
 * Finds digits that cannot be read for certain.
 *
 * @param tokens the tokens of a text, without those of its dates and times
 * @returns the first and the last token of each piece, in order
 */
export function unclearDigits(tokens: readonly PlacedToken[]): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const to = unclearEnd(tokens, at);
    if (to === undefined) continue;
    const last = pieces.at(-1);
    // The number that a fraction ends with: "1/2 6,310".
    const isLower = tokens[at - 1]?.text === '/' && tokens[at]?.glued && tokens[at - 2]?.kind === 'digits';
    if (last && at <= last.to + 1) last.to = Math.max(last.to, to);
    else pieces.push({ from: isLower ? at - 2 : at, to });
  }
  return pieces;
}

function unclearEnd(tokens: readonly PlacedToken[], at: number): number | undefined {
  const [token, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token || !second) return token?.kind === 'digits' && !readDigits(token.text) ? at : undefined;
  if (token.kind === 'word')
    return LOOKALIKES.test(token.text) && second.kind === 'digits' && second.glued ? at + 1 : undefined;
  if (token.kind !== 'digits') return undefined;
  // "40/32/14" is not a day.
  const isChain =
    second.text === '/' && second.glued && tokens[at + 3]?.text === '/' && tokens[at + 3]?.glued;
  if (isChain && tokens[at + 4]?.kind === 'digits' && tokens[at + 4]?.glued) return at + 4;
  // "96 3%": two numbers in a row; a space may stand for a separator only before three digits.
  if (second.kind === 'digits' && !isDigitFraction(tokens, at + 1)) return at + 1;
  if (second.glued && third?.glued) {
    if (second.kind === 'word' && LOOKALIKES.test(second.text)) return at + 2;
    // "9?%", "2x3%", "2.48×10"
    if (/^[?x#×^]$/.test(second.text) && /^(?:%|\d.*)$/.test(third.text)) return at + 2;
    if (/^[.,;]$/.test(second.text) && third.kind === 'digits') return at + 2;
  }
  if (second.glued && second.kind === 'word' && LOOKALIKES.test(second.text)) return at + 1;
  return readDigits(token.text) ? undefined : at;
}
