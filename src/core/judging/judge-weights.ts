// The weights for claims and questions, as `npm run fit-judge` fitted them on labelled examples.
import type { ClaimWeights } from './check-claims.ts';
import type { QuestionWeights } from './judge-questions.ts';
import fitted from './judge-weights.json' with { type: 'json' };

export interface JudgeWeights {
  claims: ClaimWeights;
  questions: QuestionWeights;
}

/** The weights name no fact and no word, so they serve every knowledge folder. */
export const JUDGE_WEIGHTS: JudgeWeights = fitted;
