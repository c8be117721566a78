// The answers to the parts of a question become one, or none if a part has no answer of its own.
import { expect, test } from 'vitest';
import type { Answer, Found } from '../../src/core/answer.ts';
import { joinAnswers } from '../../src/core/join-answers.ts';
import { factOf } from '../../src/core/knowledge/parse.ts';
import { found, knowledge } from '../fixtures.ts';

const idsOf = (answer: Found | undefined) => answer && [answer.fact, ...answer.also].map(({ id }) => id);
const unknown: Answer = { outcome: 'unknown', nearest: [] };
const correction = { fact: factOf(knowledge, 'raise') };

test('every part is answered, in its order', () => {
  expect(idsOf(joinAnswers([found('turnout'), found('raise'), found('vote-day')]))).toEqual([
    'turnout',
    'raise',
    'vote-day',
  ]);
});

test('what is related to any part is offered, unless it is shown already', () => {
  const related = joinAnswers([found('yes-share'), found('health')])?.related.map(({ id }) => id);
  expect(related).toEqual(['vote-2007', 'refusal']);
  expect(joinAnswers([found('yes-share'), found('vote-2007')])?.related).toEqual([]);
});

test.each<[string, Answer[]]>([
  ['a part without an answer', [found('turnout'), unknown]],
  ['two parts with one answer', [found('turnout'), found('turnout')]],
  ['a wrong premise behind the first part', [found('turnout'), found('raise', { correction })]],
])('%s leaves the question whole', (_, answers) => {
  expect(joinAnswers(answers)).toBeUndefined();
});

test('a wrong premise in the first part is set right', () => {
  expect(joinAnswers([found('raise', { correction }), found('turnout')])?.correction).toBe(correction);
});
