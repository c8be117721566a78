// One entry of a ranking: a fact or gap, and how likely a text is about it.

export interface Ranked {
  id: string;
  /** From 0 to 1; those of all facts and gaps add up to 1. */
  probability: number;
}
