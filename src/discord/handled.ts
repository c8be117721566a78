// The outcome of an interaction for the operator: a line in the log, and figures. It never says who asked, or what.
import { citedFacts, type Outcome, type Reply } from '../bot/index.ts';
import type { Log } from './logger.ts';

/** The outcome of a request, and what the adapter did with the reply or why it could not. */
export type HandledOutcome =
  | Outcome
  | 'suggested'
  | 'shared'
  | 'posted'
  | 'just-posted'
  | 'removed'
  | 'published'
  | 'unpublished'
  /** Discord no longer took the answer. */
  | 'expired'
  | 'failed';

export interface Result {
  outcome: HandledOutcome;
  /** The ids of the facts that were cited. */
  facts: readonly string[];
}

export interface Handled extends Result {
  /** The command's typed name, such as `summary post`; `unknown` for one that does not exist (any more). */
  command: string;
  /** From the arrival of the interaction until Discord took the answer. */
  milliseconds: number;
}

/**
 * The result of a reply.
 *
 * @param outcome what was done with the reply, if more than showing it to the member
 */
export const resultOf = (reply: Reply, outcome: HandledOutcome = reply.outcome ?? 'shown'): Result => ({
  outcome,
  facts: citedFacts(reply),
});

/**
 * Writes the one line of an interaction. Suggestions come with every letter that is typed, so theirs is only for
 * debugging.
 */
export function logHandled(log: Log, { milliseconds, ...handled }: Handled): void {
  const fields = { ...handled, ms: Math.round(milliseconds) };
  if (handled.outcome === 'suggested') log.debug(fields, 'Suggestions were made');
  else log.info(fields, 'An interaction was handled');
}
