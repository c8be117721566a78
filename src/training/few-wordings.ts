// Tells whether a knowledge folder has few wordings. Such a folder is trained differently, and answers with weights
// learned elsewhere.
import type { Labelled } from './examples.ts';

/**
 * A folder has few wordings if it has fewer texts than this for each fact and gap, on average. From about this many on,
 * its own thresholds refuse as many near misses as the match does, and answer more questions (docs/quality.md).
 */
const FEW_TEXTS = 25;

/**
 * Whether a folder has few wordings.
 *
 * @param labelled all texts of the folder's own records, without those that are the same for every article
 */
export const hasFewWordings = (labelled: readonly Pick<Labelled, 'id'>[]): boolean =>
  labelled.length < FEW_TEXTS * new Set(labelled.map(({ id }) => id)).size;
