// Runs acts at a given pace: a number of them at once, or a number per second.
import { setTimeout as wait } from 'node:timers/promises';

/** Runs the act with this number. Whoever counts the answers deals with a rejection. */
type Act = (index: number) => Promise<unknown>;

/** Runs a number of acts at a time, until all are done. */
export async function atOnce(many: number, count: number, act: Act): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await act(next++).catch(() => {});
  };
  await Promise.all(Array.from({ length: many }, worker));
}

/** Starts a number of acts per second, whether the earlier ones are done or not. */
export async function everySoOften(rate: number, count: number, act: Act): Promise<void> {
  const begin = performance.now();
  const all: Promise<unknown>[] = [];
  for (let i = 0; i < count; i += 1) {
    const left = begin + (i * 1_000) / rate - performance.now();
    if (left > 0) await wait(left);
    all.push(act(i).catch(() => {}));
  }
  await Promise.all(all);
}
