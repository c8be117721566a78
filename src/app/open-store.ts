// Opens what the copies of one bot share, and tells the operator when it cannot be reached.
import type { Log } from '../discord/index.ts';
import type { RedisStore } from '../store/redis-store.ts';
import { OperatorError } from './operator-error.ts';

/**
 * Connects to the server that REDIS_URL names.
 * @throws {OperatorError} when it cannot be reached or refuses; the password is never in it
 */
export async function openStore(url: string, log: Pick<Log, 'error'>): Promise<RedisStore> {
  // Loaded only where there is such a server.
  const { openRedisStore } = await import('../store/redis-store.ts');
  try {
    return await openRedisStore(url, (err) =>
      log.error({ err }, 'The server of REDIS_URL cannot be reached'),
    );
  } catch (cause) {
    throw new OperatorError(
      `REDIS_URL: the server at ${new URL(url).host} cannot be used (${reasonOf(cause)}). Start it or mend the address; without REDIS_URL the bot runs in one copy only.`,
      { cause },
    );
  }
}

/** Why a connection could not be made. Where several addresses were tried, Node puts the reasons into the code alone. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || String('code' in error ? error.code : error.name) : String(error);
