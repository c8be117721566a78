// Whether the likeliest fact is sure enough to be the answer.
import { areRelated } from '../knowledge/related.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from './ranked.ts';

/** Maximum number of candidates that are offered: as many as a reader takes in at a glance. */
export const MAX_CANDIDATES = 5;

/** Thresholds, set on questions that were held out of the ranker's training. */
export interface Decision {
  /** At this confidence or more, the likeliest fact is the answer. */
  found: number;
  /** At this confidence or more, candidates are offered; below it the answer is "the article doesn't say". */
  unsure: number;
  /**
   * Whether both are thresholds of how well a fact matches (`core/matching`) instead of the ranker's confidence. They are
   * in a folder with few wordings, whose own questions say little about what members ask.
   */
  byMatch?: boolean;
  /** A fact that the ranker was not trained on is offered if its texts contain this share of the question, 0 to 1. */
  untrainedFact: number;
}

/**
 * How sure it is that the likeliest fact answers: the log probability of it and its related facts together, plus its
 * margin over the likeliest gap. The margin is the best sign of whether the question can be answered at all
 * (docs/quality.md). The result only has a meaning relative to the thresholds of a `Decision`.
 */
export function confidenceOf(ranked: readonly Ranked[], facts: ReadonlyMap<string, Fact>): number {
  const likeliest = facts.get(ranked.find(({ id }) => facts.has(id))?.id ?? '');
  const gap = ranked.find(({ id }) => !facts.has(id));
  const together = ranked.reduce((sum, { id, probability }) => {
    const fact = facts.get(id);
    return fact && likeliest && (fact === likeliest || areRelated(fact, likeliest)) ? sum + probability : sum;
  }, 0);
  return 2 * log(together) - log(gap?.probability);
}

/** The logarithm, bounded from below for a fact or gap that is not ranked. */
const log = (probability = 0) => Math.log(probability + 1e-4);
