// How likely a text contradicts a fact: a logistic regression over its features, with weights for all facts and for
// each one.

import type { Fact } from '../knowledge/schema.ts';
import { hash } from '../text/hash.ts';
import { DENIES } from './contradiction-features.ts';
import type { JudgingModel } from './judging-model.ts';

export type ContradictionModel = Pick<
  JudgingModel,
  'contradictionWeights' | 'contradictionScale' | 'contradictionBias'
>;

/** Number of weights that features are hashed into, a power of two. Four times as many separated texts no better. */
export const SIZE = 2 ** 20;

/**
 * How much a word counts for a single fact, compared with all facts together. Other features count the same for both.
 * Set by cross-validation.
 */
const WORDS_OF_ONE_FACT = 0.4;

/** The probability that a text with these features contradicts the fact, from 0 to 1. */
export const contradictionProbability = (
  features: readonly string[],
  fact: Fact,
  { contradictionWeights, contradictionScale, contradictionBias }: ContradictionModel,
): number =>
  sigmoid(contradictionBias + contradictionScale * dot(contradictionWeights, toPoint(features, fact)));

/**
 * Where the weights of a text's features are, and how much each counts. Packed, since training keeps the points of
 * all texts.
 */
export interface HashedFeatures {
  positions: Uint32Array;
  values: Float32Array;
}

/** The kinds of feature that a text has one of per word. Features of any other kind describe the text as a whole. */
const KINDS = /^(?:word|pair|new)(?= )/;
/** The hash before a feature whose sign is reversed in a text that denies. */
const TURNED = hash('turned|');

/**
 * Turns features into the positions of their weights and their values. Every kind of feature counts the same in
 * total, however many features it has. A denial reverses what the rest of a text suggests, so each feature counts
 * once as it is, and once with the sign of the denial.
 */
export function toPoint(features: readonly string[], fact: Fact): HashedFeatures {
  const kinds = features.map((feature) => KINDS.exec(feature)?.[0] ?? '');
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const ofFact = hash(`${fact.id}|`);
  const turnedOfFact = hash(`turned|${fact.id}|`);
  const turn = features.includes(DENIES) ? -1 : 1;
  const positions: number[] = [];
  const values: number[] = [];
  const add = (position: number, value: number) => {
    positions.push(position);
    values.push(value);
  };
  for (const [i, feature] of features.entries()) {
    const kind = kinds[i] as string;
    const value = 1 / Math.sqrt(counts.get(kind) ?? 1);
    const valueOfFact = kind ? value * WORDS_OF_ONE_FACT : value;
    add(positionOf(feature), value);
    add(positionOf(feature, ofFact), valueOfFact);
    add(positionOf(feature, TURNED), turn * value);
    add(positionOf(feature, turnedOfFact), turn * valueOfFact);
  }
  return { positions: Uint32Array.from(positions), values: Float32Array.from(values) };
}

/** The dot product of weights and the values of a point. */
export function dot(weights: ArrayLike<number>, { positions, values }: HashedFeatures): number {
  let sum = 0;
  for (let k = 0; k < positions.length; k += 1)
    sum += (values[k] as number) * (weights[positions[k] as number] as number);
  return sum;
}

/** The logistic function, from 0 to 1. */
export const sigmoid = (sum: number) => 1 / (1 + Math.exp(-sum));

/**
 * The position of the weight of a feature.
 *
 * @param before the hash of a text that precedes the feature
 */
export function positionOf(text: string, before?: number): number {
  const value = hash(text, before);
  return ((value >>> 20) ^ value) & (SIZE - 1);
}
