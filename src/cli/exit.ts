// How an entry point ends: a failure that was foreseen is told in its own words, any other with its stack.
import { ConfigError } from '../app/config.ts';
import { KnowledgeError } from '../core/knowledge/parse.ts';
import { DiscordRefusal } from '../discord/index.ts';

/** Runs an entry point and ends the process: with 0 when it is done, with 1 when it failed. */
export async function runToExit(run: () => Promise<void>): Promise<never> {
  try {
    await run();
  } catch (error) {
    console.error(isForeseen(error) ? error.message : error);
    process.exit(1);
  }
  // Idle connections to Discord would hold the process for a while.
  process.exit(0);
}

const isForeseen = (error: unknown): error is Error =>
  [ConfigError, KnowledgeError, DiscordRefusal].some((kind) => error instanceof kind);
