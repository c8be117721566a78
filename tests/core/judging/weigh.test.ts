// What an ensemble makes of features: trees followed to their leaves, a regression, and the average of both.
import { expect, test } from 'vitest';
import { createWeigh, type Tree } from '../../../src/core/judging/weigh.ts';

/** Asks for a feature, and gives one value up to a threshold and another above it. */
const split = (feature: number, threshold: number, low: number, high: number): Tree => ({
  feature: [feature, -1, -1],
  threshold: [threshold, low, high],
  left: [1, 0, 0],
  right: [2, 0, 0],
});
const leaf = (value: number): Tree => ({ feature: [-1], threshold: [value], left: [0], right: [0] });

const scale = { mean: [0, 2], deviation: [1, 4] };
const even = [
  [0, 0],
  [0, 0],
];

test.each([
  [[1, 2], 1 + 5],
  [[1, 3], 1 + 7],
  [[1.5, 2], 3 + 5],
  [[1.5, 2.5], 3 + 7],
])('of %j the trees of a class add up to %d, whatever the other class has', (features, sum) => {
  const trees = [
    [split(0, 1, 1, 3), leaf(2)],
    [split(1, 2, 5, 7), split(0, 0, 9, 4)],
  ];
  const [first = 0, second = 0] = createWeigh([{ ...scale, weights: even, trees }])(features);
  // Half of a probability is the regression's, which knows nothing here.
  expect(first).toBeCloseTo((0.5 + 1 / (1 + Math.exp(6 - sum))) / 2, 6);
  expect(first + second).toBeCloseTo(1, 6);
});

test('the regression weighs features on one scale, and members count alike', () => {
  const weights = [
    [0, 2],
    [0, 0],
  ];
  const trees = [[leaf(0), leaf(0)]];
  const member = { ...scale, weights, trees };
  const half = (0.5 + 1 / (1 + Math.exp(-2))) / 2;
  expect(createWeigh([member])([1, 6])[0]).toBeCloseTo(half, 6);
  expect(createWeigh([member, { ...member, weights: even }])([1, 6])[0]).toBeCloseTo((half + 0.5) / 2, 6);
});
