// The vocabulary: which known word a typed one means, and when it means none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary } from '../../../src/core/text/vocabulary.ts';
import { anyCharacter } from '../../any-character.ts';

const words = [
  'strike',
  'guild',
  'vote',
  'authorization',
  'producers',
  'alliance',
  'health',
  'wga',
  '6310',
  '2017',
];
const vocabulary = createVocabulary(words);

describe('resolve', () => {
  it('knows its words and their other forms', () => {
    expect(vocabulary.resolve('strike')).toEqual({ word: 'strike', distance: 0 });
    expect(vocabulary.resolve('voting')).toEqual({ word: 'vote', distance: 0 });
    expect(vocabulary.has('vote')).toBe(true);
    expect(vocabulary.has('voting')).toBe(false);
  });

  it.each([
    ['a letter left out', 'gild', 'guild', 1],
    ['a letter too many', 'strikke', 'strike', 1],
    ['a wrong letter', 'heakth', 'health', 1],
    ['two letters swapped', 'striek', 'strike', 1],
    ['a wrong first letter in a longer word', 'ztrike', 'strike', 1],
    ['two errors in a long word', 'autorizatoin', 'authorization', 2],
  ])('forgives %s', (_what, typed, word, distance) => {
    expect(vocabulary.resolve(typed)).toEqual({ word, distance });
  });

  it.each([
    ['two errors in a short word', 'stirkes'],
    ['three errors', 'autorisatoin'],
    ['another word that only starts otherwise', 'note'],
    ['a word of three letters', 'wag'],
    ['another number', '6311'],
    ['another year', '2016'],
    ['an unknown word', 'pancakes'],
    ['an endless word', 'strike'.repeat(1_000)],
    ['nothing', ''],
  ])('does not take %s for a known word', (_what, typed) => {
    expect(vocabulary.resolve(typed)).toBeUndefined();
  });

  it('prefers the nearer word, and the earlier of two as near', () => {
    expect(createVocabulary(['striker', 'strafe', 'strike']).resolve('strike')).toMatchObject({
      word: 'strike',
    });
    expect(createVocabulary(['stake', 'stale']).resolve('staye')).toMatchObject({ word: 'stake' });
    expect(createVocabulary(['stale', 'stake']).resolve('staye')).toMatchObject({ word: 'stale' });
  });

  it('says the same of a word after a flood of others', () => {
    const before = vocabulary.resolve('striek');
    const letters = [...'abcdefghij'];
    for (let index = 0; index < 6_000; index++) {
      vocabulary.resolve(`flood${[...String(index)].map((digit) => letters[Number(digit)]).join('')}`);
    }
    expect(vocabulary.resolve('striek')).toEqual(before);
  });

  it('knows no word when it has none', () => {
    expect(createVocabulary([]).resolve('strike')).toBeUndefined();
  });

  it('finds every known word with one letter left out after the first, unless that is a word or near another', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      minLength: 5,
      maxLength: 14,
    });
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (known, which, where) => {
          const word = known[which % known.length] as string;
          const at = 1 + (where % (word.length - 1));
          const resolution = createVocabulary(known).resolve(word.slice(0, at) + word.slice(at + 1));
          expect(resolution).toBeDefined();
          expect(resolution?.distance).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('gives a known word or none, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (typed) => {
        const resolution = vocabulary.resolve(typed);
        if (resolution) expect(words).toContain(resolution.word);
      }),
      { numRuns: 500 },
    );
  });
});
