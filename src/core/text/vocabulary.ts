// Finds the known word that a typed one means: the same word, another form of it, or the nearest spelling.
import Fuse from 'fuse.js';
import { createShortList, LONGEST_LISTED } from './letter-pairs.ts';
import { stem } from './tokens.ts';

/** A known word, and the number of typing errors between it and the typed word. */
export interface Resolution {
  word: string;
  distance: 0 | 1 | 2;
}

/** A set of known words. */
export interface Vocabulary {
  /**
   * Finds the known word that a typed one means.
   *
   * @param word one token as `tokenize` gives it
   * @returns the word itself or another form of it (distance 0), or the nearest spelling: up to one error in words of 4
   *   to 7 letters, and two in longer ones. Undefined if no known word is that near. Numbers and words of up to 3
   *   letters are never corrected, because too many of them are one error apart.
   */
  resolve(word: string): Resolution | undefined;
  /** Whether exactly this word is known. */
  has(word: string): boolean;
}

const SHORTEST_CORRECTED = 4;
const SHORTEST_WITH_TWO_ERRORS = 8;
const CACHED_WORDS = 4_096;

/**
 * Makes a vocabulary.
 *
 * @param words the known words; of two that are equally near, the earlier one wins
 */
export function createVocabulary(words: Iterable<string>): Vocabulary {
  const known = new Set(words);
  const forms = new Map<string, string>();
  for (const word of known) {
    const root = stem(word);
    if (!forms.has(root)) forms.set(root, word);
  }
  const shortList = createShortList([...known].filter(isCorrectable));
  const cache = new Map<string, Resolution | undefined>();

  function resolve(word: string): Resolution | undefined {
    if (known.has(word)) return { word, distance: 0 };
    const form = forms.get(stem(word));
    if (form !== undefined) return { word: form, distance: 0 };
    if (!isCorrectable(word)) return undefined;
    if (cache.has(word)) return cache.get(word);
    // Most misspelled words have one error, and allowing fewer errors leaves fewer words to compare.
    let resolution = nearest(word, shortList(word, 1), 1);
    if (word.length >= SHORTEST_WITH_TWO_ERRORS) resolution ??= nearest(word, shortList(word, 2), 2);
    // A Map keeps its order, so the first key is the oldest. Dropping it bounds the memory.
    if (cache.size >= CACHED_WORDS) cache.delete(cache.keys().next().value as string);
    cache.set(word, resolution);
    return resolution;
  }

  return { resolve, has: (word) => known.has(word) };
}

function isCorrectable(word: string): boolean {
  return word.length >= SHORTEST_CORRECTED && word.length <= LONGEST_LISTED && /^\p{L}+$/u.test(word);
}

/** Accepts words by their edit distance, which counts swapped letters once as Fuse does not, and has Fuse rank them. */
function nearest(word: string, candidates: readonly string[], errors: 1 | 2): Resolution | undefined {
  const accepted = candidates.filter((candidate) => editDistance(word, candidate) === errors);
  if (accepted.length === 0) return undefined;
  const [match] = new Fuse(accepted, { ignoreLocation: true, threshold: 0.6 }).search(word);
  return match && { word: match.item, distance: errors };
}

/** The number of insertions, deletions, replacements and swaps between two words (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        least = Math.min(least, (beforeLast[column - 2] as number) + 1);
      }
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] as number;
}
