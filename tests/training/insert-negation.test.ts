// Statements turned into their opposites, for learning.
import { expect, test } from 'vitest';
import { insertNegation } from '../../src/training/insert-negation.ts';

test.each([
  ['Talks are under way', 'Talks are not under way'],
  ['The plan has run short and will be cut', 'The plan has not run short and will be cut'],
])('the first auxiliary verb is denied: %s', (statement, denied) => {
  expect(insertNegation(statement)).toBe(denied);
});

test.each([
  ['Talks resumed', 'no auxiliary verb'],
  ["Talks aren't over", 'a contraction'],
  ['Talks are not over', 'a denial'],
])('nothing comes of %s, which has %s', (statement) => {
  expect(insertNegation(statement)).toBeUndefined();
});
