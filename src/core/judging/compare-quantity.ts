// Compares a figure in an assertion with the measures of the facts: which of them it refers to, and whether it fits.

import type { Fact } from '../knowledge/schema.ts';
import type { Quantity } from '../text/quantity.ts';
import { compareWith, isBound, isSpanOfTime } from './compare-intervals.ts';
import { denialOf, deniesNothing } from './denials.ts';
import type { Evidence } from './evidence.ts';
import type { JudgingData, Measure, Statement } from './judging-data.ts';
import { type AssertionReading, OTHER_PERIOD } from './read-assertion.ts';
import type { Placed } from './read-sentence.ts';
import { fitsUnnamedGroup, isOfItsPopulation, narrowToMeant } from './share-population.ts';

/** Maximum number of tokens between a word such as "most" and the concept that tells what it measures. */
const QUANTIFIER_REACH = 6;
/** The noun that "everything" and "nothing" count. */
const THINGS = 'things';
/** The distance to a concept that is not named. */
const FAR = 99;
/** Nouns that make a name of the figure before them. */
const FIGURE_NOUNS: ReadonlySet<string> = new Set([
  'figure',
  'number',
  'estimate',
  'statistic',
  'stat',
  'sum',
  'total',
  'claim',
]);
/** Maximum number of tokens between "than" and the figure that it compares with. */
const COMPARED_REACH = 4;
/** From here on, a number without a unit may be dollars. */
const MILLION = 1_000_000;

/**
 * Compares a figure with the measures that it may refer to.
 *
 * @returns what the measures say about it; undefined if it refers to none of them
 */
export function compareQuantity(
  one: AssertionReading,
  placed: Placed<Quantity>,
  { measures, periods, populations, statements }: JudgingData,
): Evidence | undefined {
  if (one.period === OTHER_PERIOD) return undefined;
  const figure = completed(one, placed);
  const tokens = Array.from({ length: placed.to - placed.from }, (_, i) => placed.from + i);
  const told = measures.filter((measure) => mayBeOf(one, placed, figure, measure));
  const named = told.length === 0 ? namedByItself(one, placed, measures) : undefined;
  if (named) return { rule: 'figure fits', fact: named, sign: 1, tokens };
  const ofGroup =
    populations.length > 0
      ? told
      : told.filter((measure) => isOfItsPopulation(one, placed, measure, populations));
  // A share of a group that no value is a share of. Even a word such as "most" then rules out support.
  if (told.length > 0 && ofGroup.length === 0) return { rule: 'figure of nothing', sign: 0, tokens };
  const possible = narrowToMeant(one, placed, ofGroup, populations);
  // A bound fits many figures. Without a period it refers to the article's own, not to whichever happens to fit.
  const present = possible.filter(({ period }) => period === periods[0]?.id);
  const fitting = isBound(figure) && one.period === undefined && present.length > 0 ? present : possible;
  if (fitting.length === 0) return undefined;
  const results = fitting
    .map((measure) => ({
      measure,
      fact: measure.fact,
      told: measure.told.by,
      result: compareWith(figure, measure),
      distance: distanceTo(one, placed, measure.told.by),
      // A measure without a period belongs to the article's own.
      isPresent: measure.period === undefined || measure.period === periods[0]?.id,
    }))
    .sort((a, b) => a.distance - b.distance || Number(b.isPresent) - Number(a.isPresent));
  const isDenied =
    figure.negated || one.reading.isDeniedWhole || isTellerDenied(one, placed, results[0]?.told ?? []);
  const inside = results.find(({ result }) => result === 'inside');
  if (inside) {
    const { fact } = inside;
    const measuresInside = results.filter(({ result }) => result === 'inside').map(({ measure }) => measure);
    if (fitsUnnamedGroup(one, placed, measuresInside, fitting, populations))
      return { rule: 'figure of nothing', sign: 0, tokens };
    if (isComparedWith(one, placed)) return { rule: 'figure open', fact, sign: 0, tokens };
    if (isOfOppositeChange(one, inside.measure, statements))
      return { rule: 'opposed', fact, sign: -1, tokens };
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

/** The fact of "that $5 million figure": the only one whose stated figure has this value. */
function namedByItself(
  { reading: { tokens } }: AssertionReading,
  { figure, to }: Placed<Quantity>,
  measures: readonly Measure[],
): Fact | undefined {
  if (figure.isQuantifier || !FIGURE_NOUNS.has(tokens[to]?.norm ?? '')) return undefined;
  const alike = measures.filter(
    ({ unit, fact }) => unit === figure.unit && unit !== 'count' && fact.status !== 'derived',
  );
  const having = alike.filter(
    ({ number }) => number !== undefined && number >= figure.interval.low && number <= figure.interval.high,
  );
  const [fact, ...others] = new Set(having.map((measure) => measure.fact));
  return others.length === 0 ? fact : undefined;
}

/** Whether "over" may mean "within": "sliding over two years". In "it lasted over two years" it is a bound. */
function isWithin({ reading: { tokens } }: AssertionReading, { figure, from }: Placed<Quantity>): boolean {
  const isOver = isSpanOfTime(figure.unit) && /^over\b/i.test(figure.text);
  return (
    isOver &&
    !/^(?:for|on|last\w*|took|takes?|taken|taking|ran|runs?|went)$/.test(tokens[from - 1]?.norm ?? '')
  );
}

/** Whether a span of time says when something was instead of how long: "three years ago", "a decade before". */
function isSinceThen({ reading: { tokens } }: AssertionReading, { figure, to }: Placed<Quantity>): boolean {
  if (!isSpanOfTime(figure.unit)) return false;
  const word = tokens[to]?.norm ?? '';
  const isBeforeSomething = /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(tokens[to + 1]?.pos ?? '');
  return /^(?:ago|earlier|back)$/.test(word) || (word === 'before' && !isBeforeSomething);
}

/** Whether what a figure measures is denied: "96.3% did not say yes". "Hardly anyone" is a figure and denies nothing. */
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

/** Whether something else is compared with a figure: "weaker than last year's 90%" says only that it is less. */
function isComparedWith(
  { reading: { tokens } }: AssertionReading,
  { figure, from }: Placed<Quantity>,
): boolean {
  const than = tokens.slice(Math.max(0, from - COMPARED_REACH), from).findLast(({ norm }) => norm === 'than');
  return than !== undefined && figure.hedge === undefined && !isSpanOfTime(figure.unit);
}

/**
 * Whether a figure that fits is told of the opposite of what its fact states: "pay rose 23%" has the figure by which it
 * fell.
 */
const isOfOppositeChange = (
  { own }: AssertionReading,
  { fact, told }: Measure,
  statements: readonly Statement[],
): boolean =>
  statements.some(
    ({ fact: stated, affirms = [], opposes = [] }) =>
      stated === fact &&
      affirms.some((concept) => told.by.includes(concept)) &&
      !has(own, affirms) &&
      has(
        own,
        opposes.filter((concept) => told.by.includes(concept)),
      ),
  );

const has = (mentions: AssertionReading['own'], concepts: readonly string[] = []) =>
  concepts.some((concept) => mentions.has(concept));

/** Whether a figure may refer to a measure, by its unit and by what the assertion names. */
function mayBeOf(
  one: AssertionReading,
  placed: Placed<Quantity>,
  figure: Quantity,
  { unit, told, period }: Measure,
): boolean {
  const { own, carried } = one;
  if (isSpanOfTime(figure.unit) ? !isSpanOfTime(unit) : unit !== figure.unit && !isBare(figure, unit))
    return false;
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

/** Whether a number without a unit may be dollars or a percentage: "they lost 287 million", "turnout was 67.5". */
function isBare({ unit, noun, number }: Quantity, measured: string): boolean {
  if (unit !== 'count' || noun !== undefined || number === undefined) return false;
  return measured === 'dollars' ? number >= MILLION : measured === 'percent' && !Number.isInteger(number);
}

/** The number of tokens between a figure and the nearest mention of one of the concepts. */
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

/** A figure with what the words around it add: "all but 3.7%" is the rest, "26 seats to one" a ratio. */
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
  const end = reading.tokens[to]?.pos === 'NOUN' || word(to) === 'yes' ? to + 1 : to;
  const isRatio =
    (word(end) === 'to' && /^(?:one|1)$/.test(word(end + 1))) ||
    (word(end) === 'for' && /^(?:every|each)$/.test(word(end + 1)));
  if (figure.unit !== 'count' || !isRatio) return figure;
  const { noun: _, ...rest } = figure;
  return { ...rest, unit: 'to' };
}
