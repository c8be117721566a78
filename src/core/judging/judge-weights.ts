// The weights for claims and questions, as `npm run fit-judge` fitted them on labelled examples.
import type { ClaimWeights } from './decide-verdict.ts';
import type { QuestionWeights } from './judge-premises.ts';

/** The weights of `judge-weights.json`. They name no fact and no word, so they serve every knowledge folder. */
export interface JudgeWeights {
  claims: ClaimWeights;
  questions: QuestionWeights;
}
