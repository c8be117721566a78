// Which of a member's words a fact's own texts share: the reason shown beside an answer, and what is near a question.
import type { Fact } from './schema.ts';
import { createSearch } from './search.ts';
import { stem, tokenize } from './tokens.ts';

/** A word that more than this share of all facts has tells nothing about one of them. */
const COMMON = 0.25;
const MOST_HITS = 100;
/** A fact's questions are worded as members ask; its other texts answer. */
const QUESTION_WEIGHT = 2;

export interface Near {
  fact: Fact;
  /** How much of the question the fact's texts hold, 0 to 1. */
  share: number;
  /** Words of the question as typed (lower case) that the fact has in some form or spelling; common ones left out. */
  matched: string[];
}

/**
 * Makes the function that finds the facts whose texts hold most of a question's words, best first, at most 100.
 * Typing errors are forgiven.
 */
export function createNear(facts: ReadonlyMap<string, Fact>): (question: string) => Near[] {
  const search = createSearch(
    [...facts.values()].map(({ id, questions, short, claim }) => ({
      id,
      fields: [
        { text: questions.join(' '), weight: QUESTION_WEIGHT },
        { text: `${short} ${claim}`, weight: 1 },
      ],
    })),
  );
  const counts = new Map<string, number>();
  for (const { questions, short, claim } of facts.values())
    for (const word of new Set(tokenize([short, claim, ...questions].join(' ')).map(stem)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const tells = (typed: string) => {
    const meant = search.vocabulary.resolve(typed)?.word ?? typed;
    return (counts.get(stem(meant)) ?? 0) <= COMMON * facts.size;
  };
  return (question) =>
    search.find(question, MOST_HITS).flatMap(({ id, share, matched }) => {
      const fact = facts.get(id);
      return fact ? [{ fact, share, matched: matched.filter(tells) }] : [];
    });
}
