// Logistic regression on samples whose answer is known.
import { expect, test } from 'vitest';
import { fitLogistic, type LogisticSample } from '../../src/training/logistic-regression.ts';

/** Of each pair of features 100 samples, of which a share is so. */
const samples = (shares: readonly [number, number, number][]): LogisticSample[] =>
  shares.flatMap(([a, b, share]) =>
    Array.from({ length: 1000 }, (_, i) => ({ features: [a, b], isSo: i < 1000 * share, weight: 1 })),
  );

const probability = ({ bias, weights }: ReturnType<typeof fitLogistic>, features: readonly number[]) =>
  1 / (1 + Math.exp(-features.reduce((sum, value, f) => sum + value * (weights[f] as number), bias)));

test('the shares that the features tell come out as probabilities', () => {
  const fitted = fitLogistic(
    samples([
      [0, 5, 0.2],
      [1, 5, 0.8],
    ]),
  );
  expect(probability(fitted, [0, 5])).toBeCloseTo(0.2, 2);
  expect(probability(fitted, [1, 5])).toBeCloseTo(0.8, 2);
});

test('a feature that never varies, and one that tells nothing, weigh nothing', () => {
  const [, constant] = fitLogistic(
    samples([
      [0, 5, 0.2],
      [1, 5, 0.8],
    ]),
  ).weights;
  expect(constant).toBe(0);
  const [, idle] = fitLogistic(
    samples([
      [0, 0, 0.2],
      [0, 1, 0.2],
      [1, 0, 0.8],
      [1, 1, 0.8],
    ]),
  ).weights;
  expect(idle).toBeCloseTo(0, 6);
});

test('a sample that counts twice is like two', () => {
  const once = samples([
    [0, 1, 0.3],
    [1, 3, 0.6],
  ]);
  const twice = fitLogistic(once.map((one) => ({ ...one, weight: one.isSo ? 2 : 1 })));
  const doubled = fitLogistic(once.flatMap((one) => (one.isSo ? [one, one] : [one])));
  expect(probability(twice, [1, 3])).toBeCloseTo(probability(doubled, [1, 3]), 2);
});
