// Weighs the features of a claim by an ensemble, of which each member is the mean of a logistic regression and of boosted
// trees, fitted on its own share of the labelled claims.
import { softmaxInPlace } from '../ranking/softmax.ts';

/** A tree as lists over its nodes, the root first; a leaf has no feature. */
export interface Tree {
  /** The feature that a node asks for; -1 in a leaf. */
  feature: readonly number[];
  /** Goes left at or below this; in a leaf its value. */
  threshold: readonly number[];
  left: readonly number[];
  right: readonly number[];
}

/** What is fitted for a member: for each class weights of the features, and trees. */
export interface Weighing {
  /** Features are brought to one scale: less the mean, divided by the deviation. */
  mean: readonly number[];
  deviation: readonly number[];
  weights: readonly (readonly number[])[];
  /** In rounds, one tree for each class. */
  trees: readonly (readonly Tree[])[];
}

/** What the members say on average: one alone is too sure of what its few samples taught it. */
export function weighTogether(features: readonly number[], ensemble: readonly Weighing[]): number[] {
  const all = ensemble.map((member) => weigh(features, member));
  return (all[0] ?? []).map((_, c) => all.reduce((sum, own) => sum + (own[c] as number), 0) / all.length);
}

/** The probability of each class, 0 to 1, together 1. */
export function weigh(features: readonly number[], { mean, deviation, weights, trees }: Weighing): number[] {
  const linear = Float32Array.from(weights, (own) => {
    let sum = 0;
    for (let i = 0; i < own.length; i += 1)
      sum +=
        ((own[i] as number) * ((features[i] as number) - (mean[i] as number))) / (deviation[i] as number);
    return sum;
  });
  const boosted = new Float32Array(weights.length);
  for (const round of trees)
    for (let c = 0; c < round.length; c += 1)
      boosted[c] = (boosted[c] as number) + leafOf(round[c] as Tree, features);
  softmaxInPlace(linear);
  softmaxInPlace(boosted);
  return Array.from(linear, (probability, c) => (probability + (boosted[c] as number)) / 2);
}

/** What a tree says of features. */
export function leafOf({ feature, threshold, left, right }: Tree, features: readonly number[]): number {
  let node = 0;
  while ((feature[node] as number) >= 0)
    node =
      (features[feature[node] as number] as number) <= (threshold[node] as number)
        ? (left[node] as number)
        : (right[node] as number);
  return threshold[node] as number;
}
