// The list of unanswered questions of a bot that runs in several copies: one for all of them, on the server of REDIS_URL.
import { z } from 'zod';
import { deidentify, type UnansweredLog } from '../bot/index.ts';
import type { Log } from '../discord/index.ts';
import type { Journal } from '../store/index.ts';

const DAY = 86_400_000;

/** Maximum number of entries of one day. More would be a flood, not questions. */
const MAX_A_DAY = 1_000;

const Entry = z.strictObject({ day: z.iso.date(), question: z.string().min(1) });

/**
 * Opens the list. Each day has a list of its own, which goes when it is too old.
 * @param days entries are dropped after so many
 * @param now the present in milliseconds since 1970
 */
export function openSharedUnanswered(
  journal: Journal,
  days: number,
  log: Pick<Log, 'warn'>,
  now: () => number = Date.now,
): UnansweredLog {
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  const listOf = (day: string) => `unanswered ${day}`;
  return {
    days,
    async add(question) {
      const plain = deidentify(question);
      if (!plain) return false;
      const day = dayOf(now());
      const options = { lifetime: (days + 1) * DAY, maximum: MAX_A_DAY };
      try {
        await journal.append(listOf(day), JSON.stringify({ day, question: plain }), options);
        return true;
      } catch (err) {
        log.warn({ err }, 'The list of unanswered questions could not be written (REDIS_URL)');
        return false;
      }
    },
    async entries() {
      const past = Array.from({ length: days + 1 }, (_, ago) => dayOf(now() - (days - ago) * DAY));
      const entries = await journal.entries(past.map(listOf));
      return entries.map((entry) => Entry.parse(JSON.parse(entry)));
    },
  };
}
