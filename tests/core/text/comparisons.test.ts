// Questions that compare two things, and questions that only seem to.
import { describe, expect, test } from 'vitest';
import { comparesThings, saysMoreOrLess, weighsTwo } from '../../../src/core/text/comparisons.ts';

describe('whether a question sets two things side by side', () => {
  test.each([
    ['How does the first offer compare with the second?', true],
    ['Set the two results side by side, please', true],
    ['Were there fewer seats than guests?', true],
    ['What do they want, as against what they get?', true],
    ['How many seats are there?', false],
    ['Did more people come than in 2007?', true],
    ['Did more come than 2007?', true],
    ['Did more than 90% come?', false],
    ['Were there more than 6,000 seats?', false],
    ['Is the share higher than half?', false],
    ['Did it cost less than about two million dollars?', false],
    ['When do the talks resume?', false],
  ])('%s', (question, expected) => {
    expect(comparesThings(question)).toBe(expected);
  });
});

describe('whether it weighs two things', () => {
  test.each([
    ['Which is the larger, the first or the second?', true],
    ['who was hit harder, the owners or the crews', true],
    ['Did prices rise as fast as wages?', true],
    ['Is there a sooner date, or is it May?', false],
    ['Who spoke first, the chair or the committee?', false],
    ['Which of them is the chair, this one or the other?', false],
    ['What is the larger of them?', false],
  ])('%s', (question, expected) => {
    expect(weighsTwo(question)).toBe(expected);
  });
});

test('more or less needs both a measure and what it is measured by', () => {
  expect(saysMoreOrLess('more people came than last year')).toBe(true);
  expect(saysMoreOrLess('as high as it was')).toBe(true);
  expect(saysMoreOrLess('more people came')).toBe(false);
});
