// Binary search.

/**
 * Finds the first index for which `isBefore` is false.
 *
 * @param length the number of indices
 * @param isBefore true for the first indices, false for all after them
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
