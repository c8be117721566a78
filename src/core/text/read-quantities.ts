// The quantities of a text: numbers with their units and hedges, ranges, and words that stand for a number.
import { readAmount } from './amount.ts';
import { findDates } from './find-dates.ts';
import type { FoundDate } from './found-date.ts';
import {
  countThings,
  type FoundQuantity,
  memberThings,
  shareThings,
  type Tokens,
  toQuantity,
} from './found-quantity.ts';
import { readHedgedNumber } from './hedged-number.ts';
import { hedgeBefore } from './hedges.ts';
import { readRange, withLaterUnit } from './number-range.ts';
import { type PlacedToken, placeTokens } from './placed-tokens.ts';
import { readQuantifier } from './quantifiers.ts';
import type { Quantity, UnclearFigure } from './quantity.ts';
import { findUnclear } from './unclear-figures.ts';

/** Stands for a token that belongs to no quantity: it is part of a date or cannot be read. */
const MASK = '\u0000';
/** Which day relative dates are counted from does not matter where they are only to be left out. */
const ANY_DAY = '2000-01-01';
/** Words of relative dates that hold a span of time. */
const SPANS = /^(?:in|within|last|past|next|previous|coming)$/;

/**
 * Reads the quantities of a text in order of place; no piece of text is read twice. Dates, times, ordinals and numbers
 * in names are none, and neither is what `readUnclear` names.
 *
 * @param text any string; only its first 6,000 characters are read
 */
export function readQuantities(text: string): Quantity[] {
  const { tokens } = prepared(text);
  const quantities: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = readAt(tokens, at, text);
    if (found) quantities.push(found.quantity);
    at = Math.max(found?.next ?? 0, at + 1);
  }
  return quantities;
}

/**
 * Finds the digits of a text that are no clear number, date or name, such as "6,31,0" or "9o%". A statement that holds
 * one cannot be judged.
 *
 * @param text any string; only its first 6,000 characters are read
 */
export function readUnclear(text: string): UnclearFigure[] {
  const { unclear } = prepared(text);
  return unclear.map(([first, last]) => ({
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end),
  }));
}

function readAt(tokens: Tokens, at: number, text: string): FoundQuantity | undefined {
  const quantified = readQuantified(tokens, at, text);
  if (quantified) return quantified;
  const amount = readAmount(tokens, at);
  if (!amount) return undefined;
  return (
    readRange(tokens, at, amount, text) ??
    readHedgedNumber(tokens, at, withLaterUnit(tokens, at, amount), text)
  );
}

/** "all", "no one", "most of the members", "less than a majority". */
function readQuantified(tokens: Tokens, at: number, text: string): FoundQuantity | undefined {
  const quantifier = readQuantifier(tokens, at);
  if (!quantifier) return undefined;
  const { interval, unit, noun, next } = quantifier;
  const things = noun
    ? memberThings(tokens, next, noun)
    : unit === 'percent'
      ? shareThings(tokens, next)
      : unit === 'count'
        ? countThings(tokens, next)
        : { kind: {}, next };
  const before = hedgeBefore(tokens, at);
  const isUnder = before?.hedge === 'under' && interval.low > 0;
  const below = { low: 0, high: interval.low, lowOpen: false, highOpen: !interval.lowOpen };
  const values = isUnder
    ? { interval: below, unit, hedge: 'under' as const, isQuantifier: true }
    : { interval, unit, isQuantifier: true };
  return toQuantity(tokens, text, { from: isUnder ? before.from : at, next }, values, things.kind);
}

/** The tokens without those of dates and of what is unclear, and the first and last tokens of what is unclear. */
function prepared(text: string): { tokens: Tokens; unclear: [PlacedToken, PlacedToken][] } {
  const tokens = placeTokens(text);
  const dates = findDates(tokens, ANY_DAY);
  // A span of time within a date is a quantity as well: "in seven days", "the past two years".
  const isSpan = ({ from, to, isRelative }: FoundDate) =>
    isRelative && tokens.slice(from, to + 1).some((token) => SPANS.test(token.text));
  const undated = masked(
    tokens,
    dates.filter((date) => !isSpan(date)),
  );
  const pieces = [...dates.filter(({ isImpossible }) => isImpossible), ...findUnclear(undated)].sort(
    (a, b) => a.from - b.from,
  );
  const unclear = pieces.flatMap(({ from, to }): [PlacedToken, PlacedToken][] => {
    const [first, last] = [tokens[from], tokens[to]];
    return first && last ? [[first, last]] : [];
  });
  return { tokens: masked(undated, pieces), unclear };
}

function masked(tokens: Tokens, pieces: readonly { from: number; to: number }[]): Tokens {
  if (pieces.length === 0) return tokens;
  const result = [...tokens];
  for (const { from, to } of pieces)
    for (const [i, token] of tokens.slice(from, to + 1).entries())
      result[from + i] = { ...token, kind: 'sign', text: MASK };
  return result;
}
