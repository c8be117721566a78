// Finds what a text names: the concepts of the knowledge, each by its phrases, matched by the stems of their words.
import type { Token } from '../text/parse-sentences.ts';
import { stem } from '../text/tokens.ts';

/** A concept named at some tokens of a sentence; `to` is the token after the last. */
export interface Mention {
  concept: string;
  from: number;
  to: number;
}

/** Most tokens that ".." of a phrase may stand for. */
const MOST_BETWEEN = 3;

const GAP = '..';

interface Phrase {
  concept: string;
  parts: readonly string[];
}

export type Lexicon = (tokens: readonly Token[]) => Mention[];

/** The words of a phrase as the parser gives them: "didn't pay" is "did not pay"; a hyphen parts two words. */
export const wordsOf = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .replace(/\bcan't\b|\bcannot\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not')
    .replace(/('s|')(?=\s|$)/g, ' $1')
    .split(/[\s-]+/)
    .filter(Boolean);

/** Makes what finds concepts: every phrase at every place, the longest of each concept where they overlap. */
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

/** A word of a phrase stands for all its forms; one that begins with "=" for itself alone. */
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
      for (let k = at; k <= at + MOST_BETWEEN && k < tokens.length; k += 1) {
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
 * Of mentions of one concept that overlap, the longest.
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
