// Opens the store that the copies of a bot share, and tells the operator if it cannot be reached.
import type { Log } from '../discord/index.ts';
import type { RedisStore } from '../store/redis-store.ts';
import { OperatorError } from './operator-error.ts';

/**
 * Connects to the server that REDIS_URL names.
 *
 * @throws {OperatorError} if it cannot be reached or refuses; never contains the password
 */
export async function openStore(url: string, log: Pick<Log, 'error'>): Promise<RedisStore> {
  // Only loaded if there is such a server.
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

/** Why a connection could not be made. If several addresses were tried, Node puts the reasons into the code only. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || String('code' in error ? error.code : error.name) : String(error);
