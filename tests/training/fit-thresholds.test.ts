// The confidence at which a question is answered, and the one at which candidates are offered.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fitMatchThresholds,
  fitThresholds,
  type ValidationExample,
  WRONG_ANSWER,
} from '../../src/training/fit-thresholds.ts';

const example = (confidence: number, isAnswerable: boolean, isRight = isAnswerable): ValidationExample => ({
  confidence,
  isAnswerable,
  isRight,
  isOffered: isAnswerable,
});

test('what tells the two apart answers all of one and none of the other', () => {
  const { found, unsure } = fitThresholds([
    ...Array.from({ length: 20 }, (_, i) => example(3 + i / 10, true)),
    ...Array.from({ length: 20 }, (_, i) => example(-3 - i / 10, false)),
  ]);
  expect(found).toBe(3);
  expect(unsure).toBeLessThanOrEqual(found);
});

test('what is answered wrongly weighs as much as what is not answered', () => {
  const mixed = Array.from({ length: 400 }, (_, i) => {
    const isAnswerable = i % 4 !== 0;
    return example(((i * 37) % 400) / 80 + (isAnswerable ? 1 : -1), isAnswerable);
  });
  const { found } = fitThresholds(mixed);
  const shareOf = (isAnswerable: boolean, isAnswered: boolean) => {
    const those = mixed.filter((one) => one.isAnswerable === isAnswerable);
    return those.filter(({ confidence }) => confidence >= found === isAnswered).length / those.length;
  };
  const missed = 1 - shareOf(true, true);
  const answeredWrongly = 1 - shareOf(false, false);
  expect(Math.abs(missed - WRONG_ANSWER * answeredWrongly)).toBeLessThan(0.03);
  expect(shareOf(true, true)).toBeGreaterThan(0.6);
});

test('wrong answers do not count as answered, so more wrong ones never raise the threshold', () => {
  const examples = Array.from({ length: 40 }, (_, i) => example(i, i % 2 === 0));
  const wrong = examples.map((one, i) => (i % 8 === 0 ? { ...one, isRight: false } : one));
  expect(fitThresholds(wrong).found).toBeLessThanOrEqual(fitThresholds(examples).found);
});

test('whatever the examples, the thresholds are theirs, and candidates are never harder to get than an answer', () => {
  const examples = fc.array(
    fc.record({
      confidence: fc.double({ min: -20, max: 20, noNaN: true }),
      isAnswerable: fc.boolean(),
      isRight: fc.boolean(),
      isOffered: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(examples, (some) => {
      const { found, unsure } = fitThresholds(some);
      expect(unsure).toBeLessThanOrEqual(found);
      if (some.length > 0) expect(some.map(({ confidence }) => confidence)).toContain(found);
    }),
  );
});

test('where a match decides, three of four questions of gaps are refused, however the facts fare', () => {
  const ofGaps = Array.from({ length: 100 }, (_, i) => example(i / 100, false));
  const ofFacts = Array.from({ length: 100 }, () => example(0.01, true));
  expect(fitMatchThresholds([...ofGaps, ...ofFacts]).found).toBe(0.75);
});

test('a few questions of gaps change nothing', () => {
  const gaps = (count: number, confidence: number) =>
    Array.from({ length: count }, () => example(confidence, false));
  const { found } = fitMatchThresholds([]);
  expect(found).toBe(0.5);
  expect(fitMatchThresholds(gaps(49, 0.01)).found).toBe(found);
  expect(fitMatchThresholds(gaps(49, 0.9)).found).toBe(found);
  expect(fitMatchThresholds(gaps(50, 0.9)).found).toBe(0.9);
});
