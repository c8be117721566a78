// A question as the ranker sees it: hashed words, word pairs and pieces of words.
import type { Words } from '../schema.ts';
import { stem, tokenize } from '../tokens.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** Hashes of the distinct features of a text, in two blocks that are weighed separately. */
export interface Features {
  /** Words, word pairs, and the field's synonyms, alone and in pairs. */
  words: readonly number[];
  /** Runs of 2 to 4 letters inside words: they survive typing errors and unknown endings. */
  pieces: readonly number[];
}

const PIECE_LENGTHS = [2, 3, 4];
/** A message of more different words is pasted text: correcting each would take long and tell little. */
const MOST_CORRECTED = 64;

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
  let longest = 1;
  for (const group of words.same)
    for (const phrase of group) {
      const key = tokenize(phrase).map(stem);
      if (key.length === 0 || synonyms.has(key.join(' '))) continue;
      synonyms.set(key.join(' '), `=${group[0]}`);
      longest = Math.max(longest, key.length);
    }

  /** Puts one sign in place of each longest known phrase. */
  function unify(stems: readonly string[]): string[] {
    const unified: string[] = [];
    for (let start = 0; start < stems.length; ) {
      let length = Math.min(longest, stems.length - start);
      while (length > 1 && !synonyms.has(stems.slice(start, start + length).join(' '))) length -= 1;
      const phrase = stems.slice(start, start + length).join(' ');
      unified.push(synonyms.get(phrase) ?? phrase);
      start += length;
    }
    return unified;
  }

  const correct = (word: string) => vocabulary?.resolve(word)?.word ?? word;

  return (text) => {
    const tokens = tokenize(text).flatMap((token) => spellings.get(token) ?? token);
    const stems = (new Set(tokens).size > MOST_CORRECTED ? tokens : tokens.map(correct)).map(stem);
    const unified = unify(stems);
    const signs = new Set<number>();
    for (const word of stems) signs.add(hash(`w${word}`));
    for (const [left, right] of pairs(['^', ...stems, '$'])) signs.add(hash(`p${left} ${right}`));
    for (const sign of unified) if (sign.startsWith('=')) signs.add(hash(`s${sign}`));
    for (const [left, right] of pairs(unified))
      if (left.startsWith('=') || right.startsWith('=')) signs.add(hash(`q${left} ${right}`));
    const pieces = new Set<number>();
    for (const token of new Set(tokens))
      for (const length of PIECE_LENGTHS)
        for (const piece of runs(`_${token}_`, length)) pieces.add(hash(`c${piece}`));
    return { words: [...signs], pieces: [...pieces] };
  };
}

function pairs(items: readonly string[]): [string, string][] {
  return items.slice(1).map((right, i) => [items[i] ?? '', right]);
}

function* runs(text: string, length: number): Iterable<string> {
  for (let i = 0; i + length <= text.length; i += 1) yield text.slice(i, i + length);
}

/** FNV-1a, 32 bits: two of some 30,000 features meet by chance about once in ten vocabularies, which harms nothing. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
