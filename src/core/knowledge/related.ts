// Tells whether two facts belong together. Related facts compete for a question, and usually each of them answers it.
import type { Fact } from './schema.ts';

/** Whether one of two facts names the other as related. */
export const areRelated = (one: Fact, other: Fact): boolean =>
  one.related.includes(other.id) || other.related.includes(one.id);
