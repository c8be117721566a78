// From which probability on a thing may be said, if it is to be right as often as is asked for.

/** Something that could be said: how sure it is, whether it is right, and how much it counts. */
export interface Sayable {
  sure: number;
  right: boolean;
  weight: number;
}

/**
 * The lowest probability from which on the asked share is right: at least 0.5, since what is likelier wrong is not said.
 *
 * @param precision the share that has to be right, 0 to 1
 * @returns 1 where no probability reaches that share
 */
export function thresholdForPrecision(judged: readonly Sayable[], precision: number): number {
  let right = 0;
  let all = 0;
  let least = 1;
  const surest = judged.toSorted((a, b) => b.sure - a.sure);
  for (const [i, one] of surest.entries()) {
    all += one.weight;
    if (one.right) right += one.weight;
    const isLastOfTie = surest[i + 1]?.sure !== one.sure;
    if (isLastOfTie && right / all >= precision) least = one.sure;
  }
  return Math.max(0.5, least);
}
