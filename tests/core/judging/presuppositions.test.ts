// What a question takes for granted by a noun of change becomes a statement.
import { expect, test } from 'vitest';
import { changeTakenForGranted } from '../../../src/core/judging/presuppositions.ts';

test.each([
  ['What explains the drop in bread sales since 2007?', 'bread sales dropped since 2007.'],
  ['Why such a rise in the price of flour, and who gains?', 'the price of flour rose.'],
  ['How do the bakers explain the steep decline of the mill?', 'the mill dropped.'],
  ['What is behind the growth in sales compared with last year?', 'sales rose compared with last year.'],
])('%s', (question, statement) => {
  expect(changeTakenForGranted(question)).toBe(statement);
});

test.each([
  'Will sales drop?',
  'Would a drop in sales hurt?',
  'Who baked the bread?',
  'What did the rise cost?',
  '',
])('names no change of anything: %s', (question) => {
  expect(changeTakenForGranted(question)).toBeUndefined();
});
