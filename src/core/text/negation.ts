// How a text says that what follows is not so.

/** Matches what says that a figure is not so; apostrophes may be left out. */
export const NOT =
  "(?:\\bnot|n't|\\b(?:is|was|were|are|did|do|does|had|has|have|could|would|wo|ca|ai)nt|\\bnever)";
