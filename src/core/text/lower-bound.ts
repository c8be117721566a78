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

/**
 * The same for ascending numbers, without a function call for each comparison: for innermost loops.
 *
 * @param from the first index to look at
 * @param to the index after the last
 * @returns the first index from which on no value is below the given one; `to` if there is none
 */
export function firstNotBelow(
  value: number,
  ascending: Uint16Array | Uint32Array,
  from: number,
  to: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
