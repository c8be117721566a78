// Whether the likeliest fact is sure enough to be answered: a logistic regression over what the ranker says.
import type { Ranked } from './index.ts';

/** As many candidates are offered as one reads at a glance. */
export const MAX_CANDIDATES = 5;

/** Fitted on questions that the ranker had not been trained on, and kept with it. */
export interface Decision {
  /** One for each sign of `signsOf`, the constant first. */
  weights: readonly number[];
  /** From this probability of being right a fact is answered. */
  found: number;
  /** From this probability, candidates are offered; below it the answer is "the article doesn't say". */
  unsure: number;
}

/** A question that was held out of training, and what its ranking was worth. */
export interface Trial {
  signs: readonly number[];
  /** Whether a fact answers it; else it falls into a gap. */
  answerable: boolean;
  /** Whether the likeliest fact is the right one. */
  right: boolean;
  /** Whether the right one is among the candidates that would be offered. */
  offered: boolean;
}

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
  1 / (1 + Math.exp(-signs.reduce((sum, sign, i) => sum + sign * (weights[i] ?? 0), 0)));

const STEPS = 3_000;
const RATE = 0.5;

/**
 * Fits the decision to trials: first the probability of being right, then the two thresholds. A threshold is where
 * the share of questions that are served and the share of gaps that are refused, each counted as one, sum to the most.
 */
export function fitDecision(trials: readonly Trial[]): Decision {
  const weights = descend(trials);
  const judged = trials.map((trial) => ({ ...trial, confidence: confidenceOf(trial.signs, { weights }) }));
  const found = bestThreshold(judged.map((trial) => ({ ...trial, served: trial.right })));
  const unsure = bestThreshold(judged.map((trial) => ({ ...trial, served: trial.offered })));
  return { weights, found, unsure: Math.min(unsure, found) };
}

function descend(trials: readonly Trial[]): number[] {
  const weights = new Array<number>(trials[0]?.signs.length ?? 0).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map(() => 0);
    for (const { signs, right } of trials) {
      const error = confidenceOf(signs, { weights }) - (right ? 1 : 0);
      for (let i = 0; i < signs.length; i += 1)
        gradient[i] = (gradient[i] as number) + error * (signs[i] as number);
    }
    for (let i = 0; i < weights.length; i += 1)
      weights[i] = (weights[i] as number) - (RATE * (gradient[i] as number)) / (trials.length * (1 + i / 2));
  }
  return weights;
}

interface Judged {
  confidence: number;
  answerable: boolean;
  served: boolean;
}

/** Walks down the trials by confidence, and stops where serving one more would cost more refusals than it wins. */
function bestThreshold(judged: readonly Judged[]): number {
  const answerable = judged.filter((trial) => trial.answerable).length || 1;
  const gaps = judged.length - answerable || 1;
  let balance = 0;
  let best = { balance: 0, threshold: 1 };
  for (const { confidence, answerable: isFact, served } of judged.toSorted(
    (a, b) => b.confidence - a.confidence,
  )) {
    balance += isFact ? (served ? 1 / answerable : 0) : -1 / gaps;
    if (balance > best.balance) best = { balance, threshold: confidence };
  }
  return best.threshold;
}
