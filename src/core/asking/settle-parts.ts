// Settles which of several facts a part of a question means, by what the question as a whole is about.

import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';
import type { Found } from './answer.ts';
import type { AnsweredPart } from './join-answers.ts';
import type { QuestionPart } from './question-parts.ts';

/**
 * Answers each part that is unsure with its likeliest fact, if the whole question is about that fact more than about
 * any other that no part has.
 *
 * @param likelyFacts the likeliest facts of the whole question; at least one more than there are other parts
 */
export function settleParts(
  parts: readonly AnsweredPart[],
  likelyFacts: () => readonly Ranked[],
  toFound: (fact: Fact, part: QuestionPart) => Found,
): readonly AnsweredPart[] {
  const told = new Set(parts.flatMap(({ answer }) => (answer.outcome === 'found' ? [answer.fact.id] : [])));
  if (told.size === 0 || parts.every(({ answer }) => answer.outcome !== 'unsure')) return parts;
  const next = likelyFacts().find(({ id }) => !told.has(id))?.id;
  return parts.map((one) => {
    const likeliest = one.answer.outcome === 'unsure' ? one.answer.candidates[0]?.fact : undefined;
    return likeliest && likeliest.id === next ? { ...one, answer: toFound(likeliest, one.part) } : one;
  });
}
