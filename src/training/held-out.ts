// Which texts are held out of a training, so that thresholds are set on texts that it has not seen.

/** Texts are dealt into this many folds, one after another. */
const FOLDS = 4;

/** This many held-out texts set a threshold as well as more do; a large knowledge reaches them with one fold. */
const ENOUGH = 10_000;

/** The fold of the text at a position. */
export const foldOf = (position: number): number => position % FOLDS;

/** The folds to hold out, each from a training of its own: as few as give enough texts. */
export function foldsToHoldOut(texts: number): number[] {
  const count = Math.min(FOLDS, Math.max(1, Math.ceil((ENOUGH * FOLDS) / Math.max(1, texts))));
  return Array.from({ length: count }, (_, fold) => fold);
}
