// Whether the likeliest fact is sure enough to be answered: a logistic regression over what the ranker says.
import type { Ranked } from './index.ts';

/** Fitted on questions that the ranker had not been trained on, and kept with it. */
export interface Decision {
  /** One for each sign of `signsOf`, the constant first. */
  weights: readonly number[];
  /** From this probability of being right a fact is answered. */
  found: number;
  /** From this probability, candidates are offered; below it the answer is "the article doesn't say". */
  unsure: number;
}

/** A question that was held out of training: its signs, and whether its likeliest fact is the right one. */
export interface Trial {
  signs: readonly number[];
  right: boolean;
}

/**
 * What the ranking says for its likeliest fact: how likely it is, how likely any fact is, and how far the next fact
 * and the next gap are behind; all as logarithms, the constant 1 first.
 */
export function signsOf(ranked: readonly Ranked[], isFact: (id: string) => boolean): number[] {
  const facts = ranked.filter(({ id }) => isFact(id));
  const gap = ranked.find(({ id }) => !isFact(id))?.share ?? 0;
  const first = facts[0]?.share ?? 0;
  const all = facts.reduce((sum, { share }) => sum + share, 0);
  const log = (share: number) => Math.log(share + 1e-4);
  return [1, log(first), log(all), log(first) - log(facts[1]?.share ?? 0), log(first) - log(gap)];
}

/** The probability that the likeliest fact is the right answer, 0 to 1. */
export const confidenceOf = (signs: readonly number[], { weights }: Pick<Decision, 'weights'>): number =>
  1 / (1 + Math.exp(-signs.reduce((sum, sign, i) => sum + sign * (weights[i] ?? 0), 0)));

const STEPS = 3_000;
const RATE = 0.5;

/**
 * Fits the decision to trials. A fact is answered where it is likelier right than wrong, because a wrong answer costs
 * as much as a right one is worth; candidates are offered down to where one in `OFFERED_FOR` is right.
 */
export function fitDecision(trials: readonly Trial[]): Decision {
  const weights = new Array(trials[0]?.signs.length ?? 0).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map(() => 0);
    for (const { signs, right } of trials) {
      const error = confidenceOf(signs, { weights }) - (right ? 1 : 0);
      for (let i = 0; i < signs.length; i += 1)
        gradient[i] = (gradient[i] as number) + error * (signs[i] as number);
    }
    for (let i = 0; i < weights.length; i += 1)
      weights[i] -= (RATE * (gradient[i] as number)) / (trials.length * (1 + i / 2));
  }
  return { weights, found: 1 / 2, unsure: 1 / OFFERED_FOR };
}

/** As many candidates are worth offering as are likely to hold the right one. */
const OFFERED_FOR = 5;
