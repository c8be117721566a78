// A text as the ranker sees it: hashed words, word pairs and character n-grams.

import type { Words } from '../knowledge/schema.ts';
import { hash } from '../text/hash.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { createUnits } from './units.ts';

/**
 * Hashes of the distinct features of a text, in two blocks that are scaled separately. Of 80,000 features about one
 * pair shares a hash, which does no harm.
 */
export interface Features {
  /** Words and pairs of words, the same with synonyms put in their place. */
  words: Uint32Array;
  /** Runs of 3 and 4 letters inside words: they survive typing errors and unknown endings. */
  charNgrams: Uint32Array;
}

/** Runs of 2 letters added nothing on held-out questions, and took nearly half of the time. */
const NGRAM_LENGTHS = [3, 4];

/** What the hashes of each kind of feature begin with, so that they differ. Hashing goes on from there without joining texts. */
const WORD = hash('w');
const PAIR = hash('p');
const SYNONYM = hash('s');
const PAIR_WITH_SYNONYM = hash('q');
const NGRAM = hash('c');

/**
 * Creates the function that reads the features of a text.
 *
 * @param words chat spellings and synonyms, which are replaced by what they stand for
 * @param vocabulary known words that typing errors are corrected to; n-grams stay as typed. Omitted in training,
 *   which learns from typing errors too
 */
export function createFeatures(words: Words, vocabulary?: Vocabulary): (text: string) => Features {
  const read = createUnits(words, vocabulary);
  return (text) => {
    const { tokens, stems, units } = read(text);
    const unified = units.map(({ key }) => key);
    const words = new Set<number>();
    for (const word of stems) words.add(hash(word, WORD));
    for (const [left, right] of pairs(['^', ...stems, '$'])) words.add(hashPair(left, right, PAIR));
    for (const word of unified) if (word.startsWith('=')) words.add(hash(word, SYNONYM));
    for (const [left, right] of pairs(unified))
      if (left.startsWith('=') || right.startsWith('=')) words.add(hashPair(left, right, PAIR_WITH_SYNONYM));
    const charNgrams = new Set<number>();
    for (const token of new Set(tokens)) {
      const word = `_${token}_`;
      for (const length of NGRAM_LENGTHS)
        for (let start = 0; start + length <= word.length; start += 1)
          charNgrams.add(hash(word, NGRAM, start, start + length));
    }
    return { words: Uint32Array.from(words), charNgrams: Uint32Array.from(charNgrams) };
  };
}

const hashPair = (left: string, right: string, before: number): number =>
  hash(right, hash(' ', hash(left, before)));

function pairs(items: readonly string[]): [string, string][] {
  return items.slice(1).map((right, i) => [items[i] ?? '', right]);
}
