// Logistic regression for two classes and a few dozen features, by Newton's method: it needs no step size and few steps.

/** A sample described by numbers, with its class. */
export interface LogisticSample {
  features: readonly number[];
  isSo: boolean;
  /** Its weight among the samples. */
  weight: number;
}

export interface LogisticWeights {
  bias: number;
  /** One for each feature. */
  weights: number[];
}

/** The penalty on large weights (ridge), for features scaled to a standard deviation of 1. */
const RIDGE = 3;
const STEPS = 30;
/** The fit ends with the first step that moves no weight further than this. */
const SETTLED = 1e-9;

/** Fits the weights. The same samples give the same weights. A feature that never varies gets no weight. */
export function fitLogistic(samples: readonly LogisticSample[]): LogisticWeights {
  const count = samples[0]?.features.length ?? 0;
  const means = columns(count, (f) => mean(samples.map(({ features }) => features[f] as number)));
  const deviations = columns(count, (f) =>
    Math.sqrt(mean(samples.map(({ features }) => ((features[f] as number) - (means[f] as number)) ** 2))),
  );
  const rows = samples.map(({ features }) => [
    1,
    ...features.map((value, f) => {
      const deviation = deviations[f] as number;
      return deviation > 0 ? (value - (means[f] as number)) / deviation : 0;
    }),
  ]);
  const scaled = new Float64Array(count + 1);
  for (let step = 0; step < STEPS; step += 1) {
    const { gradient, curvature } = derivatives(samples, rows, scaled);
    const move = solve(curvature, gradient);
    move.forEach((by, f) => {
      scaled[f] = (scaled[f] as number) - by;
    });
    if (move.every((by) => Math.abs(by) < SETTLED)) break;
  }
  const weights = columns(count, (f) =>
    (deviations[f] as number) > 0 ? (scaled[f + 1] as number) / (deviations[f] as number) : 0,
  );
  const bias = weights.reduce((sum, weight, f) => sum - weight * (means[f] as number), scaled[0] as number);
  return { bias, weights };
}

const columns = (count: number, of: (f: number) => number) => Array.from({ length: count }, (_, f) => of(f));

const mean = (list: readonly number[]) =>
  list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);

/** The derivatives of the loss at the present weights. The penalty leaves out the bias. */
function derivatives(
  samples: readonly LogisticSample[],
  rows: readonly (readonly number[])[],
  weights: Float64Array,
): { gradient: number[]; curvature: number[][] } {
  const size = weights.length;
  const gradient = columns(size, (f) => (f === 0 ? 0 : RIDGE * (weights[f] as number)));
  const curvature = Array.from({ length: size }, (_, f) => {
    const row = new Array<number>(size).fill(0);
    row[f] = f === 0 ? Number.EPSILON : RIDGE;
    return row;
  });
  samples.forEach(({ isSo, weight }, i) => {
    const row = rows[i] as number[];
    const score = row.reduce((sum, value, f) => sum + value * (weights[f] as number), 0);
    const probability = 1 / (1 + Math.exp(-score));
    const error = weight * (probability - (isSo ? 1 : 0));
    const certainty = weight * probability * (1 - probability);
    for (let f = 0; f < size; f += 1) {
      const value = row[f] as number;
      gradient[f] = (gradient[f] as number) + error * value;
      const own = curvature[f] as number[];
      for (let g = 0; g < size; g += 1) own[g] = (own[g] as number) + certainty * value * (row[g] as number);
    }
  });
  return { gradient, curvature };
}

/**
 * Solves a symmetric system of linear equations by elimination. An unknown that the matrix does not determine stays
 * 0.
 */
function solve(matrix: readonly (readonly number[])[], target: readonly number[]): number[] {
  const size = target.length;
  const rows = matrix.map((row, i) => [...row, target[i] as number]);
  for (let at = 0; at < size; at += 1) {
    const pivot = rows
      .slice(at)
      .reduce(
        (best, row, i) =>
          Math.abs(row[at] as number) > Math.abs(rows[best]?.[at] as number) ? at + i : best,
        at,
      );
    [rows[at], rows[pivot]] = [rows[pivot] as number[], rows[at] as number[]];
    const own = rows[at] as number[];
    const head = own[at] as number;
    if (head === 0) continue;
    for (let i = 0; i < size; i += 1) {
      const row = rows[i] as number[];
      const times = (row[at] as number) / head;
      if (i === at || times === 0) continue;
      for (let c = at; c <= size; c += 1) row[c] = (row[c] as number) - times * (own[c] as number);
    }
  }
  return rows.map((row, i) => ((row[i] as number) === 0 ? 0 : (row[size] as number) / (row[i] as number)));
}
