// Whether the likeliest fact is sure enough to be the answer.
import type { Ranked } from './ranked.ts';

/** Maximum number of candidates that are offered: as many as one reads at a glance. */
export const MAX_CANDIDATES = 5;

/** Set on questions that the ranker had not been trained on, and kept with it. */
export interface Decision {
  /** From this confidence on, the likeliest fact is the answer. */
  found: number;
  /** From this confidence on, candidates are offered; below it the answer is "the article doesn't say". */
  unsure: number;
  /** A fact that the ranker was not trained on is offered if its texts hold this share of the question, 0 to 1. */
  untrainedFact: number;
}

/**
 * How sure it is that the likeliest fact answers: how likely it is, and how much likelier than the likeliest gap, as
 * logarithms. The second tells best whether a question can be answered at all (docs/quality.md); the first is low
 * where several facts compete.
 * Only comparing it with the thresholds of a `Decision` has a meaning.
 */
export function confidenceOf(ranked: readonly Ranked[], isFact: (id: string) => boolean): number {
  const fact = ranked.find(({ id }) => isFact(id));
  const gap = ranked.find(({ id }) => !isFact(id));
  return 2 * log(fact?.probability) - log(gap?.probability);
}

/** Bounded from below, since what is not ranked at all has no probability. */
const log = (probability = 0) => Math.log(probability + 1e-4);
