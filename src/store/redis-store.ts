// The store of a bot that runs in several copies: a Redis or Valkey server that all of them reach.
import { createClient } from '@redis/client';
import type { Journal, Store } from './store.ts';

/** Milliseconds for one command. A member waits for it, and Discord waits three seconds for the first response. */
const COMMAND_TIMEOUT = 1_000;

/** Maximum milliseconds between two attempts to reconnect. */
const LONGEST_PAUSE = 5_000;

/** The prefix of every key, so that other programs can use the same database. */
const PREFIX = 'picket-desk:';

export interface RedisStore extends Store, Journal {
  close(): Promise<void>;
}

/**
 * Connects to a server: Redis 7 or any Valkey. If the connection is lost later, commands fail until it is back.
 *
 * @param url as in redis://user:password@host:6379/0, or rediss:// for TLS; reports never contain it
 * @param report called whenever the connection is lost or cannot be made
 * @throws the error of the first attempt to connect
 */
export async function openRedisStore(url: string, report: (error: unknown) => void): Promise<RedisStore> {
  let wasOpen = false;
  const client = createClient({
    url,
    keyPrefix: PREFIX,
    // What cannot be sent now must not be sent later, when nobody waits for it any more.
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_TIMEOUT },
    socket: {
      connectTimeout: LONGEST_PAUSE,
      reconnectStrategy: (attempts, cause) => (wasOpen ? Math.min(attempts * 200, LONGEST_PAUSE) : cause),
    },
  });
  client.on('error', (error) => wasOpen && report(error));
  await client.connect();
  wasOpen = true;

  return {
    async claim(key, value, lifetime) {
      const expiration = { type: 'PX', value: lifetime } as const;
      return (await client.set(key, value, { condition: 'NX', GET: true, expiration })) ?? undefined;
    },
    async set(key, value, lifetime) {
      await client.set(key, value, { expiration: { type: 'PX', value: lifetime } });
    },
    async take(key) {
      return (await client.getDel(key)) ?? undefined;
    },
    async append(list, entry, { lifetime, maximum }) {
      await client.multi().rPush(list, entry).lTrim(list, -maximum, -1).pExpire(list, lifetime).exec();
    },
    async entries(lists) {
      const found = await Promise.all(lists.map((list) => client.lRange(list, 0, -1)));
      return found.flat();
    },
    async close() {
      if (client.isReady) await client.close();
      else client.destroy();
    },
  };
}
