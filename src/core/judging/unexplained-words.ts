// Finds the words of a text that neither evidence nor the facts in question explain.
import type { Ranked } from '../ranking/ranked.ts';
import { hash } from '../text/hash.ts';
import type { Token } from '../text/parse-sentences.ts';
import type { FactWords } from './fact-words.ts';
import type { Finding } from './gather-evidence.ts';

export interface UnexplainedWord {
  text: string;
  pos: string;
  /** How many facts have texts that use it. */
  facts: number;
}

export interface UnexplainedWords {
  /** Content words that no evidence explains, and that no fact in question uses. */
  left: UnexplainedWord[];
  /** Names that no text of any fact uses. */
  strangers: string[];
}

/** Minimum probability at which the words of a fact explain the words of a text. */
const MEANT = 0.2;
/** How often the texts of the facts in question must use a word for it to be theirs. */
const MIN_USES = 2;

/**
 * Creates the function that finds them.
 *
 * @param factWords how often the texts of each fact use a word
 */
export function createUnexplainedWords(
  factWords: FactWords,
): (findings: readonly Finding[], likelyFacts: readonly Ranked[]) => UnexplainedWords {
  const hashesOf = ({ stem, lemma }: Token) => [hash(stem), hash(lemma)];
  const factsUsing = (token: Token) => Math.max(...hashesOf(token).map(factWords.factsUsing));
  const isStrange = (token: Token) =>
    token.pos === 'PROPN' && /^\p{Lu}/u.test(token.text) && factsUsing(token) === 0;

  return (findings, likelyFacts) => {
    /** The facts in question. */
    const lending = new Set([
      ...findings.flatMap(({ evidence }) =>
        evidence.flatMap(({ fact, sign }) => (fact && sign !== 0 ? [fact.id] : [])),
      ),
      ...likelyFacts.flatMap(({ id, probability }) => (probability > MEANT ? [id] : [])),
    ]);
    const uses = (token: Token) =>
      Math.max(
        ...hashesOf(token).map((value) =>
          [...lending].reduce((sum, id) => sum + factWords.uses(id, value), 0),
        ),
      );
    return {
      left: findings
        .flatMap(({ uncovered }) => uncovered)
        .filter((token) => uses(token) < MIN_USES)
        .map((token) => ({ text: token.text, pos: token.pos, facts: factsUsing(token) })),
      strangers: findings.flatMap(({ uncovered, one }) =>
        uncovered
          .filter((token) => token !== one.reading.tokens[0] && isStrange(token))
          .map(({ text }) => text),
      ),
    };
  };
}
