// Runs one task at a time for each key, whichever copy of the bot runs it.
import type { Store } from '../store/index.ts';
import { UserFacingError } from './user-facing-error.ts';

/** Milliseconds after which unfinished work of another copy no longer blocks the rest. */
const LONGEST_WORK = 120_000;

/** Milliseconds to wait for the work of another copy, and between two checks. */
const LONGEST_WAIT = 20_000;
const PAUSE = 100;

/**
 * Creates a queue that runs the tasks of each key one after the other.
 *
 * @param store shared by all copies whose tasks must not overlap
 * @returns a function that rejects with a {@link UserFacingError} if another copy does not finish in time
 */
export function createKeyedQueue(store: Store): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();

  async function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
    const until = Date.now() + LONGEST_WAIT;
    while ((await store.claim(key, 'busy', LONGEST_WORK)) !== undefined) {
      if (Date.now() > until) throw new UserFacingError(BUSY);
      await new Promise((resolve) => void setTimeout(resolve, PAUSE));
    }
    try {
      return await work();
    } finally {
      // If the store fails, which it reports itself, the work is still done. The key then expires.
      await store.take(key).catch(() => undefined);
    }
  }

  return (key, work) => {
    const run = () => alone(`turn ${key}`, work);
    const turn = (last.get(key) ?? Promise.resolve()).then(run, run);
    last.set(key, turn);
    const leave = () => last.get(key) === turn && last.delete(key);
    turn.then(leave, leave);
    return turn;
  };
}

const BUSY = "I am still working on this channel's summary. Nothing was changed; try again in two minutes.";
