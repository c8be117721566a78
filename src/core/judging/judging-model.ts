// What training leaves behind for judging claims and questions.
import type { Weights } from '../ranking/logistic.ts';

/** What training leaves behind. */
export interface ContradictionModel {
  /** One weight for each hash of a signal, in steps of `step`. */
  weights: Int8Array;
  step: number;
  bias: number;
}

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

/** What verdicts need beside the ranking, as it is kept with the ranker. */
export interface VerdictModel {
  decision: VerdictDecision;
  /** A fact has a say on a claim if it is at least this likely beside the likeliest. */
  plausible: number;
  polarity: Omit<ContradictionModel, 'weights'>;
}

/** What training leaves behind beside the weights. */
export interface FalsePremiseModel {
  polarity: Omit<ContradictionModel, 'weights'>;
  /** From this probability on a question is said to be falsePremise. */
  least: number;
}
