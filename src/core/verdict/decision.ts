// Which verdict is likeliest: multinomial logistic regression over what the ranker and the polarity say of a claim.
import { fitLogistic, probabilitiesOf, type Weights } from '../logistic.ts';
import { leastSure } from '../precision.ts';
import type { ClaimSigns } from './claim-signs.ts';
import { VERDICTS } from './verdict.ts';

/** Fitted on statements that neither the ranker nor the polarity had been trained on. */
export interface VerdictDecision {
  /** For each verdict, in the order of `VERDICTS`, one weight for each sign, the constant's first. */
  weights: Weights;
  /**
   * "The article says otherwise" is said from this probability on: of claims with a figure that the fact has
   * otherwise, and of all other claims.
   */
  contradicted: { figure: number; words: number };
}

/** A statement that was held out of training: its signs, and the verdict it should get, as a position in `VERDICTS`. */
export interface VerdictTrial {
  signs: ClaimSigns;
  verdict: number;
}

/**
 * Of what is called contradicted, at least this share must be, among wordings that were held out. These are harder than
 * what members say: docs/quality.md has how often it is right there.
 */
export const PRECISION = 0.89;
const [SUPPORTED, CONTRADICTED, MISSING] = [0, 1, 2];

/**
 * The verdict, as a position in `VERDICTS`; undefined where the claim is likeliest to say the fact otherwise, but not
 * surely enough to tell a member so.
 */
export function decide(signs: ClaimSigns, decision: VerdictDecision): number | undefined {
  const [supported = 0, contradicted = 0, missing = 0] = probabilitiesOf(signs.signs, decision.weights);
  if (contradicted >= decision.contradicted[evidenceOf(signs)]) return CONTRADICTED;
  if (contradicted >= Math.max(supported, missing)) return undefined;
  return supported >= missing ? SUPPORTED : MISSING;
}

/** What a contradiction would rest on. */
const evidenceOf = ({ otherFigure }: ClaimSigns) => (otherFigure ? 'figure' : 'words');

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
    leastSure(
      judged.filter((one) => one.evidence === evidence),
      PRECISION,
    );
  return { weights, contradicted: { figure: leastFor('figure'), words: leastFor('words') } };
}
