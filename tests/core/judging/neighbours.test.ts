// Right and wrong wordings of the small story's facts, and how similar texts are to them.
import { expect, test } from 'vitest';
import { createNeighbours } from '../../../src/core/judging/neighbours.ts';
import { indexNeighbours } from '../../../src/training/index-neighbours.ts';
import { knowledge as story } from '../../fixtures.ts';

const NONE = { asked: [], falsePremise: [], supported: [], contradicted: [], claimed: [] };
const wordings = new Map([
  [
    'turnout',
    {
      ...NONE,
      supported: ['most of them took part', 'a majority turned out'],
      contradicted: ['hardly any of them took part', 'few turned out'],
      asked: ['how many took part?'],
      falsePremise: ['why did nobody take part?'],
    },
  ],
]);
const factIds = [...story.facts.keys()];
const model = { ...indexNeighbours({ ...story, wordings }), factIds };
const { compare } = createNeighbours(model);
const turnout = [{ id: 'turnout', probability: 1 }];

test('a wording itself is its own nearest neighbour, on the right side', () => {
  const right = compare('A majority turned out.', turnout, 'statement');
  expect(right.most).toBeGreaterThan(0.8);
  expect([right.ratio < 0, right.difference < 0]).toEqual([true, true]);
  const wrong = compare('few turned out', turnout, 'statement');
  expect(wrong.most).toBeGreaterThan(0.8);
  expect([wrong.ratio > 0, wrong.difference > 0]).toEqual([true, true]);
});

test('statements are compared with statements, questions with questions', () => {
  expect(compare('why did nobody take part', turnout, 'question').difference).toBeGreaterThan(0.3);
  expect(compare('how many took part', turnout, 'question').difference).toBeLessThan(-0.3);
  expect(compare('how many took part', turnout, 'statement').most).toBeLessThan(0.9);
});

test('a text of which no wording knows a word is like none', () => {
  expect(compare('zebras yodel', turnout, 'statement').most).toBe(0);
  expect(compare('', turnout, 'statement')).toMatchObject({ difference: 0, most: 0 });
});

test('a wording without a word is like nothing, and spoils nothing', () => {
  const index = indexNeighbours({
    ...story,
    wordings: new Map([['turnout', { ...NONE, contradicted: ['?!'] }]]),
  });
  const { compare: withEmpty } = createNeighbours({ ...index, factIds });
  expect(withEmpty('few turned out', turnout, 'statement').ratio).not.toBeNaN();
});

test('words that nobody has used make a text less alike', () => {
  const { most } = compare('a majority turned out', turnout, 'statement');
  expect(compare('a majority of zebras turned out yodelling', turnout, 'statement').most).toBeLessThan(most);
});

test('a comparison leaves nothing behind for the next one', () => {
  const before = compare('few turned out', turnout, 'statement');
  compare('most of them took part', turnout, 'statement');
  expect(compare('few turned out', turnout, 'statement')).toEqual(before);
});

test('a fact without wrong wordings speaks for neither side', () => {
  const likeness = compare('the raise', [{ id: 'raise', probability: 1 }], 'statement');
  expect(likeness).toMatchObject({ ratio: 0, difference: 0 });
  expect(likeness.most).toBeGreaterThan(0);
});

test('facts count by how likely each is meant, and unknown ones not at all', () => {
  const text = 'few turned out';
  const alone = compare(text, turnout, 'statement');
  const shared = compare(
    text,
    [
      { id: 'turnout', probability: 0.5 },
      { id: 'unheard-of', probability: 0.5 },
    ],
    'statement',
  );
  expect(shared.ratio).toBeCloseTo(alone.ratio / 2, 5);
});
