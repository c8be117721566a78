// The weights that `npm run fit-match` fits: how much each feature says about whether a fact answers a question.
import type { FEATURES } from './match-features.ts';
import fitted from './match-weights.json' with { type: 'json' };

export interface MatchWeights {
  bias: number;
  /** By the name of the feature. A missing feature has no weight. */
  weights: Readonly<Partial<Record<(typeof FEATURES)[number], number>>>;
}

export const MATCH_WEIGHTS: MatchWeights = fitted;
