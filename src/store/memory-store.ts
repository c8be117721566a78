// The store of a bot that runs in one process: in its memory, empty again after a restart.
import { LRUCache } from 'lru-cache';
import type { Store } from './store.ts';

/** Maximum number of keys. Beyond it, the least recently used one is dropped early. */
const MAX_KEYS = 4_000;

/**
 * Creates an empty store.
 * @param now the present in milliseconds, from any start
 */
export function createMemoryStore(now: () => number = () => performance.now()): Store {
  // Not the time that the cache remembers for a moment, but the one at each call.
  const values = new LRUCache<string, string>({ max: MAX_KEYS, ttlResolution: 0, perf: { now } });
  return {
    async claim(key, value, ttl) {
      const present = values.get(key);
      if (present === undefined) values.set(key, value, { ttl });
      return present;
    },
    async set(key, value, ttl) {
      values.set(key, value, { ttl });
    },
    async take(key) {
      const value = values.get(key);
      values.delete(key);
      return value;
    },
  };
}
