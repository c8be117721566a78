// The list of unanswered questions of a bot that runs in several copies: one for all of them, on the server of REDIS_URL.
import { deidentify, type UnansweredLog, type UnansweredQuestion } from '../bot/index.ts';
import type { Log } from '../discord/index.ts';
import type { Journal, Store } from '../store/index.ts';
import { createDailyLimit } from './daily-limit.ts';
import { openSharedServerKey } from './server-key.ts';
import { A_DAY, dayOf, UnansweredEntry } from './unanswered-log.ts';

const DAY = 86_400_000;

/** Maximum number of entries of one day. More would be a flood, not questions. */
const MAX_A_DAY = 1_000;

interface Bounds {
  /** Entries are dropped after this number of days. */
  days: number;
  /** Only this number of entries counts, the newest ones. */
  most: number;
}

/**
 * Opens the list. Each day has a list of its own, which goes when it is too old. Each copy counts for itself how many
 * questions a person has put on it today.
 * @param now the present in milliseconds since 1970
 * @throws what the store throws if the key of the servers' codes cannot be had
 */
export async function openSharedUnanswered(
  store: Journal & Pick<Store, 'claim' | 'set'>,
  { days, most }: Bounds,
  log: Pick<Log, 'warn'>,
  now: () => number = Date.now,
): Promise<UnansweredLog> {
  const pseudonym = await openSharedServerKey(store);
  const mayAdd = createDailyLimit(A_DAY, () => dayOf(now()));
  return {
    days,
    async add(question, { memberId, serverId }) {
      const plain = deidentify(question);
      if (!plain) return 'nothing left';
      if (!mayAdd(memberId)) return 'enough today';
      const day = dayOf(now());
      const entry = { day, question: plain, ...(serverId && { server: pseudonym(serverId) }) };
      const options = { lifetime: (days + 1) * DAY, maximum: MAX_A_DAY };
      try {
        await store.append(listOf(day), JSON.stringify(entry), options);
        return 'listed';
      } catch (err) {
        log.warn({ err }, 'The list of unanswered questions could not be written (REDIS_URL)');
        return 'not written';
      }
    },
    async entriesOf(serverId) {
      const server = pseudonym(serverId);
      const entries = await readSharedUnanswered(store, { days, most }, now);
      return entries.filter((entry) => entry.server === server);
    },
  };
}

/** All entries that count, oldest first. */
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
