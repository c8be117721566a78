// What training leaves behind for judging claims.
import type { NeighboursModel } from './neighbours.ts';

export interface JudgingModel extends NeighboursModel {
  /** How much a feature of a text tells that it contradicts a fact: one weight for each hash. Empty if nothing was learned. */
  contradictionWeights: Int8Array;
  /** What a weight of 1 stands for. */
  contradictionScale: number;
  contradictionBias: number;
  /** Ids of the facts, in the order of `factWordStarts` and `neighbourBlocks`. */
  factIds: readonly string[];
  /** Where a fact's words start; one entry more than there are facts. */
  factWordStarts: Uint32Array;
  /** Hashes of stems, ascending within a fact. */
  factWordHashes: Uint32Array;
  /** How much each is used, in halves: twice for a question or a text of the fact itself, once for a wording. */
  factWordUses: Uint8Array;
}
