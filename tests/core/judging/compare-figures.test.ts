// Figures of a question held against a fact, in the small story.
import { expect, test } from 'vitest';
import { compareFigure, findWrongFigure } from '../../../src/core/judging/compare-figures.ts';
import { factOf } from '../../../src/core/knowledge/parse.ts';
import type { Fact } from '../../../src/core/knowledge/schema.ts';
import { readFigures } from '../../../src/core/text/figures.ts';
import { knowledge } from '../../fixtures.ts';

const fact = (...values: Fact['values']): Fact => ({ ...factOf(knowledge, 'yes-share'), values });
const YES = fact({ kind: 'number', number: 96.3, unit: 'percent', of: 'ballots' });
const LENGTH = fact({ kind: 'number', number: 100, unit: 'days' });
const EXPIRY = fact({ kind: 'date', date: '2017-05-01' });
const VOTE_DAY = fact({ kind: 'date', date: '2017-04-24' });
const LOSS = fact({ kind: 'number', number: 287e6, unit: 'dollars', bound: 'over' });
const BALLOTS = fact({ kind: 'number', number: 6310, unit: 'ballots' });
const UPDATE = fact({ kind: 'time', time: '18:45' });

test.each([
  ['96.3% said yes', YES, 'same'],
  ['96% said yes', YES, 'same'],
  ['about 95 percent', YES, 'same'],
  ['more than 90%', YES, 'same'],
  ['90%', YES, 'other'],
  ['less than half', YES, 'other'],
  ['barely over 50 percent', YES, 'other'],
  ['6,310 ballots', YES, 'unrelated'],
  ['a little over three months', LENGTH, 'same'],
  ['fourteen weeks', LENGTH, 'same'],
  ['200 days', LENGTH, 'other'],
  ['may 1st', EXPIRY, 'same'],
  ['in May', EXPIRY, 'same'],
  ['June 1', EXPIRY, 'other'],
  ['on monday', VOTE_DAY, 'same'],
  ['last friday', VOTE_DAY, 'other'],
  ['in 2023', VOTE_DAY, 'other'],
  ['6:45 pm', UPDATE, 'same'],
  ['at 6:45', UPDATE, 'same'],
  ['9 a.m.', UPDATE, 'other'],
  ['6:45 in the morning', UPDATE, 'other'],
  ['before 8 pm', UPDATE, 'same'],
  ['after 8 pm', UPDATE, 'other'],
  ['not 100 percent', YES, 'unrelated'],
  ['not 96.3%', YES, 'other'],
  ['ninety-six point three percent', YES, 'same'],
  ['96.3', YES, 'same'],
  ['before june', EXPIRY, 'same'],
  ['after june', EXPIRY, 'other'],
  ['not in 2023', VOTE_DAY, 'unrelated'],
  ['not in 2017', VOTE_DAY, 'other'],
  ['in early april', VOTE_DAY, 'other'],
  ['in late april', VOTE_DAY, 'same'],
  ['the day before Friday', VOTE_DAY, 'unrelated'],
  ["wasn't two weeks", LENGTH, 'unrelated'],
  ['not 100 days', LENGTH, 'other'],
  ['after noon', UPDATE, 'same'],
  ['287 million', LOSS, 'same'],
  ['28 million', LOSS, 'other'],
  ['287 members', LOSS, 'unrelated'],
  ['5,000 people', BALLOTS, 'other'],
  ['6,300 writers', BALLOTS, 'same'],
  ['two studios', BALLOTS, 'unrelated'],
])('"%s" is held against the fact', (text, against, agreement) => {
  const [figure] = readFigures(text);
  expect(figure && compareFigure(figure, against)).toBe(agreement);
});

test('a wrong figure is named with the fact where it belongs', () => {
  expect(findWrongFigure('so 90% voted yes?', factOf(knowledge, 'yes-share'), knowledge)).toEqual({
    text: '90%',
    belongsTo: factOf(knowledge, 'vote-2007'),
  });
});

test('a question that holds the right figure has no wrong premise', () => {
  expect(findWrongFigure('was it 90% or 96.3%?', factOf(knowledge, 'yes-share'), knowledge)).toBeUndefined();
});

test.each(["isn't it 90%?", "wasn't 90 percent for it?"])('"%s" takes no figure for granted', (question) => {
  expect(findWrongFigure(question, factOf(knowledge, 'yes-share'), knowledge)).toBeUndefined();
});

test('a figure that is right does not excuse a wrong one of another kind', () => {
  const salary = {
    ...fact({ kind: 'number', number: 23, unit: 'percent' }, { kind: 'number', number: 2, unit: 'years' }),
    short: 'Down by 23%',
    claim: 'Down by 23% in two years.',
  };
  expect(findWrongFigure('pay fell 33% in two years, right?', salary, knowledge)?.text).toBe('33%');
  expect(findWrongFigure('pay fell 23% in two years, right?', salary, knowledge)).toBeUndefined();
});
