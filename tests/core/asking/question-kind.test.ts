// Which kind of thing a question asks for, by its own words.
import { expect, test } from 'vitest';
import { kindOfQuestion } from '../../../src/core/asking/question-kind.ts';

test.each([
  ['Who walked away first?', 'who'],
  ['ok so who called it historic', 'who'],
  ['by whom was it said', 'who'],
  ['How long did the strike last?', 'how long'],
  ['how many days was it', 'how long'],
  ['how many ballots were cast', 'how many'],
  ['What share of members voted?', 'what share'],
  ["what's the exact percentage", 'what share'],
  ['how many percent said yes', 'what share'],
  ['Why did they vote?', 'why'],
  ['how come they vote now', 'why'],
  ['how many voted, and who counted', 'how many'],
])('"%s" asks %s', (question, kind) => {
  expect(kindOfQuestion(question)).toBe(kind);
});

test.each([
  'what did the writers who voted want',
  'when do talks resume',
  'the reason',
  'how much did it cost',
  '',
])('"%s" asks for none of them', (question) => {
  expect(kindOfQuestion(question)).toBeUndefined();
});
