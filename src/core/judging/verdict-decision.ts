// Which verdict is likeliest: multinomial logistic regression over what the ranker and the polarity say of a claim.
import { probabilitiesOf } from '../ranking/logistic.ts';
import type { VerdictDecision } from './judging-model.ts';
import type { VerdictFeatures } from './verdict-features.ts';

export const [SUPPORTED, CONTRADICTED, MISSING] = [0, 1, 2];

/**
 * The verdict, as a position in `VERDICTS`; undefined where the claim is likeliest to say the fact otherwise, but not
 * surely enough to tell a member so.
 */
export function decide(signs: VerdictFeatures, decision: VerdictDecision): number | undefined {
  const [supported = 0, contradicted = 0, missing = 0] = probabilitiesOf(signs.signs, decision.weights);
  if (contradicted >= decision.contradicted[evidenceOf(signs)]) return CONTRADICTED;
  if (contradicted >= Math.max(supported, missing)) return undefined;
  return supported >= missing ? SUPPORTED : MISSING;
}

/** What a contradiction would rest on. */
export const evidenceOf = ({ otherFigure }: VerdictFeatures) => (otherFigure ? 'figure' : 'words');
