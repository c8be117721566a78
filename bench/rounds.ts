// Times calls in rounds. A fixed piece of work runs beside each call and shows the noise of the machine.

/** The time that one kind of call took, in milliseconds. */
export interface Timing {
  median: number;
  p99: number;
  /** The p99 of the round in which it was lowest: what remains when the machine has nothing else to do. */
  quietest: number;
  worst: number;
  /** The median, divided by the median of the fixed piece of work. */
  ratio: number;
}

/** The fixed piece of work is sorting these numbers, which takes some tenths of a millisecond. */
const NUMBERS = Array.from({ length: 1_000 }, (_, i) => (i * 7_919) % 1_009);

/**
 * Times a call with every text in every round. The first round only warms up.
 *
 * @param texts gives the texts of a round; they can differ from round to round to get past a cache
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

/** A quantile of some values: this share of them is below it. */
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

/**
 * Waits for work, for a limited number of seconds.
 *
 * @throws {Error} that says what took too long
 */
export async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took over ${seconds} s`)), seconds * 1_000);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
