// Fits the weights of a claim's features, a logistic regression and boosted trees, on labelled claims.
import type { Weighing } from '../core/judging/weigh.ts';
import { softmaxInPlace } from '../core/ranking/softmax.ts';
import { boostTrees } from './boost-trees.ts';

/** A labelled claim or question in numbers, with the position of its class. */
export interface WeighingSample {
  features: readonly number[];
  class: number;
  /** Its weight among the others; 1 by default. */
  weight?: number;
}

const STEPS = 600;
const RATE = 0.5;
/** The penalty on large weights (ridge). */
const RIDGE = 2;

/** Fits the weights. Every class has the same weight in total, however many samples it has. Deterministic. */
export function fitWeighing(samples: readonly WeighingSample[], classes: number): Weighing {
  const features = samples.map((sample) => sample.features);
  const targets = samples.map((sample) => sample.class);
  const own = samples.map(({ weight = 1 }) => weight);
  const sizes = Array.from(
    { length: classes },
    (_, c) => own.reduce((sum, weight, i) => sum + (targets[i] === c ? weight : 0), 0) || 1,
  );
  const weights = targets.map(
    (target, i) => ((own[i] as number) * samples.length) / (classes * (sizes[target] as number)),
  );
  const { mean, deviation } = scalesOf(features);
  const scaled = features.map((row) =>
    Float64Array.from(row, (value, f) => (value - (mean[f] as number)) / (deviation[f] as number)),
  );
  return {
    mean: mean.map(rounded),
    deviation: deviation.map(rounded),
    weights: descend(scaled, targets, weights, classes).map((own) => Array.from(own, rounded)),
    trees: boostTrees({ features, targets, weights }, classes),
  };
}

const rounded = (value: number) => Number(value.toPrecision(6));

/** The mean and the deviation of every feature; the constant, and a feature that never varies, stay as they are. */
function scalesOf(features: readonly (readonly number[])[]): { mean: number[]; deviation: number[] } {
  const count = features.length || 1;
  const means = (features[0] ?? []).map(
    (_, f) => features.reduce((sum, row) => sum + (row[f] as number), 0) / count,
  );
  const deviation = means.map((mean, f) =>
    Math.sqrt(features.reduce((sum, row) => sum + ((row[f] as number) - mean) ** 2, 0) / count),
  );
  return {
    mean: means.map((mean, f) => (f === 0 || deviation[f] === 0 ? 0 : mean)),
    deviation: deviation.map((value, f) => (f === 0 || value === 0 ? 1 : value)),
  };
}

/** Full-batch gradient descent with AdaGrad steps: there are few samples, so each step sees all of them. */
function descend(
  rows: readonly Float64Array[],
  targets: readonly number[],
  weights: readonly number[],
  classes: number,
): Float64Array[] {
  const size = rows[0]?.length ?? 0;
  const own = Array.from({ length: classes }, () => new Float64Array(size));
  const squares = own.map(() => new Float64Array(size).fill(1e-8));
  for (let step = 0; step < STEPS; step += 1) {
    const gradients = own.map((row) => row.map((weight, f) => (f === 0 ? 0 : RIDGE * weight)));
    rows.forEach((row, i) => {
      const scores = Float32Array.from(own, (weight) =>
        weight.reduce((sum, w, f) => sum + w * (row[f] as number), 0),
      );
      softmaxInPlace(scores);
      scores.forEach((probability, c) => {
        const error = (weights[i] as number) * (probability - (targets[i] === c ? 1 : 0));
        const gradient = gradients[c] as Float64Array;
        for (let f = 0; f < size; f += 1) gradient[f] = (gradient[f] as number) + error * (row[f] as number);
      });
    });
    own.forEach((row, c) => {
      for (let f = 0; f < size; f += 1) {
        const gradient = gradients[c]?.[f] as number;
        const square = squares[c] as Float64Array;
        square[f] = (square[f] as number) + gradient ** 2;
        row[f] = (row[f] as number) - (RATE * gradient) / Math.sqrt(square[f] as number);
      }
    });
  }
  return own;
}
