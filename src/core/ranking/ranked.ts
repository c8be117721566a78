// One entry of a ranking: a fact or gap, and how likely a text is about it.

export interface Ranked {
  id: string;
  /** The probability that the question belongs there, as trained: 0 to 1, all of them together 1. */
  share: number;
}
