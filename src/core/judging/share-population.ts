// Reads which group a share in a claim refers to ("of all members", "of those who answered"), and finds the values that
// are shares of that group.

import type { Quantity } from '../text/quantity.ts';
import { isOfAnotherGroup } from './group-beside-share.ts';
import type { Measure, Population } from './judging-data.ts';
import type { AssertionReading } from './read-assertion.ts';
import type { Placed } from './read-sentence.ts';

/**
 * Narrows down the measures that a figure may refer to: to those of the group that the claim names, and to those that
 * the most telling words of the claim point to.
 *
 * @param populations the narrowest first
 * @returns all measures if nothing tells them apart
 */
export function narrowToMeant(
  one: AssertionReading,
  placed: Placed<Quantity>,
  measures: readonly Measure[],
  populations: readonly Population[],
): readonly Measure[] {
  let left = measures;
  const keep = (wanted: (measure: Measure) => boolean) => {
    const kept = left.filter(wanted);
    if (kept.length > 0) left = kept;
  };
  const population = placed.figure.unit === 'percent' ? populationOf(one, placed, populations) : undefined;
  const isDeclared = ({ told: { whose } }: Measure) => populations.some(({ concept }) => concept === whose);
  if (left.some(({ told: { whose } }) => whose !== undefined && whose === population?.concept))
    keep((measure) => !isDeclared(measure) || measure.told.whose === population?.concept);
  // Saying no tells more than taking part: the parts of the narrowest group count first.
  const part = populations
    .flatMap(({ parts }) => parts)
    .find(
      (concepts) =>
        concepts.some((named) => one.own.has(named)) &&
        left.some(({ told }) => concepts.some((concept) => told.by.includes(concept))),
    );
  if (part) keep(({ told }) => part.some((concept) => told.by.includes(concept) && one.own.has(concept)));
  keep(({ told }) => told.by.some((concept) => one.own.has(concept)));
  return left;
}

/**
 * Whether an assertion names no group but the one that a measure is a share of. Without declared populations, only the
 * words beside the figure tell.
 */
export function isOfItsPopulation(
  one: AssertionReading,
  placed: Placed<Quantity>,
  { unit, told: { whose, by } }: Measure,
  populations: readonly Population[],
): boolean {
  if (unit !== 'percent') return true;
  if (populations.length === 0) return whose === undefined || !isOfAnotherGroup(one, placed, whose, by);
  const named = namedIn(one, populations);
  return named.length === 0 || named.some(({ concept }) => concept === whose);
}

/**
 * Whether a share without a group fits nothing but values that were worked out for one, while the article itself gives
 * another share: "65% agreed" is not meant of all readers where 96% of those who answered did.
 *
 * @param fitting the measures that the share fits
 * @param possible all that it may refer to
 */
export const fitsUnnamedGroup = (
  one: AssertionReading,
  placed: Placed<Quantity>,
  fitting: readonly Measure[],
  possible: readonly Measure[],
  populations: readonly Population[],
): boolean => {
  const isWorkedOut = (measure: Measure) => isWorkedOutForGroup(measure, populations);
  return (
    placed.figure.unit === 'percent' &&
    fitting.every(isWorkedOut) &&
    !possible.every(isWorkedOut) &&
    populationOf(one, placed, populations) === undefined
  );
};

/** Whether a share was worked out for a group that a claim has to name. */
export const isWorkedOutForGroup = (
  { fact, told: { whose } }: Measure,
  populations: readonly Population[],
): boolean =>
  fact.status === 'derived' && populations.some(({ concept, yields }) => concept === whose && !yields);

/** The groups that an assertion names. "Members who ..." are only some of the members. */
const namedIn = (one: AssertionReading, populations: readonly Population[]): Population[] =>
  populations.filter((population) => namesWhole(one, population.concept, population));

/** Whether a concept is named, at a place that counts, without a word behind it that makes the group smaller. */
const namesWhole = (
  { own, reading: { tokens } }: AssertionReading,
  concept: string,
  { narrowedBy = [] }: Population,
  counts = (_from: number) => true,
): boolean =>
  (own.get(concept) ?? []).some(
    ({ from, to }) => counts(from) && !narrowedBy.includes(tokens[to]?.norm ?? ''),
  );

/** The group that a share refers to; undefined if the assertion does not tell. */
function populationOf(
  one: AssertionReading,
  { from, to }: Placed<Quantity>,
  populations: readonly Population[],
): Population | undefined {
  const { carried, reading } = one;
  const named = namedIn(one, populations);
  const word = (at: number) => reading.tokens[at]?.norm ?? '';
  // "13,000 members, and half of them" refers back.
  const isOfThem = named.length === 0 && word(to) === 'of' && /^(?:them|these|those)$/.test(word(to + 1));
  const isOfAll = (population: Population) => {
    const { consistsOf } = population;
    if (consistsOf === undefined) return false;
    if (isOfThem && carried.has(consistsOf)) return true;
    // "Two in three members" means all of them, unless a word narrows them down.
    return namesWhole(one, consistsOf, population, (at) => at >= from && at <= to);
  };
  return named.find(({ yields }) => !yields) ?? populations.find(isOfAll) ?? named[0];
}
