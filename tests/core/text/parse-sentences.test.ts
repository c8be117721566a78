// Sentences as tokens: the same text gives the same tokens, whatever was read before.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSentences } from '../../../src/core/text/parse-sentences.ts';

const textsOf = (text: string) => parseSentences(text).map((tokens) => tokens.map((token) => token.text));

test('the ending of a possessive is a token of its own, before a full stop too', () => {
  expect(textsOf("It is the glimmerton's.")).toEqual([['It', 'is', 'the', 'glimmerton', "'s", '.']]);
  expect(textsOf("The glimmerton's vote")).toEqual([['The', 'glimmerton', "'s", 'vote']]);
});

/** A word that the parser has not met; the text around it is read before and after it stands in others. */
const newWord = fc.stringMatching(/^[a-z]{5,12}$/);
const ending = fc.constantFrom("'s", "'s.", "'s,", "'s?", '.', '...', '-based', "'", '"', ')');

test('a text is read in the same way before and after any other', () => {
  fc.assert(
    fc.property(newWord, ending, fc.array(ending, { maxLength: 3 }), (word, own, others) => {
      const text = `the ${word}${own} vote`;
      const before = parseSentences(text);
      for (const other of others) parseSentences(`it was (the ${word}${other}`);
      expect(parseSentences(text)).toEqual(before);
    }),
    { numRuns: 1_000 },
  );
});

test('each token knows its place in the text', () => {
  const given = 'The guild\'s leaders said: "It isn\'t over."';
  for (const { text: value, start, end } of parseSentences(given).flat())
    if (value !== 'is' && value !== "n't") expect(given.slice(start, end)).toBe(value);
});
