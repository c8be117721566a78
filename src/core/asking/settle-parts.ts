// Settles which of several facts a part of a question means, by what the question as a whole is about.

import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';
import type { Answer, Found } from './answer.ts';
import type { AnsweredPart } from './join-answers.ts';
import type { QuestionPart } from './question-parts.ts';

/**
 * Answers a part that is unsure with its likeliest fact, if the whole question is about that fact more than about any
 * other that no part has. If it is the likeliest fact of several parts, none of them is settled, since the whole
 * question does not tell which of them means it.
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
  const [settled, ...rivals] = parts.filter(({ answer }) => likeliestOf(answer)?.id === next);
  const fact = settled && likeliestOf(settled.answer);
  if (!fact || rivals.length > 0) return parts;
  return parts.map((one) => (one === settled ? { ...one, answer: toFound(fact, one.part) } : one));
}

/** The likeliest of the facts that an unsure answer offers. */
const likeliestOf = (answer: Answer): Fact | undefined =>
  answer.outcome === 'unsure' ? answer.candidates[0]?.fact : undefined;
