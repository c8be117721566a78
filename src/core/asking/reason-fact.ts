// Finds the fact that gives the reason for another one.
import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';

/** Whether a fact says why something is so. */
export const givesReason = ({ values }: Fact): boolean => values.some(({ kind }) => kind === 'reason');

/**
 * Finds the related fact that gives a reason, the likeliest if there are several.
 *
 * @param isAskedWhy whether a fact is asked why, which means that its words give a reason even if no value does
 * @param ranked the probability of each fact that the question is about it
 * @returns undefined if the fact gives a reason itself, or no related fact does
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
