// Which few of many words a mistyped one could be, by the pairs of letters they share; somebody else compares them.
import { lowerBound } from './lower-bound.ts';

/** The longest word that is listed: Fuse compares 32 characters at a time, and hardly an English word is longer. */
export const LONGEST_LISTED = 32;

/** The most words listed: Fuse's time grows with each, and 500 of 64,000 find only 1 of 150 mistyped words more. */
const MOST_LISTED = 24;
/** A swap of neighbours changes the pair and the one at either side; the other errors change fewer. */
const PAIRS_CHANGED_BY_AN_ERROR = 3;
const NONE = new Uint32Array(0);
/** Below this length a word with another first letter is rather another word (note, vote) than a typing error. */
const SHORTEST_WITH_ANY_INITIAL = 6;

/**
 * Indexes words by their pairs of letters.
 *
 * @param words different words of at most `LONGEST_LISTED` letters, those to prefer first
 * @returns a function from a mistyped word and the number of its errors to at most 24 words that it could be, those to
 *   prefer first: of those within that many letters of its length, the ones that share most pairs with it
 */
export function createShortList(words: readonly string[]): (word: string, errors: number) => string[] {
  // By length, so that the words of a fitting length are one stretch of every list.
  const order = [...words.keys()].sort((a, b) => (words[a] as string).length - (words[b] as string).length);
  const sorted = order.map((index) => words[index] as string);
  const lists = listByPair(sorted);
  const shared = new Uint8Array(sorted.length);

  /** The position of the first word that has so many letters or more. */
  function firstOfLength(length: number): number {
    return lowerBound(sorted.length, (position) => (sorted[position] as string).length < length);
  }

  return (word, errors) => {
    const from = firstOfLength(word.length - errors);
    const to = firstOfLength(word.length + errors + 1);
    const pairs = letterPairs(word);
    const least = Math.max(1, pairs.size - PAIRS_CHANGED_BY_AN_ERROR * errors);
    // A word that shares `least` pairs shares one of the `size - least + 1` rarest, so the long lists bring up no others.
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
      .slice(0, MOST_LISTED)
      .sort((a, b) => a.index - b.index);
    for (const at of found) shared[at] = 0;
    return listed.map(({ index }) => words[index] as string);
  };
}

/** For each pair of letters the positions of the words that have it, ascending. */
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

/** The different pairs of neighbouring letters, and one pair each for the start and the end of the word. */
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
