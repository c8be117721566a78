// The fact that gives the reason for another one.
import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';

/** Whether a fact says why something is so. */
export const givesReason = ({ values }: Fact): boolean => values.some(({ kind }) => kind === 'reason');

/**
 * The related fact that gives a reason, the likeliest if there are several.
 *
 * @param isAskedWhy whether a fact is asked why, so that it gives a reason in its words if in no value
 * @param ranked how likely each fact is meant by the question
 * @returns undefined if the fact gives a reason itself, and if no related fact does
 */
export function reasonFactOf(
  fact: Fact,
  isAskedWhy: (fact: Fact) => boolean,
  ranked: readonly Ranked[],
  facts: ReadonlyMap<string, Fact>,
): Fact | undefined {
  if (givesReason(fact)) return undefined;
  const reasons = fact.related
    .flatMap((id) => facts.get(id) ?? [])
    .filter((related) => givesReason(related) || isAskedWhy(related));
  const likeliest = ranked.find(({ id }) => reasons.some((reason) => reason.id === id));
  return reasons.find(({ id }) => id === likeliest?.id) ?? reasons[0];
}
