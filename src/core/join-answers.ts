// Joins the answers to the parts of a question, if each part has its own.
import type { Answer, Found } from './answer.ts';
import type { Fact } from './knowledge/schema.ts';

/**
 * Joins the answers to the parts of a question into one.
 *
 * @returns undefined, so that the question is answered as a whole, unless every part was found, each by another fact,
 *   and only the first has a false premise
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

/** The facts related to the parts, first those listed first for each part, without the facts that are shown already. */
function relatedTo(found: readonly Found[], shown: readonly Fact[]): Fact[] {
  const longest = Math.max(...found.map(({ related }) => related.length));
  const inTurn = Array.from({ length: longest }, (_, i) => found.flatMap(({ related }) => related[i] ?? []));
  return [...new Set(inTurn.flat())].filter((fact) => !shown.includes(fact));
}
