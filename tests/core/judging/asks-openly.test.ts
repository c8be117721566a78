// Texts that ask an open question, and claims that only begin like one.
import { expect, test } from 'vitest';
import { asksOpenly } from '../../../src/core/judging/asks-openly.ts';
import { MAX_READ } from '../../../src/core/text/beginning.ts';

test.each([
  'how many took part?',
  'how many of them took part',
  'Who closed the mill',
  'and when does it reopen',
  'why has the price risen',
  'what did the owners not offer',
  'Which mill? And who says so?',
  '"how long did it take"',
])('asks: %s', (text) => {
  expect(asksOpenly(text)).toBe(true);
});

test('a text without a word asks nothing', () => {
  expect(['', '?!'].map(asksOpenly)).toEqual([false, false]);
});

test.each([
  'What the bakers want is cheaper flour.',
  'What they call a ruin is open again',
  'Who closed the mill is disputed.',
  'When the mill closed, it had been open for 100 days.',
  'How they did it surprised nobody',
  'Did most of them take part?',
  'The mill is open again.',
  'Who closed the mill? The owners did.',
])('claims something, or can be answered by yes or no: %j', (text) => {
  expect(asksOpenly(text)).toBe(false);
});

test('of a long text only the beginning is looked at', () => {
  expect(asksOpenly(`${'Who closed it? '.repeat(MAX_READ / 15)}The owners closed it.`)).toBe(true);
  expect(asksOpenly(`${'Who closed it? '.repeat(10)}The owners closed it.`)).toBe(false);
});
