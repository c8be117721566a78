// Whether two facts belong together: related facts compete for a question, and mostly each of them answers it.
import type { Fact } from './schema.ts';

/** Whether one of two facts names the other as related. */
export const areRelated = (one: Fact, other: Fact): boolean =>
  one.related.includes(other.id) || other.related.includes(one.id);
