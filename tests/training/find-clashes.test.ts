// Which facts and gaps clash because their questions are mistaken for one another.
import { expect, test } from 'vitest';
import { findClashes } from '../../src/training/find-clashes.ts';
import { knowledge } from '../fixtures.ts';

const asked = (id: string, takenFor: string, count: number, probability = 0.6) =>
  Array.from({ length: count }, (_, i) => ({
    id,
    text: `${id} ${i}`,
    isQuestion: true,
    ranked: [{ id: takenFor, probability }],
  }));

test('questions of a fact that are taken for a gap, and the other way round, those with most questions first', () => {
  const all = [...asked('vote-day', 'result-hour', 3), ...asked('result-hour', 'vote-day', 4)];
  expect(findClashes(knowledge, all)).toEqual([
    { id: 'result-hour', takenFor: 'vote-day', questions: [0, 1, 2, 3].map((i) => `result-hour ${i}`) },
    { id: 'vote-day', takenFor: 'result-hour', questions: [0, 1, 2].map((i) => `vote-day ${i}`) },
  ]);
});

test.each([
  ['few questions', asked('vote-day', 'result-hour', 2)],
  ['unsure ones', asked('vote-day', 'result-hour', 5, 0.4)],
  ['two facts', asked('vote-day', 'turnout', 5)],
  ['right ones', asked('vote-day', 'vote-day', 5)],
])('%s are no clash', (_, some) => {
  expect(findClashes(knowledge, some)).toEqual([]);
});
