// One entry of a ranking: a fact or gap, and how likely a text is about it.

export interface Ranked {
  id: string;
  /** From 0 to 1; those of all facts and gaps add up to 1. */
  probability: number;
}

/**
 * The probability that a text is about a fact or gap; 0 if it is not ranked. A ranking has hundreds of entries and is
 * asked about a few, usually the first ones, so searching it takes less time than making a Map of it.
 */
export const probabilityOf = (id: string | undefined, ranked: readonly Ranked[]): number =>
  ranked.find((one) => one.id === id)?.probability ?? 0;

/** The first entries that are wanted, without looking at the rest. */
export function firstOf(
  count: number,
  ranked: readonly Ranked[],
  isWanted: (id: string) => boolean,
): Ranked[] {
  const first: Ranked[] = [];
  for (const one of ranked) {
    if (first.length === count) break;
    if (isWanted(one.id)) first.push(one);
  }
  return first;
}
