// Names that are only mentioned, as opposed to questions.
import { expect, test } from 'vitest';
import { keywordOf, thingAskedFor } from '../../../src/core/asking/keyword.ts';

test.each([
  ['residuals', 'residuals'],
  ['health plan', 'health plan'],
  ['3%', '3%'],
  [' turnout in 2007', 'turnout in 2007'],
  ['turnout?', 'turnout?'],
  ['residuals plz', 'residuals'],
  ['the health plan, please', 'the health plan,'],
  ['health plan?', undefined],
  ['how many', undefined],
  ['how?', undefined],
  ['did it pass', undefined],
  ['not so', undefined],
  ['and then', undefined],
  ['four words are many', undefined],
  ['the', undefined],
  ['a', undefined],
  ['thanks', undefined],
  ['', undefined],
])('"%s": %s', (text, expected) => {
  expect(keywordOf(text)).toBe(expected);
});

test.each([
  ['whats the deadline', 'deadline'],
  ['what is the health plan?', 'health plan'],
  ["when's the vote", 'vote'],
  ['what is the deadline that they have', undefined],
  ['what did they say', undefined],
  ['deadline', undefined],
])('"%s" asks for %s', (question, thing) => {
  expect(thingAskedFor(question)).toBe(thing);
});
