// Waits for the signal that ends the bot.
import { once } from 'node:events';

/** Resolves when the process is asked to end. Until this is called a signal ends it at once. */
export async function untilAskedToEnd(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
