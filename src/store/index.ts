// What the copies of one bot share.
export { createMemoryStore } from './memory-store.ts';
export type { Journal, Store } from './store.ts';
