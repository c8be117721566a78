// What is only named, beside what is asked.
import { expect, test } from 'vitest';
import { isKeyword } from '../../../src/core/asking/keyword.ts';

test.each([
  ['residuals', true],
  ['health plan', true],
  ['3%', true],
  [' turnout in 2007', true],
  ['turnout?', true],
  ['turnout??', true],
  ['health plan?', false],
  ['how?', false],
  ['how many', false],
  ['did it pass', false],
  ['not so', false],
  ['and then', false],
  ['four words are many', false],
])('"%s": %s', (text, expected) => {
  expect(isKeyword(text)).toBe(expected);
});
