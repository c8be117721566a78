// How much of a question is contained in the texts of facts.
import type { Fact } from '../knowledge/schema.ts';
import { createSearch } from './search.ts';

/** Maximum number of facts that are found. */
const MAX_FACTS = 100;

/** The questions of a fact are worded as members ask, whereas its other texts answer. */
const QUESTION_WEIGHT = 2;

export interface WordOverlap {
  /**
   * Finds the facts whose texts contain most of a question's words, best first, allowing for typing errors. `share`
   * is how much of the question they contain, from 0 to 1.
   */
  factsFor(question: string): { fact: Fact; share: number }[];
}

/** Indexes the texts of facts. */
export function createWordOverlap(facts: ReadonlyMap<string, Fact>): WordOverlap {
  const search = createSearch(
    [...facts.values()].map(({ id, questions, short, claim }) => ({
      id,
      fields: [
        { text: questions.join(' '), weight: QUESTION_WEIGHT },
        { text: `${short} ${claim}`, weight: 1 },
      ],
    })),
  );
  return {
    factsFor: (question) =>
      search.find(question, MAX_FACTS).flatMap(({ id, share }) => {
        const fact = facts.get(id);
        return fact ? [{ fact, share }] : [];
      }),
  };
}
