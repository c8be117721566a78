// Gradient boosting with small trees for a few classes (Friedman, 2001), deterministic.
import type { Tree, Weighing } from '../core/judging/weigh.ts';
import { softmaxInPlace } from '../core/ranking/softmax.ts';

const ROUNDS = 120;
const DEPTH = 3;
const RATE = 0.08;
/** Minimum number of samples in a leaf. */
const MIN_IN_LEAF = 8;
const DAMPING = 3;
const MIN_GAIN = 0.3;
/** Maximum number of thresholds that are tried for a feature. */
const THRESHOLDS = 16;

interface Samples {
  features: readonly (readonly number[])[];
  /** The class of each sample, as an index. */
  targets: readonly number[];
  weights: readonly number[];
}

/** Fits the trees, in rounds with one tree for each class. */
export function boostTrees({ features, targets, weights }: Samples, classes: number): Weighing['trees'] {
  const thresholds = (features[0] ?? []).map((_, f) => thresholdsOf(features.map((row) => row[f] as number)));
  const bins = features.map((row) =>
    row.map((value, f) => (thresholds[f] as number[]).filter((threshold) => value > threshold).length),
  );
  const scores = features.map(() => new Float64Array(classes));
  const all = features.map((_, i) => i);
  const rounds: Tree[][] = [];
  while (rounds.length < ROUNDS) {
    const probabilities = scores.map((own) => {
      const row = Float32Array.from(own);
      softmaxInPlace(row);
      return row;
    });
    const round = Array.from({ length: classes }, (_, c) => {
      const gradients = all.map(
        (i) => (weights[i] as number) * ((targets[i] === c ? 1 : 0) - (probabilities[i]?.[c] as number)),
      );
      const curvatures = all.map((i) => {
        const p = probabilities[i]?.[c] as number;
        return Math.max(1e-6, (weights[i] as number) * p * (1 - p));
      });
      return growTree(all, { bins, thresholds, gradients, curvatures });
    });
    for (const i of all)
      round.forEach((tree, c) => {
        const own = scores[i] as Float64Array;
        own[c] = (own[c] as number) + leafOf(tree, features[i] as readonly number[]);
      });
    // Trees that are no longer split have nothing left to learn.
    if (!round.some(({ feature }) => feature.length > 1)) break;
    rounds.push(round);
  }
  return rounds;
}

interface Growing {
  bins: readonly (readonly number[])[];
  thresholds: readonly (readonly number[])[];
  gradients: readonly number[];
  curvatures: readonly number[];
}

function growTree(all: readonly number[], growing: Growing): Tree {
  const tree = {
    feature: [] as number[],
    threshold: [] as number[],
    left: [] as number[],
    right: [] as number[],
  };
  const grow = (samples: readonly number[], depth: number): number => {
    const node = tree.feature.length;
    const gradient = samples.reduce((sum, i) => sum + (growing.gradients[i] as number), 0);
    const curvature = samples.reduce((sum, i) => sum + (growing.curvatures[i] as number), 0);
    tree.feature.push(-1);
    tree.threshold.push(round((RATE * gradient) / (curvature + DAMPING)));
    tree.left.push(0);
    tree.right.push(0);
    const split = depth > 0 ? bestSplit(samples, gradient, curvature, growing) : undefined;
    if (!split) return node;
    const { feature, bin } = split;
    const isLeft = (i: number) => (growing.bins[i]?.[feature] as number) <= bin;
    tree.feature[node] = feature;
    tree.threshold[node] = growing.thresholds[feature]?.[bin] as number;
    tree.left[node] = grow(samples.filter(isLeft), depth - 1);
    tree.right[node] = grow(
      samples.filter((i) => !isLeft(i)),
      depth - 1,
    );
    return node;
  };
  grow(all, DEPTH);
  return tree;
}

function bestSplit(
  samples: readonly number[],
  gradient: number,
  curvature: number,
  { bins, thresholds, gradients, curvatures }: Growing,
): { feature: number; bin: number } | undefined {
  let best: { feature: number; bin: number; gain: number } | undefined;
  const worth = (g: number, h: number) => (g * g) / (h + DAMPING);
  thresholds.forEach((own, feature) => {
    const sums = own.map(() => ({ gradient: 0, curvature: 0, count: 0 }));
    for (const i of samples) {
      const sum = sums[bins[i]?.[feature] as number];
      if (!sum) continue;
      sum.gradient += gradients[i] as number;
      sum.curvature += curvatures[i] as number;
      sum.count += 1;
    }
    let left = { gradient: 0, curvature: 0, count: 0 };
    sums.forEach((sum, bin) => {
      left = {
        gradient: left.gradient + sum.gradient,
        curvature: left.curvature + sum.curvature,
        count: left.count + sum.count,
      };
      if (left.count < MIN_IN_LEAF || samples.length - left.count < MIN_IN_LEAF) return;
      const gain =
        worth(left.gradient, left.curvature) +
        worth(gradient - left.gradient, curvature - left.curvature) -
        worth(gradient, curvature);
      if (gain >= MIN_GAIN && (!best || gain > best.gain)) best = { feature, bin, gain };
    });
  });
  return best;
}

function thresholdsOf(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const gaps = sorted.length - 1;
  const count = Math.min(THRESHOLDS, gaps);
  const places = Array.from({ length: count }, (_, i) => Math.floor(((i + 1) * gaps) / (count + 1)));
  return [...new Set(places)].map((at) => ((sorted[at] as number) + (sorted[at + 1] as number)) / 2);
}

const round = (value: number) => Number(value.toFixed(4));

/** The value that a tree gives for features. */
function leafOf({ feature, threshold, left, right }: Tree, features: readonly number[]): number {
  let node = 0;
  while ((feature[node] as number) >= 0)
    node =
      (features[feature[node] as number] as number) <= (threshold[node] as number)
        ? (left[node] as number)
        : (right[node] as number);
  return threshold[node] as number;
}
