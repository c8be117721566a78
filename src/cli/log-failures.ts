// Makes sure that whatever ends the bot is in its log, as one line without secrets.
import type { Logger } from 'pino';
import { OperatorError } from '../app/operator-error.ts';
import { isForeseen, type Surroundings } from './shell.ts';

/**
 * Does the work of a program that has a log.
 *
 * @param work gets a promise that resolves when an uncaught exception must end it
 * @throws {Error} what ended the work. For an unforeseen error, one that points to the log, which removes secrets
 */
export async function logFailures(
  log: Logger,
  onUncaught: Surroundings['onUncaught'],
  work: (uncaught: Promise<Error>) => Promise<void>,
): Promise<void> {
  let endListening = () => {};
  const uncaught = new Promise<Error>((resolve) => {
    endListening = onUncaught({
      exception: (error) => resolve(error instanceof Error ? error : new Error(String(error))),
      // For example an event that discord.js cannot read. Nothing else depends on it.
      rejection: (error) => log.error({ err: error }, 'An error that nobody caught; the bot goes on'),
    });
  });
  try {
    await work(uncaught);
  } catch (error) {
    if (isForeseen(error)) {
      log.fatal(error.message);
      throw error;
    }
    log.fatal({ err: error }, 'An error that nobody foresaw ended the bot');
    throw new OperatorError('The bot ended because of an error that nobody foresaw. Its log says more.');
  } finally {
    endListening();
  }
}
