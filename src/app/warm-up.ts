// Reads a text before anybody sends one. The first text opens the language model, for which a start does not wait.
import type { Desk } from '../bot/index.ts';

/** Judges the claim of one fact. */
export function warmUp({ knowledge, judge }: Pick<Desk, 'knowledge' | 'judge'>): void {
  const [fact] = knowledge.facts.values();
  if (fact) judge(fact.claim);
}
