// The questions that best show what a knowledge is about, for when nobody chose any.
import type { Fact } from './schema.ts';

/** The first question of the first fact of each topic, largest topic first. */
export function openingQuestions(facts: readonly Fact[]): { question: string; fact: Fact }[] {
  const topics = new Map<string, Fact[]>();
  for (const fact of facts) {
    const others = topics.get(fact.topic);
    if (others) others.push(fact);
    else topics.set(fact.topic, [fact]);
  }
  return [...topics.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([fact]) => (fact?.questions[0] ? [{ question: fact.questions[0], fact }] : []));
}
