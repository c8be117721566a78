// Holds a figure of an assertion against the measures of the facts: which one it is of, and whether it fits.

import { readingsOf } from '../text/interval.ts';
import type { Interval, Quantity, QuantityHedge } from '../text/quantity.ts';
import { denialOf, deniesNothing } from './denials.ts';
import type { Evidence } from './evidence.ts';
import type { JudgingData, Measure } from './judging-data.ts';
import { type AssertionReading, OTHER_PERIOD } from './read-assertion.ts';
import type { Placed } from './read-sentence.ts';

/** Days in a span of time; a month and a year by their mean. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ['hours', 1 / 24],
  ['days', 1],
  ['weeks', 7],
  ['months', 30.4],
  ['years', 365.25],
]);
/** Days by which months differ from their mean. */
const MONTH_SLACK = 2;
/** Whose share a figure is, the most specific first. */
const POPULATIONS = ['eligible', 'all-members', 'voters'];
/** The group that all belong to, and the concept that names its people. */
const WHOLE = 'all-members';
const ALL_OF_THEM = 'members';
const RESTRICTS = /^(?:who|that|voting|casting|taking|participating|eligible|entitled|allowed)$/;
/** What tells who said what, by how much it decides: who says no tells more than who takes part. */
const SPECIFIC: readonly (readonly string[])[] = [
  ['no', 'not-authorize'],
  ['yes', 'near-unanimous'],
  ['nonvoters'],
  ['turnout'],
];
const BOUNDS: ReadonlySet<QuantityHedge> = new Set(['over', 'under', 'at least', 'at most']);
/** Most tokens between a word such as "most" and what tells of what it is. */
const QUANTIFIER_REACH = 6;
/** What "everything" and "nothing" count. */
const THINGS = 'things';
const FAR = 99;
const MILLION = 1_000_000;

/** Whether every value that is allowed is claimed, none is, or some are. */
export function compareIntervals(claimed: Interval, allowed: Interval): 'inside' | 'outside' | 'open' {
  const slack = 1e-9;
  const isAboveLow =
    allowed.low > claimed.low + slack ||
    (allowed.low >= claimed.low - slack && (!claimed.lowOpen || allowed.lowOpen));
  const isBelowHigh =
    allowed.high < claimed.high - slack ||
    (allowed.high <= claimed.high + slack && (!claimed.highOpen || allowed.highOpen));
  if (isAboveLow && isBelowHigh) return 'inside';
  const isAbove =
    allowed.low > claimed.high + slack ||
    (allowed.low >= claimed.high - slack && (claimed.highOpen || allowed.lowOpen));
  const isBelow =
    allowed.high < claimed.low - slack ||
    (allowed.high <= claimed.low + slack && (claimed.lowOpen || allowed.highOpen));
  return isAbove || isBelow ? 'outside' : 'open';
}

/** What the measures of the facts say of a figure; undefined where it is of none. */
export function compareQuantity(
  one: AssertionReading,
  placed: Placed<Quantity>,
  { measures, periods }: JudgingData,
): Evidence | undefined {
  if (one.period === OTHER_PERIOD) return undefined;
  const figure = completed(one, placed);
  const tokens = Array.from({ length: placed.to - placed.from }, (_, i) => placed.from + i);
  const possible = narrowed(
    one,
    placed,
    measures.filter((measure) => mayBeOf(one, placed, figure, measure)),
  );
  // A bound holds of many figures: without a period it is of the article's own, not of whichever happens to fit.
  const present = possible.filter(({ period }) => period === periods[0]?.id);
  const fitting = isBound(figure) && one.period === undefined && present.length > 0 ? present : possible;
  if (fitting.length === 0) return undefined;
  const results = fitting
    .map((measure) => ({
      fact: measure.fact,
      told: measure.told.by,
      result: compareWith(figure, measure),
      distance: distanceTo(one, placed, measure.told.by),
      // What names no period speaks of the article's own.
      isPresent: measure.period === undefined || measure.period === periods[0]?.id,
    }))
    .sort((a, b) => a.distance - b.distance || Number(b.isPresent) - Number(a.isPresent));
  const isDenied =
    figure.negated || one.reading.isDeniedWhole || isTellerDenied(one, placed, results[0]?.told ?? []);
  const inside = results.find(({ result }) => result === 'inside');
  if (inside) {
    const { fact } = inside;
    if (!isDenied) return { rule: 'figure fits', fact, sign: 1, tokens };
    return { rule: 'figure denied', fact, sign: figure.isQuantifier ? 0 : -1, tokens };
  }
  const [nearest] = results;
  if (!nearest) return undefined;
  const { fact } = nearest;
  const isOpen = results.some(({ result }) => result !== 'outside');
  if (isOpen || isSinceThen(one, placed) || isWithin(one, placed))
    return { rule: 'figure open', fact, sign: 0, tokens };
  if (isDenied) return { rule: 'wrong figure denied', fact, sign: 0, tokens };
  return { rule: 'another figure', fact, sign: -1, tokens };
}

/** "Sliding by a quarter over two years": within them, as likely as for longer. "It lasted over two years" is a bound. */
function isWithin({ reading: { tokens } }: AssertionReading, { figure, from }: Placed<Quantity>): boolean {
  const isOver = DAYS.has(figure.unit) && /^over\b/i.test(figure.text);
  return (
    isOver &&
    !/^(?:for|on|last\w*|took|takes?|taken|taking|ran|runs?|went)$/.test(tokens[from - 1]?.norm ?? '')
  );
}

/** "The crisis of a decade before", "three years ago": says when, and not how long. */
function isSinceThen({ reading: { tokens } }: AssertionReading, { figure, to }: Placed<Quantity>): boolean {
  if (!DAYS.has(figure.unit)) return false;
  const word = tokens[to]?.norm ?? '';
  const isBeforeSomething = /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(tokens[to + 1]?.pos ?? '');
  return /^(?:ago|earlier|back)$/.test(word) || (word === 'before' && !isBeforeSomething);
}

/** Whether what tells of the figure is denied: "96.3% did not say yes". "Hardly anyone" is a figure, and denies nothing. */
function isTellerDenied(
  one: AssertionReading,
  { from, to }: { from: number; to: number },
  told: readonly string[],
): boolean {
  const negators = one.reading.negators.filter((n) => n < from || n >= to);
  const others = { ...one, reading: { ...one.reading, negators } };
  if (deniesNothing(others)) return false;
  const mentions = told.flatMap((concept) => one.own.get(concept) ?? []);
  return mentions.length > 0 && mentions.every((mention) => denialOf(others, mention, mentions) === 'yes');
}

const has = (mentions: AssertionReading['own'], concepts: readonly string[] = []) =>
  concepts.some((concept) => mentions.has(concept));

function mayBeOf(
  one: AssertionReading,
  placed: Placed<Quantity>,
  figure: Quantity,
  { unit, told, period }: Measure,
): boolean {
  const { own, carried } = one;
  if (DAYS.has(figure.unit) ? !DAYS.has(unit) : unit !== figure.unit && !isBare(figure, unit)) return false;
  if (told.per !== figure.per) return false;
  const { noun, number } = figure;
  // "Nearly everything" is no share of people, and 76.5 no count.
  if (figure.isQuantifier && noun === THINGS) return false;
  if (figure.unit === 'count' && unit === 'count' && !Number.isInteger(number ?? 0)) return false;
  if (told.nouns && noun && !told.nouns.some((name) => noun.includes(name))) return false;
  if (has(own, told.not)) return false;
  if (figure.isQuantifier && (!told.whose || distanceTo(one, placed, told.by) > QUANTIFIER_REACH))
    return false;
  if (told.with && !has(own, told.with) && !has(carried, told.with)) return false;
  if (one.period && period && one.period !== period) return false;
  return has(own, told.by) || has(carried, told.by);
}

/** A number without a unit may be one of dollars or a share: "they lost 287 million", "turnout was 67.5". */
function isBare({ unit, noun, number }: Quantity, measured: string): boolean {
  if (unit !== 'count' || noun !== undefined || number === undefined) return false;
  return measured === 'dollars' ? number >= MILLION : measured === 'percent' && !Number.isInteger(number);
}

/** Of the measures that a figure may be of, those of the population that is named and of the most specific words. */
function narrowed(
  one: AssertionReading,
  placed: Placed<Quantity>,
  measures: readonly Measure[],
): readonly Measure[] {
  let left = measures;
  const keep = (wanted: (measure: Measure) => boolean) => {
    const kept = left.filter(wanted);
    if (kept.length > 0) left = kept;
  };
  const population = placed.figure.unit === 'percent' ? populationOf(one, placed) : undefined;
  const isShare = ({ told: { whose } }: Measure) => whose !== undefined && POPULATIONS.includes(whose);
  if (population && left.some(({ told }) => told.whose === population))
    keep((measure) => !isShare(measure) || measure.told.whose === population);
  const specific = SPECIFIC.find(
    (group) =>
      has(one.own, group) && left.some(({ told }) => group.some((concept) => told.by.includes(concept))),
  );
  if (specific)
    keep(({ told }) => specific.some((concept) => told.by.includes(concept) && one.own.has(concept)));
  keep(({ told }) => has(one.own, told.by));
  return left;
}

/** Whether a text names no group other than the one whose share a measure is. */
export function isOfItsPopulation(one: AssertionReading, { unit, told: { whose } }: Measure): boolean {
  if (unit !== 'percent') return true;
  const named = populationsIn(one);
  return named.length === 0 || (whose !== undefined && named.includes(whose));
}

/** The groups that an assertion names; "of members who ..." are only some of them. */
const populationsIn = ({ own, reading: { tokens } }: AssertionReading): string[] =>
  POPULATIONS.filter((concept) =>
    (own.get(concept) ?? []).some(({ to }) => concept !== WHOLE || !RESTRICTS.test(tokens[to]?.norm ?? '')),
  );

function populationOf(one: AssertionReading, placed: Placed<Quantity>): string | undefined {
  const named = populationsIn(one);
  const { tokens } = one.reading;
  // "13,000 members, and half of them": of those that were named before.
  const isOfThem =
    tokens[placed.to]?.norm === 'of' && /^(?:them|these|those)$/.test(tokens[placed.to + 1]?.norm ?? '');
  if (isOfThem && named.length === 0 && one.carried.has(ALL_OF_THEM)) return WHOLE;
  // "Two in three members": of all, where nothing says of which.
  const isOfAll = (one.own.get(ALL_OF_THEM) ?? []).some(
    ({ from, to }) => from >= placed.from && from <= placed.to && !RESTRICTS.test(tokens[to]?.norm ?? ''),
  );
  const specific = named.find((concept) => concept !== 'voters') ?? (isOfAll ? WHOLE : undefined);
  return specific ?? (distanceTo(one, placed, named) < FAR ? named[0] : undefined);
}

const isBound = ({ hedge }: Quantity): boolean => hedge !== undefined && BOUNDS.has(hedge);

/** A span of time in days; what is none stays as it is. */
function inDays(unit: string, span: Interval): Interval {
  const days = DAYS.get(unit);
  return days === undefined ? span : { ...span, low: span.low * days, high: span.high * days };
}

/** Whether a figure is what a measure allows, in any of its readings. */
export function compareWith(
  figure: Quantity,
  { unit, interval, number }: Measure,
): 'inside' | 'outside' | 'open' {
  const allowed = inDays(unit, interval);
  const slack = figure.unit === 'months' && !isBound(figure) ? MONTH_SLACK : 0;
  const results = [figure.interval, ...readingsOf(figure)].map((claimed) => {
    const { low, high, ...ends } = inDays(figure.unit, claimed);
    return compareIntervals({ low: low - slack, high: high + slack, ...ends }, allowed);
  });
  const isTyped = number !== undefined && figure.number === number && figure.unit === unit && !figure.hedge;
  if (results.includes('inside') || isTyped) return 'inside';
  return results.every((result) => result === 'outside') ? 'outside' : 'open';
}

/** How many tokens lie between a figure and the nearest mention of one of the concepts. */
function distanceTo(
  { own }: AssertionReading,
  { from, to }: Placed<Quantity>,
  concepts: readonly string[],
): number {
  let least = FAR;
  for (const concept of concepts)
    for (const mention of own.get(concept) ?? [])
      least = Math.min(least, Math.abs(mention.from - to), Math.abs(from - mention.to));
  return least;
}

/** A figure as its surroundings complete it: "all but 3.7%" is the rest, "26 seats to one" a ratio. */
function completed({ reading }: AssertionReading, { figure, from, to }: Placed<Quantity>): Quantity {
  const word = (at: number) => reading.tokens[at]?.norm ?? '';
  const but = word(from - 1) === 'but' ? from - 1 : from - 2;
  if (
    figure.unit === 'percent' &&
    word(but) === 'but' &&
    /^(?:all|everyone|everybody|every)$/.test(word(but - 1))
  ) {
    const { low, high, lowOpen, highOpen } = figure.interval;
    const interval = { low: 100 - high, high: 100 - low, lowOpen: highOpen, highOpen: lowOpen };
    const { number: _, ...rest } = figure;
    return { ...rest, interval };
  }
  const end = /^(?:votes?|ballots?|yes|people|writers?)$/.test(word(to)) ? to + 1 : to;
  const isRatio =
    (word(end) === 'to' && /^(?:one|1)$/.test(word(end + 1))) ||
    (word(end) === 'for' && /^(?:every|each)$/.test(word(end + 1)));
  if (figure.unit !== 'count' || !isRatio) return figure;
  const { noun: _, ...rest } = figure;
  return { ...rest, unit: 'to' };
}
