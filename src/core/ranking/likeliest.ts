// Picks the likeliest of many classes without sorting them all.

/**
 * The positions of the highest probabilities, the highest first; of equal ones, the first one first.
 *
 * @param count maximum number of positions
 * @param least probabilities below this are left out
 */
export function likeliest(probabilities: ArrayLike<number>, count: number, least: number): number[] {
  const positions: number[] = [];
  const at = (place: number) => probabilities[positions[place] as number] as number;
  for (let position = 0; position < probabilities.length; position += 1) {
    const probability = probabilities[position] as number;
    const isFull = positions.length === count;
    if (probability < least || (isFull && probability <= at(count - 1))) continue;
    let place = isFull ? count - 1 : positions.length;
    for (; place > 0 && at(place - 1) < probability; place -= 1)
      positions[place] = positions[place - 1] as number;
    positions[place] = position;
  }
  return positions;
}
