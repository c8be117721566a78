// Whether a knowledge has few wordings of its own, so that it is trained otherwise, and answers by what carries over.
import type { Labelled } from './examples.ts';

/**
 * With fewer texts than this for a fact or a gap, as a mean, a knowledge has few wordings. From about as many on its own
 * thresholds refuse as many near misses as a match does, and answer more (docs/quality.md).
 */
const FEW_TEXTS = 25;

/** @param labelled all texts of the knowledge, or examples made of them */
export const hasFewWordings = (labelled: readonly Pick<Labelled, 'id'>[]): boolean =>
  labelled.length < FEW_TEXTS * new Set(labelled.map(({ id }) => id)).size;
