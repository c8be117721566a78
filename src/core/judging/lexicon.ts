// Finds the concepts that a text names, by their phrases. Words match by their stems.
import type { Token } from '../text/parse-sentences.ts';
import { stem } from '../text/tokens.ts';

/** A concept named at some tokens of a sentence; `to` is the token after the last. */
export interface Mention {
  concept: string;
  from: number;
  to: number;
}

/** Maximum number of tokens that ".." in a phrase stands for. */
const MAX_BETWEEN = 3;

const GAP = '..';

interface Phrase {
  concept: string;
  parts: readonly string[];
}

export type Lexicon = (tokens: readonly Token[]) => Mention[];

/** The words of a phrase as the parser splits them: "didn't pay" is "did not pay", and a hyphen separates two words. */
export const wordsOf = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .replace(/\bcan't\b|\bcannot\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not')
    .replace(/('s|')(?=\s|$)/g, ' $1')
    .split(/[\s-]+/)
    .filter(Boolean);

/**
 * Creates the function that finds concepts. It tries every phrase at every place; where mentions of a concept
 * overlap, the longest stays.
 *
 * @param concepts the phrases of each concept, by its id
 */
export function createLexicon(concepts: ReadonlyMap<string, readonly string[]>): Lexicon {
  const byFirst = new Map<string, Phrase[]>();
  for (const [concept, phrases] of concepts)
    for (const phrase of phrases) {
      const parts = wordsOf(phrase).map((word) => (word === GAP || word.startsWith('=') ? word : stem(word)));
      const [first] = parts;
      if (first === undefined) continue;
      const list = byFirst.get(first) ?? [];
      list.push({ concept, parts });
      byFirst.set(first, list);
    }

  return (tokens) => {
    const found: Mention[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      const token = tokens[from] as Token;
      const words = token.lemma === token.stem ? [token.stem] : [token.stem, token.lemma];
      for (const word of [...words, `=${token.norm}`])
        for (const { concept, parts } of byFirst.get(word) ?? []) {
          const to = matchEnd(tokens, from, parts);
          if (to !== undefined) found.push({ concept, from, to });
        }
    }
    return longest(found);
  };
}

/** Whether a token is a form of a word of a phrase; a word that begins with "=" matches only itself. */
const fits = (token: Token, part: string) =>
  part.startsWith('=') ? token.norm === part.slice(1) : token.stem === part || token.lemma === part;

const isHyphen = (token: Token | undefined) => token?.norm === '-';

function matchEnd(tokens: readonly Token[], from: number, parts: readonly string[]): number | undefined {
  let at = from + 1;
  for (let p = 1; p < parts.length; p += 1) {
    const part = parts[p] as string;
    if (isHyphen(tokens[at])) at += 1;
    if (part === GAP) {
      p += 1;
      const wanted = parts[p] as string;
      let end: number | undefined;
      for (let k = at; k <= at + MAX_BETWEEN && k < tokens.length; k += 1) {
        const token = tokens[k] as Token;
        if (token.pos === 'PUNCT' && !isHyphen(token)) break;
        if (fits(token, wanted)) {
          end = k + 1;
          break;
        }
      }
      if (end === undefined) return undefined;
      at = end;
      continue;
    }
    const token = tokens[at];
    if (!token || !fits(token, part)) return undefined;
    at += 1;
  }
  return at;
}

/**
 * Keeps the longest of overlapping mentions of a concept.
 *
 * @param found in the order in which they begin
 */
function longest(found: readonly Mention[]): Mention[] {
  const reach = found.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const isInside = (one: Mention, other: Mention | undefined, isBefore: boolean) =>
    other?.concept === one.concept &&
    other.from <= one.from &&
    one.to <= other.to &&
    (other.to - other.from > one.to - one.from || isBefore);
  return found.filter((one, i) => {
    for (let j = i - 1; j >= 0 && (found[j] as Mention).from > one.from - reach; j -= 1)
      if (isInside(one, found[j], true)) return false;
    for (let j = i + 1; found[j]?.from === one.from; j += 1) if (isInside(one, found[j], false)) return false;
    return true;
  });
}
