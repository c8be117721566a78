// The store that the copies of a bot share.
export { createMemoryStore } from './memory-store.ts';
export type { Journal, Store } from './store.ts';
