// What a decision on a claim looks at, in the small story and with a polarity that knows nothing.
import { describe, expect, test } from 'vitest';
import { createSignals } from '../../../src/core/judging/claim-features.ts';
import { readVerdictFeatures } from '../../../src/core/judging/verdict-features.ts';
import { knowledge as story } from '../../fixtures.ts';

const knowledge = { ...story, words: { ...story.words, negations: ['not'] } };

const read = createSignals(knowledge);
const blank = { weights: new Int8Array(2 ** 20), step: 1, bias: 0 };

const signsOf = (claim: string, rivalShare: number) =>
  readVerdictFeatures(
    claim,
    [
      { id: 'yes-share', share: 1 - rivalShare },
      { id: 'vote-2007', share: rivalShare },
    ],
    knowledge,
    read,
    blank,
    0.15,
  );

describe('a figure that the likeliest fact has otherwise', () => {
  test('speaks against the claim', () => {
    expect(signsOf('80% said yes', 0.4).otherFigure).toBe(true);
  });

  test('does not where a plausible fact has just that one', () => {
    expect(signsOf('90% said yes', 0.4).otherFigure).toBe(false);
  });

  test('does all the same where that fact is hardly plausible', () => {
    expect(signsOf('90% said yes', 0.05).otherFigure).toBe(true);
  });

  test('is none where the figure is the right one, or there is none', () => {
    expect(signsOf('96% said yes', 0.4).otherFigure).toBe(false);
    expect(signsOf('nearly all said yes', 0.4).otherFigure).toBe(false);
  });
});

test('a true figure in a negative sentence is told from one in a positive sentence', () => {
  const denied = signsOf('it is not so that 96.3% said yes', 0).signs;
  expect(denied).not.toEqual(signsOf('it is quite so that 96.3% said yes', 0).signs);
});

test('there are as many signs for every claim, even with no fact ranked', () => {
  const none = readVerdictFeatures('cats are pets', [], knowledge, read, blank, 0.15).signs;
  expect(none).toHaveLength(signsOf('90% said yes', 0.4).signs.length);
  expect(none.every(Number.isFinite)).toBe(true);
});
