// Handles an interaction that failed: writes a line in the log, and tells the member.
import { type APIInteraction, InteractionType } from 'discord.js';
import { notice } from '../bot/index.ts';
import { expiredReason } from './failures.ts';
import type { Result } from './handled.ts';
import type { Log } from './logger.ts';
import { describeRefusal } from './refusals.ts';
import { asEphemeral, toMessage } from './render-message.ts';
import type { Responses } from './responses.ts';
import { NotAllowed, UserFacingError } from './user-facing-error.ts';

/** Logs a failure, and tells the member the number by which the operator finds it in the log; no details. */
export async function handleFailure(
  { id, type }: APIInteraction,
  responses: Responses,
  error: unknown,
  log: Log,
): Promise<Result> {
  const failure = { failure: id, err: error };
  const failed: Result = { outcome: 'failed', facts: [] };
  const reason = expiredReason(error);
  if (reason && !responses.begun) {
    log.warn(failure, `An interaction could not be answered: ${reason}`);
    return { outcome: 'expired', facts: [] };
  }
  const known = error instanceof UserFacingError ? error.message : describeRefusal(error);
  if (error instanceof NotAllowed) failed.outcome = 'notice';
  else if (known || reason) log.warn(failure, 'Discord refused something, or did not answer');
  else log.error(failure, 'An interaction failed');
  if (type === InteractionType.ApplicationCommandAutocomplete) return failed;
  const words =
    known ??
    `Something went wrong on my side. Please try again. If it happens again, tell the bot's operator this number: ${id}`;
  const message = asEphemeral(toMessage(notice(words)));
  try {
    if (responses.begun) await responses.followUp(message);
    else await responses.reply(message);
  } catch (again) {
    log.warn({ failure: id, err: again }, 'The member could not be told');
  }
  return failed;
}
