// Claims that first name whom they are about, and whom they are not about.
import { expect, test } from 'vitest';
import { readCleft } from '../../../src/core/judging/clefts.ts';

const READ = { said: 'the owners closed the mill', denied: 'the union closed the mill' };

test.each([
  'It was the owners, not the union, that closed the mill',
  'It was the owners and not the union that closed the mill',
  "It's the owners, and not the union, who closed the mill",
  'It was not the union but the owners that closed the mill',
  "It wasn't the union, but rather the owners, who closed the mill",
])('says one thing of the one and denies it of the other: %s', (claim) => {
  expect(readCleft(claim)).toEqual(READ);
});

test.each([
  'It was the owners that closed the mill',
  'It was raining, and the mill did not close',
  'The owners, not the union, closed the mill',
])('is none: %s', (claim) => {
  expect(readCleft(claim)).toBeUndefined();
});
