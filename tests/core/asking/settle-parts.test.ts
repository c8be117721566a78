// A part of a question that may mean several facts is settled by the question as a whole.
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/core/asking/answer.ts';
import { settleParts } from '../../../src/core/asking/settle-parts.ts';
import { factOf } from '../../../src/core/knowledge/parse.ts';
import { found, knowledge } from '../../fixtures.ts';

const part = { text: 'part', asked: 'part', isElliptical: false, refersBack: false };
const unsure = (...ids: string[]): Answer => ({
  outcome: 'unsure',
  candidates: ids.map((id) => ({ fact: factOf(knowledge, id), question: id })),
});
const settled = (answers: readonly Answer[], ...likely: string[]) =>
  settleParts(
    answers.map((answer) => ({ part, answer })),
    () => likely.map((id) => ({ id, probability: 0.1 })),
    ({ id }) => found(id),
  ).map(({ answer }) => (answer.outcome === 'found' ? answer.fact.id : answer.outcome));

test('by the next likely fact that no other part has', () => {
  expect(settled([found('turnout'), unsure('raise', 'health')], 'turnout', 'raise')).toEqual([
    'turnout',
    'raise',
  ]);
});

test.each<[string, Answer[], string[]]>([
  ['the whole is about another fact', [found('turnout'), unsure('raise')], ['turnout', 'health', 'raise']],
  [
    'two parts may mean the fact',
    [found('turnout'), unsure('raise', 'health'), unsure('raise', 'vote-day')],
    ['turnout', 'raise', 'health'],
  ],
  ['no part has a fact', [unsure('raise'), unsure('health')], ['raise']],
  ['the part is refused', [found('turnout'), { outcome: 'unknown', nearest: [] }], ['raise']],
])('not if %s', (_, answers, likely) => {
  expect(settled(answers, ...likely)).toEqual(
    answers.map((one) => (one.outcome === 'found' ? one.fact.id : one.outcome)),
  );
});
