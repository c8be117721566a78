// The rivals of a claim: its sides exchanged, and its denials taken out.
import { expect, test } from 'vitest';
import { createLexicon } from '../../../src/core/judging/lexicon.ts';
import { readSentence } from '../../../src/core/judging/read-sentence.ts';
import { createRivals } from '../../../src/core/judging/rivals.ts';
import { parseSentences } from '../../../src/core/text/parse-sentences.ts';

const PARTIES = [
  { id: 'miners', name: 'the miners', side: 'labor', names: ['miners', 'union'] },
  { id: 'owners', name: 'the owners', side: 'owners', names: ['owners'] },
];

function rivalsOf(text: string, parties = PARTIES): string[] {
  const lexicon = createLexicon(new Map(parties.map(({ id, names }) => [id, names])));
  const sideOf = new Map(parties.map(({ id, side }) => [id, side]));
  const readings = parseSentences(text).map((tokens) =>
    readSentence(tokens, lexicon, sideOf, { quantities: [], dates: [] }),
  );
  return createRivals({ parties })(text, readings);
}

test('the two sides change places', () => {
  expect(rivalsOf('The union asks the owners for more.')).toEqual(['The owners asks the miners for more.']);
});

test('each denial is taken out by itself', () => {
  expect(rivalsOf('They did not agree, and nobody left.')).toEqual([
    'They did  agree, and nobody left.',
    'They did not agree, and everybody left.',
  ]);
});

test.each([
  ["They can't agree.", 'They can agree.'],
  ["They won't agree.", 'They will agree.'],
  ["They aren't here.", 'They are here.'],
  ['They cannot agree.', 'They can agree.'],
])('a contraction leaves a whole word: %s', (text, rival) => {
  expect(rivalsOf(text)).toEqual([rival]);
});

test('a text that names nobody and denies nothing has no rival', () => {
  expect(rivalsOf('Snow fell on Monday.')).toEqual([]);
});

test('with three sides, nobody knows who is to stand in whose place', () => {
  const parties = [...PARTIES, { id: 'state', name: 'the state', side: 'state', names: ['state'] }];
  expect(rivalsOf('The union asks the owners for more.', parties)).toEqual([]);
});

test('however much a text denies, it has a few rivals', () => {
  expect(rivalsOf('not '.repeat(100)).length).toBeLessThanOrEqual(3);
});
