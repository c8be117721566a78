// When things are done: so many at once, or so many a second.
import { setTimeout as wait } from 'node:timers/promises';

/** Does what has this number. What it rejects with is left to whoever counts the answers. */
type Act = (index: number) => Promise<unknown>;

/** So many at a time, until all are done. */
export async function atOnce(many: number, count: number, act: Act): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await act(next++).catch(() => {});
  };
  await Promise.all(Array.from({ length: many }, worker));
}

/** So many a second, whether the ones before are done or not. */
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
