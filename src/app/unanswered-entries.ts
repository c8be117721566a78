// The list of unanswered questions, wherever it is kept: the fields of an entry, and which questions are accepted.
import { z } from 'zod';
import { deidentify, type Listing, type UnansweredLog, type UnansweredQuestion } from '../bot/index.ts';
import { createDailyLimit } from './daily-limit.ts';
import type { Pseudonym } from './server-key.ts';

/** The fields of an entry. */
export const UnansweredEntry = z.strictObject({
  day: z.iso.date(),
  question: z.string().min(1),
  server: z.string().min(1).optional(),
});

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** The day of a time in milliseconds since 1970, in UTC. */
export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Which entries are kept. */
export interface Bounds {
  /** Entries older than this number of days are dropped. */
  days: number;
  /** Maximum number of entries; beyond it the oldest are dropped. */
  most: number;
}

/** Maximum number of questions that are kept per person and day. */
const A_DAY = 10;

interface Keeper {
  days: number;
  pseudonym: Pseudonym;
  /** Keeps an entry. Never rejects. */
  keep(entry: UnansweredQuestion): Promise<Listing>;
  /** All entries that have not expired, oldest first. */
  read(): Promise<readonly UnansweredQuestion[]>;
  /** The time in milliseconds since 1970. */
  now(): number;
}

/** Creates the list. Every question is de-identified, and counts against what its asker may add today. */
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
