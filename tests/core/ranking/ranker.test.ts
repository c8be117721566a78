// The ranker on the small story: what it learns, what it keeps, and when it is sure.
import { describe, expect, test } from 'vitest';
import { decodeModel, encodeModel } from '../../../src/core/model.ts';
import { confidenceOf } from '../../../src/core/ranking/decision.ts';
import { createRanker } from '../../../src/core/ranking/ranker.ts';
import { askingSentence } from '../../../src/core/text/asking-sentence.ts';
import { fitDecision, type ValidationExample } from '../../../src/training/fit-decision.ts';
import { knowledge } from '../../fixtures.ts';
import { model, trainHere } from '../../story-desk.ts';

const ranker = createRanker(model, knowledge.words);

test('a known question ranks its own fact first, and all shares sum to 1', () => {
  const ranked = ranker.rank('tell me of vote-2007');
  expect(ranked[0]?.id).toBe('vote-2007');
  expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
});

test('training twice gives the same model, byte for byte', async () => {
  expect(Buffer.compare(encodeModel(await trainHere(knowledge)), encodeModel(model))).toBe(0);
});

test('a stored model ranks as the one it was made from', () => {
  const restored = createRanker(decodeModel(encodeModel(model)), knowledge.words);
  expect(restored.rank('what about the raise')).toEqual(ranker.rank('what about the raise'));
});

test('bytes that are no model are refused', () => {
  expect(() => decodeModel(new Uint8Array([4, 0, 0, 0, 1, 2, 3, 4]))).toThrow();
  expect(() => decodeModel(encodeModel(model).subarray(0, 200))).toThrow();
  const text = '{"format":1,"rest":{},"sizes":{}}';
  const older = Uint8Array.from([text.length, 0, 0, 0, ...new TextEncoder().encode(text)]);
  expect(() => decodeModel(older)).toThrow('npm run train');
});

test('it knows what it was trained on, and nothing else', () => {
  expect(ranker.knows('yes-share')).toBe(true);
  expect(ranker.knows('brand-new')).toBe(false);
});

describe('the sentence that asks', () => {
  test.each([
    ['I write for the school paper. When was the vote? Thanks a lot folks.', 'When was the vote?'],
    ['They told me about it. I need the date of the vote', 'I need the date of the vote'],
    ['When was the vote?', undefined],
  ])('of "%s"', (message, asking) => {
    expect(askingSentence(message)).toBe(asking);
  });
});

describe('the decision', () => {
  const trial = (sign: number, answerable: boolean, right: boolean): ValidationExample => ({
    signs: [1, sign],
    answerable,
    right,
    offered: right,
  });
  const trials = [
    ...Array.from({ length: 20 }, (_, i) => trial(3 + i / 10, true, true)),
    ...Array.from({ length: 20 }, (_, i) => trial(-3 - i / 10, false, false)),
  ];
  const decision = fitDecision(trials);

  test('is surer where the signs are those of right answers', () => {
    expect(confidenceOf([1, 4], decision)).toBeGreaterThan(confidenceOf([1, -4], decision));
  });

  test('answers what was right, and refuses what was not', () => {
    expect(confidenceOf([1, 3], decision)).toBeGreaterThanOrEqual(decision.found);
    expect(confidenceOf([1, -3], decision)).toBeLessThan(decision.unsure);
  });

  test('serves as large a share of the answerable as it refuses of the gaps', () => {
    const mixed = Array.from({ length: 400 }, (_, i) => {
      const answerable = i % 4 !== 0;
      return trial(((i * 37) % 100) / 20 + (answerable ? 1 : -1), answerable, answerable);
    });
    const { found, ...fitted } = fitDecision(mixed);
    const isFound = ({ signs }: ValidationExample) => confidenceOf(signs, fitted) >= found;
    const shareOf = (some: ValidationExample[], test: (one: ValidationExample) => boolean) =>
      some.filter(test).length / some.length;
    const served = shareOf(
      mixed.filter((one) => one.answerable),
      isFound,
    );
    const refused = shareOf(
      mixed.filter((one) => !one.answerable),
      (one) => !isFound(one),
    );
    expect(Math.abs(served - refused)).toBeLessThan(0.03);
    expect(served).toBeGreaterThan(0.6);
  });
});
