// Answers a question of several parts, if each of them has an answer of its own.
import type { Answer, Found } from './answer.ts';
import type { Fact } from './knowledge/schema.ts';

/**
 * One answer from the answers to the parts of a question.
 *
 * @returns undefined unless every part was found, each by another fact, and no part but the first takes something
 *   wrong for granted: then the question is better answered as a whole
 */
export function joinAnswers(answers: readonly Answer[]): Found | undefined {
  const found = answers.filter((answer) => answer.outcome === 'found');
  const [first, ...others] = found;
  if (!first || found.length < answers.length || others.some(({ correction }) => correction))
    return undefined;
  const facts = found.flatMap(({ fact, also }) => [fact, ...also]);
  if (new Set(found.map(({ fact }) => fact)).size < found.length) return undefined;
  const also = [...new Set(facts)].filter((fact) => fact !== first.fact);
  return { ...first, also, related: relatedTo(found, facts) };
}

/** What is related to the parts, the first of each part first; without the facts that are shown already. */
function relatedTo(found: readonly Found[], shown: readonly Fact[]): Fact[] {
  const longest = Math.max(...found.map(({ related }) => related.length));
  const inTurn = Array.from({ length: longest }, (_, i) => found.flatMap(({ related }) => related[i] ?? []));
  return [...new Set(inTurn.flat())].filter((fact) => !shown.includes(fact));
}
