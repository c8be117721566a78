// Both stores keep the same promises; the one on a server keeps them between several connections.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { openRedisStore, type RedisStore } from '../../src/store/redis-store.ts';
import type { Store } from '../../src/store/store.ts';
import { REDIS, type RedisServer, startRedis } from './redis-server.ts';

const LONG = 60_000;
const SHORT = 20;

let server: RedisServer;
let connections: RedisStore[];
let reports: unknown[];
beforeAll(async () => {
  if (REDIS) server = await startRedis();
});
afterAll(() => server?.stop());
beforeEach(() => {
  connections = [];
  reports = [];
});
afterEach(() => Promise.all(connections.map((one) => one.close())));

async function open(url = server.url): Promise<RedisStore> {
  const store = await openRedisStore(url, (error) => reports.push(error));
  connections.push(store);
  return store;
}

const both: [string, () => Promise<Store>][] = [
  ['in memory', async () => createMemoryStore()],
  ['on a server', open],
];

describe.each(both)('a store %s', (place, create) => {
  const run = test.skipIf(place === 'on a server' && !REDIS);

  run('a key is claimed once, until it is taken', async () => {
    const store = await create();
    expect(await store.claim('a', '1', LONG)).toBeUndefined();
    expect(await store.claim('a', '2', LONG)).toBe('1');
    expect(await store.claim('b', '', LONG)).toBeUndefined();
    expect(await store.claim('b', '3', LONG)).toBe('');
    await store.set('a', '4', LONG);
    expect(await store.take('a')).toBe('4');
    expect(await store.take('a')).toBeUndefined();
    expect(await store.claim('a', '5', LONG)).toBeUndefined();
    await Promise.all([store.take('a'), store.take('b')]);
  });

  run('of many claims at the same moment one succeeds', async () => {
    const store = await create();
    const claims = await Promise.all(Array.from({ length: 50 }, (_, i) => store.claim('c', `${i}`, LONG)));
    expect(claims.filter((earlier) => earlier === undefined)).toHaveLength(1);
    expect(new Set(claims)).toEqual(new Set([undefined, await store.take('c')]));
  });

  run('a value is gone after its lifetime, which a claim does not change', async () => {
    const store = await create();
    await store.set('d', '1', LONG);
    expect(await store.claim('d', '2', SHORT)).toBe('1');
    await sleep(2 * SHORT);
    expect(await store.take('d')).toBe('1');
    await store.claim('e', '1', SHORT);
    await expect.poll(() => store.claim('e', '2', LONG), { interval: SHORT }).toBeUndefined();
    await store.take('e');
  });
});

test('in memory, the lifetime ends at the millisecond, and of too many keys the oldest goes', async () => {
  let time = 1;
  const store = createMemoryStore(() => time);
  await store.set('a', '1', 1_000);
  time += 1_000;
  expect(await store.claim('a', '2', 1_000)).toBe('1');
  time += 1;
  expect(await store.claim('a', '3', LONG)).toBeUndefined();
  for (let i = 0; i < 4_000; i += 1) await store.set(`k${i}`, 'x', LONG);
  expect(await store.take('a')).toBeUndefined();
  expect(await store.take('k0')).toBe('x');
});

describe.skipIf(!REDIS)('on a server', () => {
  test('two copies claim the same keys and see the same lists', async () => {
    const [one, two] = [await open(), await open()];
    const claims = Array.from({ length: 40 }, (_, i) => (i % 2 ? one : two).claim('f', `${i}`, LONG));
    expect((await Promise.all(claims)).filter((earlier) => earlier === undefined)).toHaveLength(1);
    const options = { lifetime: LONG, maximum: 3 };
    for (const entry of ['a', 'b', 'c', 'd']) await one.append('list', entry, options);
    await two.append('other', 'e', options);
    expect(await two.entries(['other', 'none', 'list'])).toEqual(['e', 'b', 'c', 'd']);
    await one.append('short', 'x', { lifetime: SHORT, maximum: 3 });
    await expect.poll(() => two.entries(['short']), { interval: SHORT }).toEqual([]);
  });

  test('where there is no server, that is told at once', async () => {
    const gone = await startRedis();
    await gone.stop();
    await expect(openRedisStore(gone.url, () => {})).rejects.toThrow('ECONNREFUSED');
  });

  test('a server that goes away is reported, commands fail instead of waiting, and work again afterwards', async () => {
    const own = await startRedis();
    const port = Number(new URL(own.url).port);
    const store = await open(own.url);
    await store.set('a', '1', LONG);
    await own.stop();
    await expect.poll(() => store.take('a').then(String, () => 'failed')).toBe('failed');
    await expect.poll(() => reports.length).toBeGreaterThan(0);
    const again = await startRedis(port);
    await expect.poll(() => store.claim('a', '2', LONG).then(String, () => 'failed')).toBe('undefined');
    await again.stop();
  });
});
