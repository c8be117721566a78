// The one list of unanswered questions that all copies of a bot share, on the server of REDIS_URL.
import type { UnansweredLog, UnansweredQuestion } from '../bot/index.ts';
import type { Log } from '../discord/index.ts';
import type { Journal, Store } from '../store/index.ts';
import { openSharedServerKey } from './server-key.ts';
import { type Bounds, createUnansweredLog, DAY, dayOf, UnansweredEntry } from './unanswered-entries.ts';

/** Maximum number of entries in a day. More would be a flood, not questions. */
const MAX_A_DAY = 1_000;

/**
 * Opens the list. Each day has its own list, which expires when it is too old. Each copy counts on its own how many
 * questions a person has added today.
 *
 * @param now returns the time in milliseconds since 1970
 * @throws what the store throws if it cannot return the key of the servers' codes
 */
export async function openSharedUnanswered(
  store: Journal & Pick<Store, 'claim' | 'set'>,
  { days, most }: Bounds,
  log: Pick<Log, 'warn'>,
  now: () => number = Date.now,
): Promise<UnansweredLog> {
  const pseudonym = await openSharedServerKey(store);
  return createUnansweredLog({
    days,
    pseudonym,
    async keep(entry) {
      const options = { lifetime: (days + 1) * DAY, maximum: MAX_A_DAY };
      try {
        await store.append(listOf(entry.day), JSON.stringify(entry), options);
        return 'listed';
      } catch (err) {
        log.warn({ err }, 'The list of unanswered questions could not be written (REDIS_URL)');
        return 'not written';
      }
    },
    read: () => readSharedUnanswered(store, { days, most }, now),
    now,
  });
}

/** All entries that have not expired, oldest first. */
export async function readSharedUnanswered(
  journal: Journal,
  { days, most }: Bounds,
  now: () => number = Date.now,
): Promise<UnansweredQuestion[]> {
  const past = Array.from({ length: days + 1 }, (_, ago) => dayOf(now() - (days - ago) * DAY));
  const entries = await journal.entries(past.map(listOf));
  return entries.slice(-most).map((entry) => UnansweredEntry.parse(JSON.parse(entry)) as UnansweredQuestion);
}

const listOf = (day: string) => `unanswered ${day}`;
