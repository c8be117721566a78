// The list of unanswered questions: what an entry holds, and how questions get on it.
import type { Answer } from '../core/asking/answer.ts';

/** One question that the bot did not answer. */
export interface UnansweredQuestion {
  /** The day in UTC, such as "2026-03-01". */
  day: string;
  /** The question as `deidentify` returns it. */
  question: string;
  /** A code for the server where it was asked, which says nothing without the operator's key; missing for questions from elsewhere. */
  server?: string;
}

/** Who asks, and in which server that has the bot. This decides what becomes of a question, and is not kept. */
export interface Asker {
  memberId: string;
  serverId?: string | undefined;
}

/**
 * What became of a question: it is on the list; its asker has added enough today; nothing was left after removing
 * what could identify the asker; or the list could not be written.
 */
export type Listing = 'listed' | 'enough today' | 'nothing left' | 'not written';

/** The list of unanswered questions that an operator may keep. */
export interface UnansweredLog {
  /** Entries are dropped after this number of days. */
  readonly days: number;
  /** Adds a question, de-identified first. Never rejects. */
  add(question: string, asker: Asker): Promise<Listing>;
  /** The entries of one server, oldest first. */
  entriesOf(serverId: string): Promise<readonly UnansweredQuestion[]>;
}

/** What an answer leaves unanswered: the question as a whole, or the parts of it that no fact answers. */
export const unansweredIn = (answer: Answer, question: string): string[] =>
  answer.outcome === 'found' ? (answer.unanswered ?? []).map(({ standalone }) => standalone) : [question];
