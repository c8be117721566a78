// The kind of answer that a question wants, and the statement that it asks about.
import { describe, expect, test } from 'vitest';
import {
  askedFor,
  asksForCause,
  asksWhetherItHappened,
  asStatement,
} from '../../../src/core/judging/question-statement.ts';

describe('what a question wants', () => {
  test.each([
    'Did 90% vote yes?',
    "wasn't it 96%?",
    'so the vote passed?',
    'the vote passed, right',
    'the vote passed wasnt it',
    'Is it certain or not?',
    'Is it true that talks resume on Tuesday?',
    'Going by the union, have the owners agreed?',
    'that podcast, was it a new one',
    'hang on, is this more than before',
    'are they out right now yes or no',
    'is it part of the fight or nah',
    'does he or she lead it?',
    'Does the guild hold that striking, or saying so, helps?',
    "By the union's account, was $5 million what it cost?",
    'I heard it is over. True?',
  ])('yes or no: %s', (question) => {
    expect(askedFor(question)).toBe('yes or no');
  });

  test.each(['Is pay rising or falling?', 'did movies stop too, or just tv?'])(
    'which of two: %s',
    (question) => {
      expect(askedFor(question)).toBe('which of two');
    },
  );

  test.each([
    'How many voted?',
    'Since talks began in April, is it early to strike?',
    'Now that they are out, will they settle?',
    'what is it',
    'the turnout',
    'Could you tell me when it was?',
  ])('something else: %s', (question) => {
    expect(askedFor(question)).toBe('open');
  });
});

describe('the statement that a question asks about', () => {
  test.each([
    ["didn't 90% vote yes in 2007?", 'did 90% vote yes in 2007.'],
    ['so 90% voted yes, right?', '90% voted yes'],
    ["The contract ends in May, doesn't it?", 'The contract ends in May'],
    ['the story was updated wasnt it', 'the story was updated'],
    ['is it over, yes or no?', 'is it over.'],
    ["isn't it true that talks resume on Tuesday?", 'talks resume on Tuesday.'],
  ])('of "%s"', (question, statement) => {
    expect(asStatement(question)).toBe(statement);
  });

  test.each(['What share voted yes?', '>90% voted no?', 'how many said yes'])(
    'keeps a closing "yes" or "no" that belongs to it: %s',
    (question) => {
      expect(asStatement(question)).toBe(question.replace('?', '.'));
    },
  );

  test('keeps a closing "is it" that is the question', () => {
    expect(asStatement('What day is it?')).toBe('What day is it.');
  });
});

test.each([
  ['Have the talks resumed?', true],
  ["so didn't they meet?", true],
  ['Do talks resume on Tuesday?', false],
])('whether it has happened: %s', (question, expected) => {
  expect(asksWhetherItHappened(question)).toBe(expected);
});

test.each([
  ['Why did the mill close?', true],
  ['how come the mill closed', true],
  ["so what's made them sell?", true],
  ['what led them to sell', true],
  ['What did they make?', false],
  ['When did the mill close?', false],
])('whether it asks for a cause: %s', (question, expected) => {
  expect(asksForCause(question)).toBe(expected);
});
