// The quantities of a text: numbers with their units and hedges, ranges, and words that stand for a number.
import { type Amount, readAmount } from './amount.ts';
import { readMembers, readNoun, readWhole, type ThingReading } from './counted-things.ts';
import { isDenied } from './denial.ts';
import { type HedgeWord, hedgeAfter, hedgeBefore } from './hedge-phrases.ts';
import { hedged, rounded, toleranceIn } from './interval.ts';
import { isCurrency, isTimeWord, TIME_UNITS } from './measure-units.ts';
import { type PlacedToken, placeTokens } from './placed-tokens.ts';
import { readQuantifier } from './quantifiers.ts';
import type { Interval, Quantity, QuantityHedge, UnclearFigure } from './quantity.ts';
import { findDates } from './read-dates.ts';
import { findUnclear } from './unclear-figures.ts';

type Tokens = readonly PlacedToken[];

/** A quantity with the index of the token after it. */
interface Reading {
  quantity: Quantity;
  next: number;
}

/** How many tokens before "from 90 to 67%" may hold the verb that makes two quantities of it. */
const CHANGE_REACH = 6;
const CHANGES =
  /^(?:rose|risen|rises?|fell|fallen|falls?|drop|dropped|drops|slid|slides?|climbed|climbs?|grew|grown|grows|went|goes|gone|up|down|increased?|increases|decreased?|decreases|jumped|jumps|shrank|shrunk|declined?|declines|reduced|cut|changed|raised|lifted|moved|plunged|soared|edged|slipped)$/;

/** Stands for a token that belongs to no quantity: it is part of a date or cannot be read. */
const MASK = '\u0000';
/** Which day relative dates are counted from does not matter where they are only to be left out. */
const ANY_DAY = '2000-01-01';
const COUNTS_ON = /^(?:in|within|last|past|next|previous|coming)$/;

/**
 * Reads the quantities of a text in order of place; no piece of text is read twice. Dates, times, ordinals and numbers
 * in names are none, and neither is what `readUnclear` names.
 *
 * @param text any string; only its first 6,000 characters are read
 */
export function readQuantities(text: string): Quantity[] {
  const undated = withoutDates(placeTokens(text));
  const readable = mask(undated, findUnclear(undated));
  const quantities: Quantity[] = [];
  for (let at = 0; at < readable.length; ) {
    const reading = readAt(readable, at, text);
    if (reading) quantities.push(reading.quantity);
    at = Math.max(reading?.next ?? 0, at + 1);
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
  const tokens = withoutDates(placeTokens(text));
  return findUnclear(tokens).map(({ from, to }) => {
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to]?.end ?? 0];
    return { start, end, text: text.slice(start, end) };
  });
}

/** The tokens with those of dates masked. Spans counted from today ("in seven days") are quantities as well. */
function withoutDates(tokens: Tokens): Tokens {
  const dates = findDates(tokens, ANY_DAY).filter(
    ({ from, to, isRelative }) =>
      !isRelative || !tokens.slice(from, to + 1).some(({ text }) => COUNTS_ON.test(text)),
  );
  return mask(tokens, dates);
}

function mask(tokens: Tokens, pieces: readonly { from: number; to: number }[]): Tokens {
  const masked = [...tokens];
  for (const { from, to } of pieces)
    for (const [i, token] of tokens.slice(from, to + 1).entries())
      masked[from + i] = { ...token, kind: 'sign', text: MASK };
  return masked;
}

function readAt(tokens: Tokens, at: number, text: string): Reading | undefined {
  const quantifier = readQuantifier(tokens, at);
  if (quantifier) {
    const { interval, unit, noun, next } = quantifier;
    const kind = noun
      ? { noun, ...thingsOf(undefined, readMembers(tokens, next, noun)) }
      : unit === 'percent'
        ? thingsOf(undefined, readWhole(tokens, next))
        : thingsOf(readNoun(tokens, next));
    return toReading(tokens, text, { at, from: at, next, interval, unit, isQuantifier: true }, kind);
  }
  const amount = readAmount(tokens, at);
  if (!amount) return undefined;
  return (
    readRange(tokens, at, amount, text) ?? readSingle(tokens, at, withLaterUnit(tokens, at, amount), text)
  );
}

/** "rose from 90 to 96 percent": the unit of the second number is the first one's too. */
function withLaterUnit(tokens: Tokens, at: number, first: Amount): Amount {
  if (first.unit !== 'count' || tokens[at - 1]?.text !== 'from' || tokens[first.next]?.text !== 'to')
    return first;
  const second = readAmount(tokens, first.next + 1);
  return second
    ? { ...first, unit: second.unit, tolerance: toleranceIn(second.unit, first.tolerance) }
    : first;
}

function readSingle(tokens: Tokens, at: number, amount: Amount, text: string): Reading {
  const { number, unit, tolerance, scale, alternatives } = amount;
  const before = hedgeBefore(tokens, at);
  const isDuring =
    before &&
    TIME_UNITS.has(unit) &&
    /^(?:over|within|in)$/.test(tokens[before.from]?.text ?? '') &&
    followsShare(tokens, before.from);
  const rate = readRate(tokens, amount.next);
  const thing = thingsAfter(tokens, amount, rate?.next ?? amount.next);
  const adjacent = hedgeAfter(tokens, amount.next);
  const later = adjacent ?? (thing.next > amount.next ? hedgeAfter(tokens, thing.next) : undefined);
  const word = mergeHedges(isDuring ? undefined : before?.hedge, amount.hedge ?? later?.hedge);
  const hedge = word === 'exactly' ? undefined : word;
  const interval = hedge
    ? hedged(number, tolerance, hedge, unit)
    : rounded(
        number,
        word === 'exactly' ? 0 : tolerance,
        scale >= 1000 || (unit === 'count' && tolerance > 0),
      );
  const isChange = later?.hedge === 'just over' && interval.high < number * 1.2;
  return toReading(
    tokens,
    text,
    {
      at,
      from: before && !isDuring ? before.from : at,
      next: adjacent ? adjacent.next : amount.next,
      interval: isChange ? { ...interval, high: number * 1.2 } : interval,
      unit,
      isQuantifier: false,
      number,
      ...(alternatives ? { alternatives } : {}),
      ...(hedge ? { hedge } : {}),
      ...(rate ? { per: rate.per } : {}),
    },
    thing.kind,
  );
}

/** Two numbers with a dash, "to" or "and" between them. */
function readRange(tokens: Tokens, at: number, first: Amount, text: string): Reading | undefined {
  // "8- to 16-meter": the hyphen belongs to the unit that is left out.
  const isCut = tokens[first.next]?.text === '-' && tokens[first.next + 1]?.text === 'to';
  const middle = isCut ? first.next + 1 : first.next;
  const joint = tokens[middle];
  const isBetween = tokens[at - 1]?.text === 'between';
  const isFrom = tokens[at - 1]?.text === 'from';
  const joints = isBetween ? /^(?:and|to|-)$/ : /^(?:to|-|through|or)$/;
  if (!joint || !joints.test(joint.text)) return undefined;
  const second = readAmount(tokens, middle + 1);
  if (!second) return undefined;
  if (joint.text === '-' && joint.glued !== tokens[middle + 1]?.glued) return undefined;
  const ends = toSameUnit(first, second);
  if (!ends) return undefined;
  const [low, high] = ends;
  const isRanged = isFrom && /^rang(?:e|es|ed|ing)$/.test(tokens[at - 2]?.text ?? '');
  if (low.number >= high.number && !isRanged) return undefined;
  if (joint.text === 'or' && high.number - low.number > low.number / 2 + 1) return undefined;
  if (isFrom && first.unit === second.unit && first.unit !== 'count') return undefined;
  if (isFrom && isChange(tokens, at)) return undefined;
  const from = isBetween || isFrom ? at - 1 : at;
  const before = hedgeBefore(tokens, from);
  const thing = thingsAfter(tokens, second, second.next);
  const interval = rangeInterval(low, high, before?.hedge);
  return toReading(
    tokens,
    text,
    {
      at: from,
      from: before?.from ?? from,
      next: second.next,
      interval,
      unit: high.unit,
      isQuantifier: false,
      number: Number(((low.number + high.number) / 2).toPrecision(12)),
      hedge: 'between',
    },
    thing.kind,
  );
}

function rangeInterval(low: Amount, high: Amount, hedge: HedgeWord | undefined): Interval {
  const interval = { low: low.number, high: high.number, lowOpen: false, highOpen: false };
  if (hedge === 'over' || hedge === 'at least')
    return { ...interval, high: Number.POSITIVE_INFINITY, highOpen: true };
  if (hedge === 'under' || hedge === 'at most') return { ...interval, low: 0 };
  if (hedge !== 'about') return interval;
  return {
    ...interval,
    low: hedged(low.number, low.tolerance, 'about', low.unit).low,
    high: hedged(high.number, high.tolerance, 'about', high.unit).high,
  };
}

/** Both ends of a range in one unit and scale: "$2-3 million", "95 to 97 percent". */
function toSameUnit(first: Amount, second: Amount): [Amount, Amount] | undefined {
  const mantissa = second.number / second.scale;
  const scale = first.scale === 1 && second.scale > 1 && first.number <= mantissa ? second.scale : 1;
  const low = { ...first, number: first.number * scale };
  if (first.measure && second.measure && first.measure !== second.measure) return undefined;
  if (first.unit === second.unit) return [low, second];
  if (first.unit === 'count') return [{ ...low, unit: second.unit }, second];
  return isCurrency(first.unit) && second.unit === 'count'
    ? [low, { ...second, unit: first.unit }]
    : undefined;
}

function isChange(tokens: Tokens, at: number): boolean {
  return tokens.slice(Math.max(0, at - CHANGE_REACH), at).some((token) => CHANGES.test(token.text));
}

/** Whether a share or a sum stands a few words before: "fell 23% over two years". */
function followsShare(tokens: Tokens, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - CHANGE_REACH), at)
    .some((token) => /^(?:%|percent|pct|\$|dollars|million|billion)$/.test(token.text));
}

function mergeHedges(before: HedgeWord | undefined, after: HedgeWord | undefined): HedgeWord | undefined {
  if (!before) return after;
  return (before === 'about' || before === 'exactly') && after ? after : before;
}

interface Things {
  kind: { noun?: string; of?: string };
  next: number;
}

function thingsAfter(tokens: Tokens, { unit, measure }: Amount, at: number): Things {
  if (unit === 'percent') {
    const whole = readWhole(tokens, at);
    return { kind: thingsOf(undefined, whole), next: whole?.next ?? at };
  }
  if (measure) return { kind: { noun: measure }, next: at };
  if (unit !== 'count') return { kind: {}, next: at };
  const noun = readNoun(tokens, at);
  const whole = readWhole(tokens, noun?.next ?? at);
  const isOf = tokens[noun?.next ?? at]?.text === 'of';
  return {
    kind: thingsOf(noun, isOf ? whole : undefined),
    next: (isOf ? whole?.next : undefined) ?? noun?.next ?? at,
  };
}

function thingsOf(noun: ThingReading | undefined, whole?: ThingReading): { noun?: string; of?: string } {
  return { ...(noun ? { noun: noun.text } : {}), ...(whole ? { of: whole.text } : {}) };
}

/** "a day", "per hour", "/week". */
function readRate(tokens: Tokens, at: number): { per: string; next: number } | undefined {
  const word = tokens[at + 1]?.text ?? '';
  if (!/^(?:a|an|per|each|every|\/)$/.test(tokens[at]?.text ?? '')) return undefined;
  if (isTimeWord(word) || (tokens[at]?.text === 'per' && tokens[at + 1]?.kind === 'word'))
    return { per: word, next: at + 2 };
  return undefined;
}

interface Place {
  /** The index of the first token of the number, of the first token with its hedge, and of the token after it. */
  at: number;
  from: number;
  next: number;
  interval: Interval;
  unit: string;
  isQuantifier: boolean;
  number?: number;
  alternatives?: number[];
  hedge?: QuantityHedge;
  per?: string;
}

function toReading(
  tokens: Tokens,
  text: string,
  place: Place,
  things: { noun?: string; of?: string },
): Reading {
  const { at: _, from, next, ...values } = place;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  return {
    quantity: {
      kind: 'quantity',
      ...values,
      ...things,
      negated: isDenied(tokens, from),
      start,
      end,
      text: text.slice(start, end),
    },
    next,
  };
}
