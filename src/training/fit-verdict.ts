// Fits which verdict is likeliest, and from where "the article says otherwise" is said.
import type { VerdictDecision } from '../core/judging/judging-model.ts';
import { VERDICTS } from '../core/judging/verdict.ts';
import { CONTRADICTED, evidenceOf } from '../core/judging/verdict-decision.ts';
import type { VerdictFeatures } from '../core/judging/verdict-features.ts';
import { probabilitiesOf } from '../core/ranking/logistic.ts';
import { fitLogistic } from './fit-logistic.ts';
import { thresholdForPrecision } from './precision.ts';

/** A statement that was held out of training: its signs, and the verdict it should get, as a position in `VERDICTS`. */
export interface VerdictTrial {
  signs: VerdictFeatures;
  verdict: number;
}

/**
 * Of what is called contradicted, at least this share must be, among wordings that were held out. These are harder than
 * what members say: docs/quality.md has how often it is right there.
 */
export const PRECISION = 0.89;

/** Fits the probabilities, each verdict weighing the same in all, then the thresholds that keep the precision. */
export function fitVerdict(trials: readonly VerdictTrial[]): VerdictDecision {
  const cases = trials.map(({ signs, verdict }) => ({ signs: signs.signs, class: verdict }));
  const weights = fitLogistic(cases, VERDICTS.length, true);
  const counts = VERDICTS.map((_, v) => trials.filter(({ verdict }) => verdict === v).length || 1);
  const judged = trials.map(({ signs, verdict }) => ({
    right: verdict === CONTRADICTED,
    weight: 1 / (counts[verdict] as number),
    evidence: evidenceOf(signs),
    sure: probabilitiesOf(signs.signs, weights)[CONTRADICTED] as number,
  }));
  const leastFor = (evidence: 'figure' | 'words') =>
    thresholdForPrecision(
      judged.filter((one) => one.evidence === evidence),
      PRECISION,
    );
  return { weights, contradicted: { figure: leastFor('figure'), words: leastFor('words') } };
}
