// Claims that say the opposite of a word of their fact.
import { expect, test } from 'vitest';
import { createSaysOpposite } from '../../../src/core/judging/antonyms.ts';
import type { FactWords } from '../../../src/core/judging/fact-words.ts';
import { hash } from '../../../src/core/text/hash.ts';
import { stem } from '../../../src/core/text/tokens.ts';

/** The words of two facts, by how often each uses them. */
const USES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  rent: { higher: 20, more: 20, less: 5, friendly: 1 },
  talks: { lower: 20 },
};
const factWords: FactWords = {
  uses: (id, word) => Object.entries(USES[id] ?? {}).find(([text]) => hash(stem(text)) === word)?.[1] ?? 0,
  factsUsing: () => 0,
};
const saysOpposite = createSaysOpposite(
  [
    { one: ['higher'], other: ['lower'] },
    { one: ['more'], other: ['less', 'fewer'] },
    { one: ['friendly'], other: ['hostile'] },
  ],
  factWords,
);
const says = (text: string, ...ids: string[]) => saysOpposite(new Set(text.split(' ').map(stem)), ids);

test('the opposite of a word that the fact says is noticed, in any form', () => {
  expect(says('rents are lower', 'rent')).toBe(true);
  expect(says('the lowest rent', 'rent')).toBe(false);
  expect(says('rents are higher', 'talks')).toBe(true);
});

test.each([
  ['says the word itself', 'rents are higher', ['rent']],
  ['says both words', 'rents are higher here and lower there', ['rent']],
  ['says a word that its fact uses, too', 'less rent', ['rent']],
  ['is also about a fact that says so', 'rents are lower', ['rent', 'talks']],
  ['says the opposite of what the fact hardly says', 'a hostile owner', ['rent']],
  ['is about no fact', 'rents are lower', []],
])('a text that %s says no opposite', (_, text, ids) => {
  expect(says(text, ...ids)).toBe(false);
});
