// One number of a text with its unit, its hedges before and behind it, and what it counts.
import type { Amount } from './amount.ts';
import { countThings, type FoundQuantity, shareThings, type Things, toFound } from './found-quantity.ts';
import type { HedgeWord } from './hedge-words.ts';
import { hedgeAfter, hedgeBefore } from './hedges.ts';
import { hedged, rounded } from './interval.ts';
import { isTimeWord, TIME_UNITS } from './measure-units.ts';
import type { Tokens } from './placed-tokens.ts';

/** Maximum number of tokens before "over two years" that may hold the share that changed over that time. */
const SHARE_REACH = 6;
/** How far above a sum "and change" may go, as a share of it. */
const CHANGE = 0.2;

/**
 * Reads what surrounds an amount.
 *
 * @param at the index of the amount's first token
 */
export function readHedgedNumber(tokens: Tokens, at: number, amount: Amount): FoundQuantity {
  const { number, unit, tolerance, scale, alternatives } = amount;
  const before = hedgeBefore(tokens, at);
  const isDuring = before !== undefined && TIME_UNITS.has(unit) && isSpanOfChange(tokens, before.from);
  const rate = readRate(tokens, amount.next);
  const things = thingsOf(tokens, amount, rate?.next ?? amount.next);
  const adjacent = hedgeAfter(tokens, amount.next);
  const later = adjacent ?? (things.next > amount.next ? hedgeAfter(tokens, things.next) : undefined);
  const word = stronger(isDuring ? undefined : before?.hedge, amount.hedge ?? later?.hedge);
  const hedge = word === 'exactly' ? undefined : word;
  const exact = rounded(number, word === 'exactly' ? 0 : tolerance, scale >= 1000 || unit === 'count');
  const interval = hedge ? hedged(number, tolerance, hedge, unit) : exact;
  const isAndChange = later?.hedge === 'just over';
  const place = { from: before && !isDuring ? before.from : at, next: adjacent?.next ?? amount.next };
  const values = {
    interval: isAndChange ? { ...interval, high: Math.max(interval.high, number * (1 + CHANGE)) } : interval,
    number,
    ...(alternatives ? { alternatives } : {}),
    unit,
    ...(rate ? { per: rate.per } : {}),
    ...(hedge ? { hedge } : {}),
    isQuantifier: false,
  };
  return toFound(tokens, place, values, things.kind);
}

/** What an amount counts or is a share of. */
export function thingsOf(tokens: Tokens, { unit, measure }: Amount, at: number): Things {
  if (measure) return { kind: { noun: measure }, next: at };
  if (unit === 'percent') return shareThings(tokens, at);
  return unit === 'count' ? countThings(tokens, at) : { kind: {}, next: at };
}

/** Whether a span is the time that a change took, and not a bound: "fell 23% over two years". */
function isSpanOfChange(tokens: Tokens, at: number): boolean {
  if (!/^(?:over|within|in)$/.test(tokens[at]?.text ?? '')) return false;
  const before = tokens.slice(Math.max(0, at - SHARE_REACH), at);
  return before.some((token) =>
    /^(?:%|percent|cent|pct|points|\$|dollars|million|billion)$/.test(token.text),
  );
}

/** The stronger of two hedges: a bound after a number overrules "about" before it, as in "about 70% at most". */
function stronger(before: HedgeWord | undefined, after: HedgeWord | undefined): HedgeWord | undefined {
  const isWeak = before === undefined || before === 'about' || before === 'exactly';
  return isWeak ? (after ?? before) : before;
}

/** "a day", "per hour", "/week". */
function readRate(tokens: Tokens, at: number): { per: string; next: number } | undefined {
  const [link, unit] = [tokens[at]?.text ?? '', tokens[at + 1]];
  if (unit?.kind !== 'word' || !/^(?:a|an|per|each|every|\/)$/.test(link)) return undefined;
  return link === 'per' || isTimeWord(unit.text) ? { per: unit.text, next: at + 2 } : undefined;
}
