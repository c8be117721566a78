// Reads the list of unanswered questions, wherever the operator keeps it, for the programs that curators run.
import type { UnansweredQuestion } from '../bot/index.ts';
import type { Log } from '../discord/index.ts';
import type { Config } from './config.ts';
import { openStore } from './open-store.ts';
import { readSharedUnanswered } from './shared-unanswered.ts';
import { readUnanswered } from './unanswered-log.ts';

/**
 * Reads the entries of the list that have not expired, oldest first.
 *
 * @throws {OperatorError} if the list is not a file, or its server cannot be reached
 */
export async function readUnansweredList(
  list: NonNullable<Config['unanswered']>,
  log: Log,
): Promise<readonly UnansweredQuestion[]> {
  if ('path' in list) return readUnanswered(list, log);
  const { redis, ...bounds } = list;
  const store = await openStore(redis, log);
  try {
    return await readSharedUnanswered(store, bounds);
  } finally {
    await store.close();
  }
}
