// The ranker on the small story: what it learns, what it keeps, and when it is sure.
import { describe, expect, test } from 'vitest';
import { factOf } from '../../../src/core/knowledge/parse.ts';
import { decodeModel, encodeModel, OtherFormatError } from '../../../src/core/model.ts';
import { confidenceOf } from '../../../src/core/ranking/decision.ts';
import { createRanker } from '../../../src/core/ranking/ranker.ts';
import { encodeTensors } from '../../../src/core/safetensors.ts';
import { askingSentence } from '../../../src/core/text/asking-sentence.ts';
import { knowledge } from '../../fixtures.ts';
import { model, trainHere } from '../../story-desk.ts';

const ranker = createRanker(model, knowledge.words);

test('a known question ranks its own fact first, and all probabilities add up to 1', () => {
  const ranked = ranker.rank('tell me of vote-2007');
  expect(ranked[0]?.id).toBe('vote-2007');
  expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
});

test('training twice gives the same model, byte for byte', () => {
  expect(Buffer.compare(encodeModel(trainHere(knowledge)), encodeModel(model))).toBe(0);
});

test('a stored model ranks as the one it was made from', () => {
  const restored = createRanker(decodeModel(encodeModel(model)), knowledge.words);
  expect(restored.rank('what about the raise')).toEqual(ranker.rank('what about the raise'));
});

test('bytes that are no model, part of one, or of another version are refused', () => {
  const bytes = encodeModel(model);
  expect(() => decodeModel(new Uint8Array())).toThrow();
  expect(() => decodeModel(new Uint8Array([4, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]))).toThrow();
  expect(() => decodeModel(bytes.subarray(0, 200))).toThrow();
  expect(() => decodeModel(bytes.subarray(0, bytes.length - 1))).toThrow();
  expect(() => decodeModel(encodeTensors({}, { format: 'of yesterday' }))).toThrow(OtherFormatError);
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

test('a text is ranked as before, whatever was ranked in between', () => {
  const story = 'They told me about the raise. When was the vote? Thanks a lot folks.';
  const texts = [story, 'When was the vote', 'tell me of vote-2007', story, 'When was the vote?'];
  const fresh = texts.map((text) => createRanker(model, knowledge.words).rank(text));
  expect(texts.map(ranker.rank)).toEqual(fresh);
});

describe('the confidence', () => {
  const confidence = (...ranked: [id: string, probability: number][]) =>
    confidenceOf(
      ranked.map(([id, probability]) => ({ id, probability })),
      knowledge.facts,
    );

  test('is higher the likelier the best fact, and the less likely the best gap', () => {
    const [higher, lower] = [0.6, 0.5].map((probability) =>
      confidence(['vote-day', probability], ['gap', 0.2]),
    ) as [number, number];
    expect(higher).toBeGreaterThan(lower);
    expect(confidence(['vote-day', 0.6], ['gap', 0.1])).toBeGreaterThan(higher);
    expect(confidence(['vote-day', 0.6])).toBeGreaterThan(confidence(['vote-day', 0.6], ['gap', 0.1]));
  });

  test('counts the facts related to the best one, and no others', () => {
    const alone = confidence(['yes-share', 0.5]);
    expect(confidence(['yes-share', 0.5], ['vote-day', 0.2])).toBeGreaterThan(alone);
    const others = [...knowledge.facts.values()].filter(
      ({ id, related }) =>
        id !== 'vote-day' &&
        !related.includes('vote-day') &&
        !factOf(knowledge, 'vote-day').related.includes(id),
    );
    expect(others).not.toEqual([]);
    for (const { id } of others)
      expect(confidence(['vote-day', 0.5], [id, 0.2])).toBe(confidence(['vote-day', 0.5]));
  });

  test('is finite where no fact or no gap is likely', () => {
    const all = [confidence(), confidence(['gap', 1]), confidence(['vote-day', 1])];
    expect(all.every(Number.isFinite)).toBe(true);
  });
});
