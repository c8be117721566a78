// Finds the quantities in the tokens of a text: numbers with their units, ranges, and words that stand for a number.
import { readAmount } from './amount.ts';
import { findDates } from './find-dates.ts';
import type { FoundDate } from './found-date.ts';
import { countThings, type FoundQuantity, memberThings, shareThings, toFound } from './found-quantity.ts';
import type { HedgeWord } from './hedge-words.ts';
import { readHedgedNumber } from './hedged-number.ts';
import { hedgeBefore } from './hedges.ts';
import { readUnit } from './measure-units.ts';
import { readRange, withLaterUnit } from './number-range.ts';
import type { Tokens } from './placed-tokens.ts';
import { readQuantifier } from './quantifiers.ts';
import type { Interval } from './quantity.ts';
import { readTens } from './tens.ts';
import { unclearDigits } from './unclear-digits.ts';

/** Stands for a token that belongs to no quantity, because it is part of a date or cannot be read. */
const MASK = '\u0000';
/** Any reference day will do where relative dates only have to be left out. */
const ANY_DAY = '2000-01-01';
/** Words of relative dates that contain a span of time. */
const SPANS = /^(?:in|within|last|past|next|previous|coming)$/;

/**
 * Finds the quantities among tokens, in order; no token is in two of them.
 *
 * @param dates the dates among the tokens, relative to any day, if they have been found
 */
export function findQuantities(
  tokens: Tokens,
  dates: readonly FoundDate[] = findDates(tokens, ANY_DAY),
): FoundQuantity[] {
  const readable = prepare(tokens, dates).tokens;
  const found: FoundQuantity[] = [];
  for (let at = 0; at < readable.length; ) {
    const quantity = readAt(readable, at);
    if (quantity && !namesWhole(readable, quantity, found.at(-1))) found.push(quantity);
    at = Math.max(quantity?.next ?? 0, at + 1);
  }
  return found;
}

/**
 * Finds the digits that are not clearly a number, a date or part of a name.
 *
 * @returns the indexes of the first and last token of each piece, in order
 */
export function findUnclear(tokens: Tokens): { from: number; to: number }[] {
  return prepare(tokens, findDates(tokens, ANY_DAY)).unclear;
}

/** Whether "all" names the whole that the quantity before it is a share of: "47% of all members". */
const namesWhole = (
  tokens: Tokens,
  { from, quantity: { isQuantifier } }: FoundQuantity,
  before: FoundQuantity | undefined,
): boolean =>
  isQuantifier === true &&
  before !== undefined &&
  before.next >= from - 1 &&
  tokens[from]?.text === 'all' &&
  tokens[from - 1]?.text === 'of';

function readAt(tokens: Tokens, at: number): FoundQuantity | undefined {
  const quantified = readQuantified(tokens, at) ?? readPartOfTen(tokens, at);
  if (quantified) return quantified;
  const amount = readAmount(tokens, at);
  if (!amount) return undefined;
  return readRange(tokens, at, amount) ?? readHedgedNumber(tokens, at, withLaterUnit(tokens, at, amount));
}

/** "all", "no one", "most of the members", "less than a majority". */
function readQuantified(tokens: Tokens, at: number): FoundQuantity | undefined {
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
  const bounded =
    before && boundedBy(interval, before.hedge, unit === 'percent' ? 100 : Number.POSITIVE_INFINITY);
  const values = { interval: bounded ?? interval, unit, isQuantifier: true };
  const hedge = bounded && before.hedge !== 'exactly' ? { hedge: before.hedge } : {};
  return toFound(tokens, { from: bounded ? before.from : at, next }, { ...values, ...hedge }, things.kind);
}

/** "less than a majority", "no more than a handful", "more than a few". */
function boundedBy(
  { low, high, lowOpen, highOpen }: Interval,
  hedge: HedgeWord,
  most: number,
): Interval | undefined {
  switch (hedge) {
    case 'under':
      return low > 0 ? { low: 0, high: low, lowOpen: false, highOpen: !lowOpen } : undefined;
    case 'at most':
      return { low: 0, high, lowOpen: false, highOpen };
    case 'over':
      return low < most ? { low, high: most, lowOpen: true, highOpen: most > 100 } : undefined;
    case 'at least':
      return { low, high: most, lowOpen, highOpen: most > 100 };
    default:
      return undefined;
  }
}

/** "in the high 90s" */
function readPartOfTen(tokens: Tokens, at: number): FoundQuantity | undefined {
  const tens = readTens(tokens, at);
  if (!tens) return undefined;
  const { low, high } = tens;
  const unit = readUnit(tokens, tens.next);
  const next = unit?.unit === 'percent' ? unit.next : tens.next;
  const interval = { low, high, lowOpen: false, highOpen: true };
  const values = {
    interval,
    number: (low + high) / 2,
    unit: 'percent',
    hedge: 'about' as const,
    isQuantifier: false,
  };
  return toFound(tokens, { from: at, next }, values, shareThings(tokens, next).kind);
}

/** The tokens, with those of dates and of unclear pieces masked, and the unclear pieces. */
function prepare(
  tokens: Tokens,
  dates: readonly FoundDate[],
): { tokens: Tokens; unclear: { from: number; to: number }[] } {
  // A span of time within a date is a quantity as well: "in seven days", "the past two years".
  const isSpan = ({ from, to, isRelative }: FoundDate) =>
    isRelative && tokens.slice(from, to + 1).some((token) => SPANS.test(token.text));
  const undated = masked(
    tokens,
    dates.filter((date) => !isSpan(date)),
  );
  const impossible = dates.filter(({ isImpossible }) => isImpossible).map(({ from, to }) => ({ from, to }));
  const unclear = [...impossible, ...unclearDigits(undated)].sort((a, b) => a.from - b.from);
  return { tokens: masked(undated, unclear), unclear };
}

function masked(tokens: Tokens, pieces: readonly { from: number; to: number }[]): Tokens {
  if (pieces.length === 0) return tokens;
  const result = [...tokens];
  for (const { from, to } of pieces)
    for (const [i, token] of tokens.slice(from, to + 1).entries())
      result[from + i] = { ...token, kind: 'sign', text: MASK };
  return result;
}
