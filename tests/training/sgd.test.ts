// The optimizer on points whose classes are known.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSamples } from '../../src/training/samples.ts';
import { type SparseWeights, sgd } from '../../src/training/sgd.ts';

const SETTINGS = { passes: 20, rate: 0.3, damping: 0.05, biasRate: 0.02, negligible: 0.01 };

/** A point that has some of the features, all of the same value. */
const point = (...positions: number[]) => ({ positions, values: positions.map(() => 1) });

function scoreOf({ starts, classes, weights, biases }: SparseWeights, positions: number[], c: number) {
  let score = biases[c] as number;
  for (const position of positions)
    for (let at = starts[position] as number; at < (starts[position + 1] as number); at += 1)
      if (classes[at] === c) score += weights[at] as number;
  return score;
}

const bestOf = (model: SparseWeights, positions: number[]) => {
  const scores = Array.from(model.biases, (_, c) => scoreOf(model, positions, c));
  return scores.indexOf(Math.max(...scores));
};

test('classes that a feature each tells apart are told apart, whatever else the points have', () => {
  const noise = fc.array(fc.integer({ min: 3, max: 8 }), { maxLength: 4 });
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), noise), { minLength: 30, maxLength: 60 });
  fc.assert(
    fc.property(points, (some) => {
      const samples = packSamples(
        some.map(([c, others]) => point(c, ...new Set(others))),
        some.map(([c]) => c),
      );
      const model = sgd(samples, { ...SETTINGS, featureCount: 9, classCount: 3 });
      const present = new Set(some.map(([c]) => c));
      for (const c of present) expect(bestOf(model, [c])).toBe(c);
    }),
  );
});

test('a feature has weights for the classes that have it, in ascending order, and for no others', () => {
  const samples = packSamples([point(0, 1), point(1), point(1, 2)], [2, 0, 1]);
  const { starts, classes } = sgd(samples, { ...SETTINGS, featureCount: 4, classCount: 3 });
  const rowOf = (feature: number) => [...classes.slice(starts[feature], starts[feature + 1])];
  expect([0, 1, 2, 3].map(rowOf)).toEqual([[2], [0, 1, 2], [1], []]);
});

test('a frozen class competes with the score that it is given, and learns nothing', () => {
  const points = Array.from({ length: 20 }, () => point(0));
  const learn = (score: number) =>
    sgd(
      packSamples(
        points,
        points.map((_, i) => i % 2),
      ),
      { ...SETTINGS, featureCount: 1, classCount: 1, frozen: new Float32Array(20).fill(score) },
    );
  // Half of the points belong to each, so the learned score meets the given one.
  expect(scoreOf(learn(2), [0], 0)).toBeCloseTo(2, 0);
  expect(scoreOf(learn(-1), [0], 0)).toBeCloseTo(-1, 0);
  expect(learn(2).biases).toHaveLength(1);
});

test('it reports every sample of every pass', () => {
  const points = Array.from({ length: 1_234 }, (_, i) => point(i % 2));
  const samples = packSamples(
    points,
    points.map((_, i) => i % 2),
  );
  let seen = 0;
  sgd(samples, { ...SETTINGS, passes: 3, featureCount: 2, classCount: 2 }, (count) => {
    seen += count;
  });
  expect(seen).toBe(3 * 1_234);
});
