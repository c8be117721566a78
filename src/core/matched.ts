// Which of a member's words an answer shares: the reason shown beside it.
import type { Fact } from './schema.ts';
import { stem, tokenize } from './tokens.ts';

/** A word that more than this share of all facts has tells nothing about one of them. */
const COMMON = 0.25;

/**
 * Makes the function that names the words of a question that a fact's own texts have in some form.
 *
 * @returns the words in the order typed, each once; words that most facts share are left out
 */
export function createMatched(facts: Iterable<Fact>): (question: string, fact: Fact) => string[] {
  const stems = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const own = new Set(tokenize([fact.short, fact.claim, ...fact.questions].join(' ')).map(stem));
    stems.set(fact.id, own);
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const tells = (word: string) => (counts.get(word) ?? 0) <= COMMON * stems.size;
  return (question, fact) => [
    ...new Set(
      tokenize(question).filter((token) => stems.get(fact.id)?.has(stem(token)) && tells(stem(token))),
    ),
  ];
}
