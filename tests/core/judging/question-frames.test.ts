// The frame of a question is removed, and nothing of the statement with it.
import { describe, expect, test } from 'vitest';
import { unframe } from '../../../src/core/judging/question-frames.ts';

describe('a frame that asks for the truth comes off', () => {
  test.each([
    ['True or false: the mill opens in May.', 'the mill opens in May.'],
    ['Fact check, please: does the mill open in May?', 'does the mill open in May?'],
    ['Can you confirm whether the mill opens in May?', 'the mill opens in May?'],
    ['can u confirm the mill opens in may', 'the mill opens in may'],
    ['I was wondering if the mill opens in May', 'the mill opens in May'],
    ['I heard the mill opens in May. Is that true?', 'the mill opens in May'],
    [
      'My uncle, who knows a miller, insists that the mill opens in May; is he right?',
      'the mill opens in May',
    ],
    ['Somebody upthread says the mill opens in May. True?', 'the mill opens in May'],
    ['Word is the mill opens in May. Does it?', 'the mill opens in May'],
    ['The mill opens in May; do I have that right?', 'The mill opens in May'],
    ["The mill, I'm told, opens in May. Is that so?", 'The mill opens in May'],
    ['Does the article say that the mill opens in May?', 'the mill opens in May?'],
    ['Would it be fair to say that the mill opens in May?', 'the mill opens in May?'],
  ])('%s', (question, text) => {
    expect(unframe(question)).toEqual({ text, asksForTruth: true });
  });
});

describe('what only leads to a question comes off, and leaves it as open as it was', () => {
  test.each([
    ['Quiz, item 4: does the mill open in May?', 'does the mill open in May?'],
    ['when does the mill open, do we know?', 'when does the mill open'],
    ['When does the mill open? Anyone?', 'When does the mill open'],
    ['when does the mill open, any idea?', 'when does the mill open'],
    ['Could you explain to the class why the mill opens in May?', 'why the mill opens in May?'],
    ["I'd like to know when the mill opens.", 'when the mill opens.'],
    ['so what does the mill cost', 'what does the mill cost'],
  ])('%s', (question, text) => {
    expect(unframe(question)).toEqual({ text, asksForTruth: false });
  });
});

describe('what belongs to the statement stays', () => {
  test.each([
    // The source may be what decides.
    'The millers say the mill opens in May. Why?',
    'Did the council confirm that the mill opens?',
    // A story before the question is not hearsay to be checked.
    'my brother says the mill is dear. when does it open?',
    'The mill that preceded this one: did it open in May?',
    // Who asks whether it is wrong wants the opposite word.
    'My uncle says the mill opens in May; is he wrong?',
    'Is it wrong that the mill opens in May?',
    'Is that so?',
    'right?',
    '',
  ])('%s', (question) => {
    expect(unframe(question).text).toBe(question);
  });
});
