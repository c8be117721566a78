// What training the ranker leaves behind: a sparse table of weights, one row a feature.
import type { Decision } from './decision.ts';

export interface RankerModel {
  /** The SHA-256 of the wordings it was trained on. */
  trainedOn: string;
  /** Ids of the facts and gaps it tells apart; a class is a position in this list. */
  classes: readonly string[];
  /** Words of the training texts, the most frequent first: what a typing error is taken for. */
  vocabulary: readonly string[];
  /** Feature hashes, ascending. */
  features: Uint32Array;
  /** How much a feature tells, by its rarity (log of texts per text that has it). */
  rarity: Float32Array;
  /** The rarity of a feature that training never saw. */
  unseen: number;
  /** Where a feature's row starts in `targets` and `weights`; one entry more than there are features. */
  starts: Uint32Array;
  targets: Uint16Array;
  /** Weights in steps of `step`, so that one byte holds each. */
  weights: Int8Array;
  step: number;
  biases: Float32Array;
  /** Missing in a model that is only trained to measure how it does. */
  decision?: Decision;
}
