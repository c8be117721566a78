// The list of unanswered questions, wherever it is kept: what an entry holds, and which questions it takes.
import { z } from 'zod';
import { deidentify, type Listing, type UnansweredLog, type UnansweredQuestion } from '../bot/index.ts';
import { createDailyLimit } from './daily-limit.ts';
import type { Pseudonym } from './server-key.ts';

/** What an entry holds. */
export const UnansweredEntry = z.strictObject({
  day: z.iso.date(),
  question: z.string().min(1),
  server: z.string().min(1).optional(),
});

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** The day of a time in milliseconds since 1970, in UTC. */
export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** How many entries count. */
export interface Bounds {
  /** Entries older than this number of days are dropped. */
  days: number;
  /** Maximum number of entries; beyond it the oldest are dropped. */
  most: number;
}

/** Maximum number of questions of one person that are kept a day. */
const A_DAY = 10;

interface Keeper {
  days: number;
  pseudonym: Pseudonym;
  /** Keeps an entry. Never rejects. */
  keep(entry: UnansweredQuestion): Promise<Listing>;
  /** All entries that count, oldest first. */
  read(): Promise<readonly UnansweredQuestion[]>;
  /** The present in milliseconds since 1970. */
  now(): number;
}

/** Creates the list. A question is de-identified, and counted against what its asker may add today. */
export function createUnansweredLog({ days, pseudonym, keep, read, now }: Keeper): UnansweredLog {
  const mayAdd = createDailyLimit(A_DAY, () => dayOf(now()));
  return {
    days,
    async add(question, { memberId, serverId }) {
      const plain = deidentify(question);
      if (!plain) return 'nothing left';
      if (!mayAdd(memberId)) return 'enough today';
      return keep({ day: dayOf(now()), question: plain, ...(serverId && { server: pseudonym(serverId) }) });
    },
    async entriesOf(serverId) {
      const server = pseudonym(serverId);
      return (await read()).filter((entry) => entry.server === server);
    },
  };
}
