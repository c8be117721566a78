// A question as the ranker sees it: hashed words, word pairs and pieces of words.

import type { Words } from '../knowledge/schema.ts';
import { hash } from '../text/hash.ts';
import { stem, tokenize } from '../text/tokens.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/**
 * Hashes of the distinct features of a text, in two blocks that are weighed separately. Two of some 80,000 features
 * meet about once, which harms nothing.
 */
export interface Features {
  /** Words, word pairs, and the field's synonyms, alone and in pairs. */
  words: readonly number[];
  /** Runs of 2 to 4 letters inside words: they survive typing errors and unknown endings. */
  pieces: readonly number[];
}

const PIECE_LENGTHS = [2, 3, 4];
/** What a piece's hash begins with, so that it is not that of a word. */
const PIECE = hash('c');
/** A message of more different unknown words is no question with typing errors: correcting each would take long. */
const MOST_CORRECTED = 24;

/**
 * Makes the function that reads a text's features.
 *
 * @param words the field's chat spellings and synonyms; both are taken for what they stand for
 * @param vocabulary the words of training; a typing error is read as the word that is meant, while the pieces stay as
 *   typed. Left out in training, which learns from errors too
 */
export function createFeatures(words: Words, vocabulary?: Vocabulary): (text: string) => Features {
  const spellings = new Map(
    Object.entries(words.short).map(([short, meaning]) => [tokenize(short).join(' '), tokenize(meaning)]),
  );
  const synonyms = new Map<string, string>();
  /** The number of words in the longest phrase that begins with a word. */
  const longest = new Map<string, number>();
  for (const group of words.same)
    for (const phrase of group) {
      const key = tokenize(phrase).map(stem);
      const [first] = key;
      if (first === undefined || synonyms.has(key.join(' '))) continue;
      synonyms.set(key.join(' '), `=${group[0]}`);
      longest.set(first, Math.max(longest.get(first) ?? 1, key.length));
    }

  /** Puts one sign in place of each longest known phrase. */
  function unify(stems: readonly string[]): string[] {
    const unified: string[] = [];
    for (let start = 0; start < stems.length; ) {
      const first = stems[start] as string;
      let length = Math.min(longest.get(first) ?? 1, stems.length - start);
      while (length > 1 && !synonyms.has(stems.slice(start, start + length).join(' '))) length -= 1;
      const phrase = length > 1 ? stems.slice(start, start + length).join(' ') : first;
      unified.push(synonyms.get(phrase) ?? phrase);
      start += length;
    }
    return unified;
  }

  /** Each word as the known one that is meant, unless too many are unknown. */
  function correct(tokens: readonly string[]): readonly string[] {
    if (!vocabulary) return tokens;
    const unknown = new Set(tokens.filter((token) => !vocabulary.has(token)));
    if (unknown.size > MOST_CORRECTED) return tokens;
    return tokens.map((token) => vocabulary.resolve(token)?.word ?? token);
  }

  return (text) => {
    const tokens = tokenize(text).flatMap((token) => spellings.get(token) ?? token);
    const stems = correct(tokens).map(stem);
    const unified = unify(stems);
    const signs = new Set<number>();
    for (const word of stems) signs.add(hash(`w${word}`));
    for (const [left, right] of pairs(['^', ...stems, '$'])) signs.add(hash(`p${left} ${right}`));
    for (const sign of unified) if (sign.startsWith('=')) signs.add(hash(`s${sign}`));
    for (const [left, right] of pairs(unified))
      if (left.startsWith('=') || right.startsWith('=')) signs.add(hash(`q${left} ${right}`));
    const pieces = new Set<number>();
    for (const token of new Set(tokens)) {
      const word = `_${token}_`;
      for (const length of PIECE_LENGTHS)
        for (let start = 0; start + length <= word.length; start += 1)
          pieces.add(hash(word, PIECE, start, start + length));
    }
    return { words: [...signs], pieces: [...pieces] };
  };
}

function pairs(items: readonly string[]): [string, string][] {
  return items.slice(1).map((right, i) => [items[i] ?? '', right]);
}
