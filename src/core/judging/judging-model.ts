// What training leaves for judging claims.
import type { NeighboursModel } from './neighbours.ts';

export interface JudgingModel extends NeighboursModel {
  /** The weight of each hash of a feature: how strongly it suggests a contradiction. Empty if nothing was learned. */
  contradictionWeights: Int8Array;
  /** What a weight of 1 stands for. */
  contradictionScale: number;
  contradictionBias: number;
  /** Ids of the facts, in the order of `factWordStarts` and `neighbourBlocks`. */
  factIds: readonly string[];
  /** Where the words of each fact start, with one extra entry at the end. */
  factWordStarts: Uint32Array;
  /** Hashes of stems, ascending within a fact. */
  factWordHashes: Uint32Array;
  /** How often each is used, in halves: 2 for each question or text of the fact itself, 1 for each wording. */
  factWordUses: Uint8Array;
}
