// A random order that is the same on every machine, because the same knowledge must give the same model.

/** Creates a function that shuffles numbers in place, in a different way each time. */
export function createShuffle(): (numbers: Uint32Array) => void {
  const random = createRandom();
  return (numbers) => {
    for (let i = numbers.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [numbers[i], numbers[j]] = [numbers[j] as number, numbers[i] as number];
    }
  };
}

/**
 * A linear congruential generator with the constants of ANSI C. Returns numbers from 0 up to 1, the same ones for the
 * same seed.
 *
 * @param seed a whole number
 */
export function createRandom(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
