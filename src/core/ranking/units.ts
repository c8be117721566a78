// Reads a text as units of meaning: its stems, with phrases that have synonyms joined.
import type { Words } from '../knowledge/schema.ts';
import { stem, tokenize } from '../text/tokens.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/** A word, or a phrase that has synonyms. */
export interface Unit {
  /** The same for all synonyms: a stem, or "=" followed by the word that stands for them. */
  key: string;
  stems: readonly string[];
}

export interface UnitText {
  /** As typed, with chat spellings written out. */
  tokens: readonly string[];
  /** The stems of the tokens, with typing errors corrected. */
  stems: readonly string[];
  /** In the order of the stems. Every stem is in exactly one unit. */
  units: readonly Unit[];
}

/** Maximum number of different unknown words to correct. Each takes time, and a text with more is not misspelled. */
const MAX_CORRECTED = 24;

/**
 * Creates the function that reads the units of a text.
 *
 * @param words chat spellings and synonyms, which are replaced by what they stand for
 * @param vocabulary known words that typing errors are corrected to; omitted to read what was typed
 */
export function createUnits(words: Words, vocabulary?: Vocabulary): (text: string) => UnitText {
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

  /** Joins stems into units. The longest phrase that has synonyms comes first. */
  function unify(stems: readonly string[]): Unit[] {
    const units: Unit[] = [];
    for (let start = 0; start < stems.length; ) {
      const first = stems[start] as string;
      let length = Math.min(longest.get(first) ?? 1, stems.length - start);
      while (length > 1 && !synonyms.has(stems.slice(start, start + length).join(' '))) length -= 1;
      const phrase = length > 1 ? stems.slice(start, start + length) : [first];
      const joined = phrase.join(' ');
      units.push({ key: synonyms.get(joined) ?? joined, stems: phrase });
      start += length;
    }
    return units;
  }

  /** Replaces unknown words by the known words that are meant, unless there are too many. */
  function correct(tokens: readonly string[]): readonly string[] {
    if (!vocabulary) return tokens;
    const unknown = new Set(tokens.filter((token) => !vocabulary.has(token)));
    if (unknown.size > MAX_CORRECTED) return tokens;
    return tokens.map((token) => vocabulary.resolve(token)?.word ?? token);
  }

  return (text) => {
    const tokens = tokenize(text).flatMap((token) => spellings.get(token) ?? token);
    const stems = correct(tokens).map(stem);
    return { tokens, stems, units: unify(stems) };
  };
}
