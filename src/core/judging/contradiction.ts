// How likely a text contradicts a fact: logistic regression over its features, for all facts and for each one.

import type { Fact } from '../knowledge/schema.ts';
import { hash } from '../text/hash.ts';
import { DENIES } from './contradiction-features.ts';
import type { JudgingModel } from './judging-model.ts';

export type ContradictionModel = Pick<
  JudgingModel,
  'contradictionWeights' | 'contradictionScale' | 'contradictionBias'
>;

/** Features are hashed into this many weights, a power of two; four times as many told no more texts apart. */
export const SIZE = 2 ** 20;

/** A word tells more of all facts together than of one alone; any other feature as much (by cross-validation). */
const WORDS_OF_ONE_FACT = 0.4;

/** The probability that a text with these features contradicts the fact, 0 to 1. */
export const contradictionProbability = (
  features: readonly string[],
  fact: Fact,
  { contradictionWeights, contradictionScale, contradictionBias }: ContradictionModel,
): number =>
  sigmoid(contradictionBias + contradictionScale * dot(contradictionWeights, toPoint(features, fact)));

/** Where a text's features have their weights, and how much each counts; packed, since training keeps all of them. */
export interface Point {
  positions: Uint32Array;
  values: Float32Array;
}

/** Kinds of feature that a text has as many of as words; the others are of the text as a whole. */
const KINDS = /^(?:word|pair|new)(?= )/;
/** What stands before a feature that counts the other way round in a text that denies. */
const TURNED = hash('turned|');

/**
 * Every kind of feature counts as much as any other, however many of it there are. A denial turns round what everything
 * else in a text speaks for, so each feature counts once as it is, and once with the sign of the denial.
 */
export function toPoint(features: readonly string[], fact: Fact): Point {
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

export function dot(weights: ArrayLike<number>, { positions, values }: Point): number {
  let sum = 0;
  for (let k = 0; k < positions.length; k += 1)
    sum += (values[k] as number) * (weights[positions[k] as number] as number);
  return sum;
}

export const sigmoid = (sum: number) => 1 / (1 + Math.exp(-sum));

/** Where a text has its weight; behind the text of a hash, if there is one. */
export function positionOf(text: string, before?: number): number {
  const value = hash(text, before);
  return ((value >>> 20) ^ value) & (SIZE - 1);
}
