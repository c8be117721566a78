// Whether the likeliest fact is sure enough to be answered: a logistic regression over what the ranker says.
import { probabilitiesOf, type Weights } from './logistic.ts';
import type { Ranked } from './ranked.ts';

/** As many candidates are offered as one reads at a glance. */
export const MAX_CANDIDATES = 5;

/** Fitted on questions that the ranker had not been trained on, and kept with it. */
export interface Decision {
  /** Of the likeliest fact being wrong, and of its being right: one weight for each sign of `signsOf`. */
  weights: Weights;
  /** From this probability of being right a fact is answered. */
  found: number;
  /** From this probability, candidates are offered; below it the answer is "the article doesn't say". */
  unsure: number;
  /** A fact of another year counts as well as the likeliest one from this share beside it. */
  rival: number;
  /** A fact that came after training is offered if its texts hold this share of the question. */
  newcomer: number;
}

/** The class of right answers. */
export const RIGHT = 1;

/**
 * What the ranking says for its likeliest fact: how likely it is, how likely any fact is, and how far the next fact
 * and the next gap are behind; all as logarithms, the constant 1 first.
 */
export function signsOf(ranked: readonly Ranked[], isFact: (id: string) => boolean): number[] {
  const firstTwo: number[] = [];
  let gap: number | undefined;
  let all = 0;
  for (const { id, share } of ranked)
    if (isFact(id)) {
      if (firstTwo.length < 2) firstTwo.push(share);
      all += share;
    } else gap ??= share;
  const [first = 0, second = 0] = firstTwo;
  return [1, log(first), log(all), log(first) - log(second), log(first) - log(gap ?? 0)];
}

const log = (share: number) => Math.log(share + 1e-4);

/** The probability that the likeliest fact is the right answer, 0 to 1. */
export const confidenceOf = (signs: readonly number[], { weights }: Pick<Decision, 'weights'>): number =>
  probabilitiesOf(signs, weights)[RIGHT] ?? 0;
