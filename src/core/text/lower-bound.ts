// Looks a place up in an ascending list by halving it.

/**
 * The first index that is not before what is looked for.
 *
 * @param length of the list, whose first indices are before it and the rest not
 * @returns 0 to `length`
 */
export function lowerBound(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
