// Which kinds of question the wordings of a fact ask for.
import { expect, test } from 'vitest';
import { QUESTION_KINDS } from '../../src/core/asking/question-kind.ts';
import { countKinds } from '../../src/training/count-kinds.ts';
import { knowledge as story } from '../fixtures.ts';

const none = { falsePremise: [], supported: [], contradicted: [], claimed: [] };
function kindsOf(asked: readonly string[], id = 'raise'): string[] {
  const knowledge = { ...story, wordings: new Map([[id, { ...none, asked: [...asked] }]]) };
  const [bits = 0] = countKinds(knowledge, [id]);
  return QUESTION_KINDS.filter((_, i) => (bits & (1 << i)) > 0);
}
const other = (count: number) => Array.from({ length: count }, (_, i) => `what is it ${i}`);

test('a kind counts from 2.5 in a hundred on', () => {
  const asked = [
    ...other(93),
    'who is it',
    'who was it',
    'who else',
    'how many are there',
    'how many were there',
  ];
  expect(kindsOf(asked)).toEqual(['who']);
});

test('of a fact with few wordings, and of a gap, nothing is known', () => {
  expect(kindsOf(other(20))).toEqual([...QUESTION_KINDS]);
  expect(kindsOf(other(94), 'result-hour')).toEqual([...QUESTION_KINDS]);
});
