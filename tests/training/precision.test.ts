// From which probability on a thing may be said.
import { expect, test } from 'vitest';
import { thresholdForPrecision } from '../../src/training/precision.ts';

const judged = (...pairs: [sure: number, right: boolean][]) =>
  pairs.map(([sure, right]) => ({ sure, right, weight: 1 }));

test('is the lowest one from which on the share is right', () => {
  expect(thresholdForPrecision(judged([0.9, true], [0.8, true], [0.7, false], [0.6, true]), 0.75)).toBe(0.6);
  expect(thresholdForPrecision(judged([0.9, true], [0.8, true], [0.7, false], [0.6, true]), 0.8)).toBe(0.8);
});

test('counts those that are equally sure together', () => {
  expect(thresholdForPrecision(judged([0.8, true], [0.7, true], [0.7, false]), 1)).toBe(0.8);
});

test('is never below one half, and 1 where nothing is right', () => {
  expect(thresholdForPrecision(judged([0.4, true], [0.3, true]), 0.9)).toBe(0.5);
  expect(thresholdForPrecision(judged([0.9, false]), 0.9)).toBe(1);
  expect(thresholdForPrecision([], 0.9)).toBe(1);
});

test('counts each by its weight', () => {
  expect(
    thresholdForPrecision(
      [
        { sure: 0.9, right: true, weight: 1 },
        { sure: 0.8, right: false, weight: 9 },
      ],
      0.5,
    ),
  ).toBe(0.9);
});
