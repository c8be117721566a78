// What is fitted by `npm run fit-match`: how much each feature of a fact and a question tells that the one answers the other.
import type { FEATURES } from './match-features.ts';
import fitted from './match-weights.json' with { type: 'json' };

export interface MatchWeights {
  bias: number;
  /** By the name of the feature; one that is missing weighs nothing. */
  weights: Readonly<Partial<Record<(typeof FEATURES)[number], number>>>;
}

export const MATCH_WEIGHTS: MatchWeights = fitted;
