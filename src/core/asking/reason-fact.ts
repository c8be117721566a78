// The fact that gives the reason for another one.
import type { Fact } from '../knowledge/schema.ts';
import type { Ranked } from '../ranking/ranked.ts';

const givesReason = ({ values }: Fact): boolean => values.some(({ kind }) => kind === 'reason');

/**
 * The related fact that gives a reason, the likeliest if there are several.
 *
 * @param ranked how likely each fact is meant by the question
 * @returns undefined if the fact gives a reason itself, and if no related fact does
 */
export function reasonFactOf(
  fact: Fact,
  ranked: readonly Ranked[],
  facts: ReadonlyMap<string, Fact>,
): Fact | undefined {
  if (givesReason(fact)) return undefined;
  const reasons = fact.related.flatMap((id) => facts.get(id) ?? []).filter(givesReason);
  const likeliest = ranked.find(({ id }) => reasons.some((reason) => reason.id === id));
  return reasons.find(({ id }) => id === likeliest?.id) ?? reasons[0];
}
