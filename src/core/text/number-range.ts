// Reads two numbers that are the ends of a range: "95-97%", "between 60 and 70 percent", "two or three weeks".
import { type Amount, readAmount } from './amount.ts';
import { type FoundQuantity, toFound } from './found-quantity.ts';
import type { HedgeWord } from './hedge-words.ts';
import { thingsOf } from './hedged-number.ts';
import { hedgeBefore } from './hedges.ts';
import { hedged, toleranceIn } from './interval.ts';
import { isCurrency } from './measure-units.ts';
import type { Tokens } from './placed-tokens.ts';
import type { Interval } from './quantity.ts';

/** Maximum number of tokens before "from 90 to 67%" that may hold the verb that makes two quantities of it. */
const CHANGE_REACH = 6;
const CHANGES = new Set(
  [
    'rose risen rise rises fell fallen fall falls drop dropped drops slid slide slides climbed climb climbs grew grown grow',
    'grows went goes gone up down increased increase increases decreased decrease decreases jumped jump jumps shrank shrunk',
    'declined decline declines reduced cut changed raised lifted moved plunged soared edged slipped',
  ]
    .join(' ')
    .split(' '),
);

/**
 * Reads the range that begins with an amount.
 *
 * @param at the index of the amount's first token
 * @returns undefined if it is a single number
 */
export function readRange(tokens: Tokens, at: number, first: Amount): FoundQuantity | undefined {
  const [isBetween, isFrom] = ['between', 'from'].map((word) => tokens[at - 1]?.text === word);
  const second = readSecond(tokens, first.next, isBetween ?? false);
  const ends = second && inOneUnit(first, second.amount);
  if (!ends) return undefined;
  if (isFrom && ((first.unit === second.amount.unit && first.unit !== 'count') || followsChange(tokens, at)))
    return undefined;
  const [low, high] =
    isFrom && /^rang/.test(tokens[at - 2]?.text ?? '') && ends[0].number > ends[1].number
      ? [ends[1], ends[0]]
      : ends;
  if (low.number >= high.number) return undefined;
  if (second.joint === 'or' && high.number - low.number > low.number / 2 + 1) return undefined;
  const begin = isBetween || isFrom ? at - 1 : at;
  const hedge = hedgeBefore(tokens, begin);
  const place = { from: hedge?.from ?? begin, next: second.amount.next };
  const values = {
    interval: toInterval(low, high, hedge?.hedge),
    number: Number(((low.number + high.number) / 2).toPrecision(12)),
    unit: high.unit,
    hedge: 'between' as const,
    isQuantifier: false,
  };
  return toFound(tokens, place, values, thingsOf(tokens, second.amount, second.amount.next).kind);
}

/**
 * An amount in the unit of the next one: in "rose from 90 to 96 percent", both are percent.
 *
 * @param at the index of the first amount's first token
 */
export function withLaterUnit(tokens: Tokens, at: number, first: Amount): Amount {
  if (first.unit !== 'count' || tokens[at - 1]?.text !== 'from' || tokens[first.next]?.text !== 'to')
    return first;
  const second = readAmount(tokens, first.next + 1);
  return second
    ? { ...first, unit: second.unit, tolerance: toleranceIn(second.unit, first.tolerance) }
    : first;
}

function readSecond(
  tokens: Tokens,
  at: number,
  isBetween: boolean,
): { amount: Amount; joint: string } | undefined {
  // "8- to 16-meter": the hyphen belongs to the unit that is left out.
  const isCut = tokens[at]?.text === '-' && tokens[at + 1]?.text === 'to';
  const middle = isCut ? at + 1 : at;
  const joint = tokens[middle];
  if (!joint || !(isBetween ? /^(?:and|to|-)$/ : /^(?:to|-|through|or)$/).test(joint.text)) return undefined;
  const [after, hedge] = [tokens[middle + 1], tokens[middle + 2]];
  if (joint.text === '-' && joint.glued !== after?.glued) return undefined;
  // "between 2 and about 7", "2 - ~7"
  const isHedged =
    hedge !== undefined && /^(?:about|roughly|around|nearly|almost|~)$/.test(after?.text ?? '');
  const amount = readAmount(tokens, isHedged ? middle + 2 : middle + 1);
  return amount && { amount, joint: joint.text };
}

/** Both ends of a range in one unit and scale: "$2-3 million", "95 to 97 percent". */
function inOneUnit(first: Amount, second: Amount): [Amount, Amount] | undefined {
  if (first.measure && second.measure && first.measure !== second.measure) return undefined;
  const isScaled = first.scale === 1 && second.scale > 1 && first.number <= second.number / second.scale;
  const low = isScaled ? { ...first, number: first.number * second.scale } : first;
  if (first.unit === second.unit) return [low, second];
  if (first.unit === 'count') return [{ ...low, unit: second.unit }, second];
  return isCurrency(first.unit) && second.unit === 'count'
    ? [low, { ...second, unit: first.unit }]
    : undefined;
}

function toInterval(low: Amount, high: Amount, hedge: HedgeWord | undefined): Interval {
  const interval = { low: low.number, high: high.number, lowOpen: false, highOpen: false };
  if (hedge === 'over' || hedge === 'at least')
    return { ...interval, high: Number.POSITIVE_INFINITY, highOpen: true };
  if (hedge === 'under' || hedge === 'at most') return { ...interval, low: Math.min(0, low.number) };
  if (hedge !== 'about') return interval;
  const [below, above] = [low, high].map(({ number, tolerance, unit }) =>
    hedged(number, tolerance, 'about', unit),
  );
  return { ...interval, low: below?.low ?? interval.low, high: above?.high ?? interval.high };
}

function followsChange(tokens: Tokens, at: number): boolean {
  for (let i = Math.max(0, at - CHANGE_REACH); i < at; i++)
    if (CHANGES.has(tokens[i]?.text ?? '')) return true;
  return false;
}
