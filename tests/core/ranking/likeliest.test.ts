// The pick of the likeliest classes against sorting them all.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeliest } from '../../../src/core/ranking/likeliest.ts';

const LEAST = 0.05;

test('picks the same positions in the same order as sorting all probabilities', () => {
  fc.assert(
    fc.property(
      // Few different values, so that many are equal.
      fc.array(fc.integer({ min: 0, max: 12 }).map((n) => n / 12)),
      fc.integer({ min: 1, max: 9 }),
      (probabilities, count) => {
        const sorted = probabilities
          .map((probability, position) => ({ probability, position }))
          .filter(({ probability }) => probability >= LEAST)
          .sort((a, b) => b.probability - a.probability || a.position - b.position);
        expect(likeliest(probabilities, count, LEAST)).toEqual(
          sorted.slice(0, count).map(({ position }) => position),
        );
      },
    ),
  );
});
