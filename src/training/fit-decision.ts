// Fits when a question is answered, when candidates are offered, and when it is refused.
import { confidenceOf, type Decision, RIGHT } from '../core/ranking/decision.ts';
import { fitLogistic } from './fit-logistic.ts';

/** A question that was held out of training, and what its ranking was worth. */
export interface ValidationExample {
  signs: readonly number[];
  /** Whether a fact answers it; else it falls into a gap. */
  answerable: boolean;
  /** Whether the likeliest fact is the right one. */
  right: boolean;
  /** Whether the right one is among the candidates that would be offered. */
  offered: boolean;
}

/**
 * Fits the decision to trials: first the probability of being right, then the two thresholds, each where both sides
 * fare alike: as large a share of the answerable questions is served as of the gaps is refused. The second is set on
 * what the first left over.
 */
export function fitDecision(
  trials: readonly ValidationExample[],
): Pick<Decision, 'weights' | 'found' | 'unsure'> {
  const cases = trials.map(({ signs, right }) => ({ signs, class: right ? RIGHT : 0 }));
  const weights = fitLogistic(cases, 2, false);
  const judged = trials.map((trial) => ({ ...trial, confidence: confidenceOf(trial.signs, { weights }) }));
  const found = equalErrorThreshold(judged.map((trial) => ({ ...trial, served: trial.right })));
  const rest = judged.filter(({ confidence }) => confidence < found);
  const unsure = rest.some(({ offered }) => offered)
    ? equalErrorThreshold(rest.map((trial) => ({ ...trial, served: trial.offered })))
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
function equalErrorThreshold(judged: readonly Judged[]): number {
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
