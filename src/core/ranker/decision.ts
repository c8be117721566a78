// Whether the likeliest fact is sure enough to be answered: a logistic regression over what the ranker says.
import { fitLogistic, probabilitiesOf, type Weights } from '../logistic.ts';
import type { Ranked } from './index.ts';

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
const RIGHT = 1;

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
  probabilitiesOf(signs, weights)[RIGHT] ?? 0;

/**
 * Fits the decision to trials: first the probability of being right, then the two thresholds, each where both sides
 * fare alike: as large a share of the answerable questions is served as of the gaps is refused. The second is set on
 * what the first left over.
 */
export function fitDecision(trials: readonly Trial[]): Pick<Decision, 'weights' | 'found' | 'unsure'> {
  const cases = trials.map(({ signs, right }) => ({ signs, class: right ? RIGHT : 0 }));
  const weights = fitLogistic(cases, 2, false);
  const judged = trials.map((trial) => ({ ...trial, confidence: confidenceOf(trial.signs, { weights }) }));
  const found = fairThreshold(judged.map((trial) => ({ ...trial, served: trial.right })));
  const rest = judged.filter(({ confidence }) => confidence < found);
  const unsure = rest.some(({ offered }) => offered)
    ? fairThreshold(rest.map((trial) => ({ ...trial, served: trial.offered })))
    : found;
  return { weights, found, unsure };
}

interface Judged {
  confidence: number;
  answerable: boolean;
  served: boolean;
}

/**
 * The confidence from which on as large a share of the answerable is served as of the others is refused: walks down by
 * confidence, until the share that is served reaches the share that is still refused.
 */
function fairThreshold(judged: readonly Judged[]): number {
  const answerable = judged.filter((trial) => trial.answerable).length || 1;
  const gaps = judged.length - answerable || 1;
  let served = 0;
  let refused = gaps;
  for (const trial of judged.toSorted((a, b) => b.confidence - a.confidence)) {
    if (trial.answerable) served += trial.served ? 1 : 0;
    else refused -= 1;
    if (served / answerable >= refused / gaps) return trial.confidence;
  }
  return 0;
}
