// What claims and questions are weighed with, as `npm run fit-judge` fitted it on labelled ones.
import type { ClaimWeights } from './check-claims.ts';
import type { QuestionWeights } from './judge-questions.ts';
import fitted from './judge-weights.json' with { type: 'json' };

export interface JudgeWeights {
  claims: ClaimWeights;
  questions: QuestionWeights;
}

/** They name no fact and no word, so they serve every knowledge. */
export const JUDGE_WEIGHTS: JudgeWeights = fitted;
