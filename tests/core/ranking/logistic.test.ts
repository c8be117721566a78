// Logistic regression on cases whose answer is known.
import { expect, test } from 'vitest';
import { probabilitiesOf } from '../../../src/core/ranking/logistic.ts';
import { fitLogistic, type Sample } from '../../../src/training/fit-logistic.ts';

/** Three classes, told apart by two signs of very different size. */
const cases: Sample[] = Array.from({ length: 60 }, (_, i) => ({
  class: i % 3,
  signs: [1, i % 3 === 0 ? 5 + (i % 7) : -5 - (i % 7), (i % 3 === 1 ? 0.002 : -0.002) + (i % 5) * 1e-4],
}));

test('the probabilities of all classes sum to 1, however large the scores are', () => {
  const probabilities = probabilitiesOf(
    [1, 900],
    [
      [0, 1],
      [1, 0],
      [0, -1],
    ],
  );
  expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  expect(probabilities[0]).toBeCloseTo(1, 12);
});

test('each case gets its own class, small signs and large ones alike', () => {
  const weights = fitLogistic(cases, 3, false);
  for (const { signs, class: right } of cases) {
    const probabilities = probabilitiesOf(signs, weights);
    expect(probabilities.indexOf(Math.max(...probabilities))).toBe(right);
  }
});

test('a rare class counts for little, unless every class weighs the same', () => {
  const uneven: Sample[] = Array.from({ length: 100 }, (_, i) => ({ class: i < 95 ? 0 : 1, signs: [1] }));
  expect(probabilitiesOf([1], fitLogistic(uneven, 2, false))[1]).toBeCloseTo(0.05, 3);
  expect(probabilitiesOf([1], fitLogistic(uneven, 2, true))[1]).toBeCloseTo(0.5, 3);
});
