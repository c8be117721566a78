// Words that make a text stronger than its facts.
import { expect, test } from 'vitest';
import type { FactWords } from '../../../src/core/judging/fact-words.ts';
import { overstates } from '../../../src/core/judging/overstatements.ts';
import { readSentence } from '../../../src/core/judging/read-sentence.ts';
import { hash } from '../../../src/core/text/hash.ts';
import { parseSentences } from '../../../src/core/text/parse-sentences.ts';
import { readFigures } from '../../../src/core/text/read-figures.ts';
import { stem } from '../../../src/core/text/tokens.ts';

/** The facts say only that the drought was the longest, and that the river will surely rise. */
const SAID = new Set(['longest', 'surely'].map((word) => hash(stem(word))));
const factWords: FactWords = { uses: (_, word) => (SAID.has(word) ? 3 : 0), factsUsing: () => 0 };
const says = (text: string) =>
  overstates(
    parseSentences(text).map((tokens) =>
      readSentence(tokens, () => [], new Map(), readFigures(text, '2020-01-01')),
    ),
    ['drought'],
    factWords,
  );

test.each([
  'It was the shortest drought',
  'The drought was a record',
  'The well ran dry for the third time',
  'It was the driest summer ever, the hardest in the valley',
  'Only the valley ran dry',
  'The valley alone ran dry',
  'The well will definitely run dry',
  'The well is bound to run dry',
  'The well runs dry even if it rains',
  'The well will run dry whether or not it rains',
])('is stronger: %s', (text) => {
  expect(says(text)).toBe(true);
});

test.each([
  'It was the longest drought',
  'The river will surely rise',
  'A third of the wells ran dry',
  'If ever there was a drought, this was one',
  'The drought is on record',
  'Not only the valley ran dry',
  'Only 3% of the wells ran dry',
  'The well will probably run dry',
  'The well is not bound to run dry',
  'Even if you ask the farmers, the well ran dry',
  'Nobody knows whether or not the well ran dry',
])('is not: %s', (text) => {
  expect(says(text)).toBe(false);
});
