// Picks the few known words that a misspelled one could be, by the pairs of letters that they share.
import { lowerBound } from './lower-bound.ts';

/** Maximum length of a listed word. Fuse compares 32 characters at a time, and hardly any English word is longer. */
export const LONGEST_LISTED = 32;

/** Maximum number of words to list. Each takes Fuse time, and 500 instead of 24 find one more word in 150. */
const MAX_LISTED = 24;
/** A swap of two letters changes three pairs; other errors change fewer. */
const PAIRS_CHANGED_BY_AN_ERROR = 3;
const NONE = new Uint32Array(0);
/** In shorter words, another first letter is more often another word (note, vole) than a typing error. */
const SHORTEST_WITH_ANY_INITIAL = 6;

/**
 * Indexes words by their pairs of letters.
 *
 * @param words different words of at most `LONGEST_LISTED` letters, preferred ones first
 * @returns a function from a misspelled word and a number of errors to at most 24 words that it could be, preferred
 *   ones first: of the words whose length differs by no more than the errors, those that share most pairs with it
 */
export function createShortList(words: readonly string[]): (word: string, errors: number) => string[] {
  // Sorted by length, so that the words of a fitting length are together in every list.
  const order = [...words.keys()].sort((a, b) => (words[a] as string).length - (words[b] as string).length);
  const sorted = order.map((index) => words[index] as string);
  const lists = listByPair(sorted);
  const shared = new Uint8Array(sorted.length);

  /** The position of the first word with at least this many letters. */
  function firstOfLength(length: number): number {
    return lowerBound(sorted.length, (position) => (sorted[position] as string).length < length);
  }

  return (word, errors) => {
    const from = firstOfLength(word.length - errors);
    const to = firstOfLength(word.length + errors + 1);
    const pairs = letterPairs(word);
    const least = Math.max(1, pairs.size - PAIRS_CHANGED_BY_AN_ERROR * errors);
    // A word that shares `least` pairs shares one of the `size - least + 1` rarest, so longer lists add no candidates.
    const rarestFirst = [...pairs].map((pair) => lists.get(pair) ?? NONE).sort((a, b) => a.length - b.length);
    const found: number[] = [];
    for (const [index, list] of rarestFirst.entries()) {
      const isRare = index <= pairs.size - least;
      for (
        let at = lowerBound(list.length, (index) => (list[index] as number) < from);
        at < list.length;
        at++
      ) {
        const position = list[at] as number;
        if (position >= to) break;
        const count = shared[position] as number;
        if (count === 0 && !isRare) continue;
        if (count === 0) found.push(position);
        shared[position] = count + 1;
      }
    }
    const anyInitial = word.length >= SHORTEST_WITH_ANY_INITIAL;
    const listed = found
      .filter((at) => (shared[at] as number) >= least && (anyInitial || sorted[at]?.[0] === word[0]))
      .map((at) => ({ index: order[at] as number, pairs: shared[at] as number }))
      .sort((a, b) => b.pairs - a.pairs || a.index - b.index)
      .slice(0, MAX_LISTED)
      .sort((a, b) => a.index - b.index);
    for (const at of found) shared[at] = 0;
    return listed.map(({ index }) => words[index] as string);
  };
}

/** The positions of the words that contain each pair of letters, ascending. */
function listByPair(words: readonly string[]): Map<number, Uint32Array> {
  const lists = new Map<number, number[]>();
  for (const [position, word] of words.entries()) {
    for (const pair of letterPairs(word)) {
      const list = lists.get(pair);
      if (list) list.push(position);
      else lists.set(pair, [position]);
    }
  }
  return new Map([...lists].map(([pair, list]) => [pair, Uint32Array.from(list)]));
}

/** The different pairs of adjacent letters; the start and the end of the word form pairs too. */
function letterPairs(word: string): Set<number> {
  const pairs = new Set<number>();
  let previous = 0;
  for (let at = 0; at <= word.length; at++) {
    const code = at < word.length ? word.charCodeAt(at) : 0;
    pairs.add(previous * 65_536 + code);
    previous = code;
  }
  return pairs;
}
