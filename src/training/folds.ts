// Which texts to hold out of a training, so that thresholds are set on texts that it has not seen.

/** The number of folds; texts are dealt to them in turn. */
const FOLDS = 4;

/** The number of held-out texts that is enough to set thresholds; one fold of a large knowledge has as many. */
const ENOUGH = 10_000;

/** The fold of the text at a position. */
export const foldOf = (position: number): number => position % FOLDS;

/** The folds to hold out, each from its own training: as few as have enough texts together. */
export function foldsToHoldOut(texts: number): number[] {
  const count = Math.min(FOLDS, Math.max(1, Math.ceil((ENOUGH * FOLDS) / Math.max(1, texts))));
  return Array.from({ length: count }, (_, fold) => fold);
}
