// Times calls in rounds, a fixed piece of work beside each call, so that the noise of the machine can be seen.

/** What one kind of call took, in milliseconds. */
export interface Timing {
  median: number;
  p99: number;
  /** The p99 of the round where it was lowest: what is left when the machine has nothing else to do. */
  quietest: number;
  worst: number;
  /** The median over that of the reference beside it. */
  ratio: number;
}

/** The reference sorts so many numbers, in some tenths of a millisecond. */
const NUMBERS = Array.from({ length: 1_000 }, (_, i) => (i * 7_919) % 1_009);

/**
 * Calls with every text in every round; a first round only warms up.
 * @param texts makes the texts of a round, so that they may differ where a cache would answer
 */
export function time(
  texts: (round: number) => readonly string[],
  call: (text: string) => unknown,
  rounds: number,
): Timing {
  const all: number[][] = [];
  const reference: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const own = texts(round).map((text) => {
      reference.push(took(() => NUMBERS.toSorted((a, b) => a - b)));
      return took(() => call(text));
    });
    if (round > 0) all.push(own);
  }
  const median = at(all.flat(), 0.5);
  return {
    median,
    p99: at(all.flat(), 0.99),
    quietest: Math.min(...all.map((own) => at(own, 0.99))),
    worst: Math.max(...all.flat()),
    ratio: median / at(reference, 0.5),
  };
}

/** The value that this share of all values is below. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The milliseconds that a call takes. */
export function took(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** The same work, or an error that says what took too long. */
export async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took over ${seconds} s`)), seconds * 1_000);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
