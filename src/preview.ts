// The preview: a Discord on this machine with the bot logged in to it, and a prompt to type into.
import type { Bot } from './bot/index.ts';
import { ConfigError } from './config.ts';
import { connect, type Log } from './discord/index.ts';
import { untilAskedToEnd } from './exit.ts';
import { createLocalDiscord } from './local/index.ts';
import { startTerminal } from './local/terminal/index.ts';

const TRIES = ['/ask How many members voted yes?', '/votes', '/ask Did the writers walk out in the end?'];

/**
 * Runs until the person leaves or the process is asked to end.
 * @param port on 127.0.0.1
 * @throws {ConfigError} when the port is taken
 */
export async function preview({ bot, log, port }: { bot: Bot; log: Log; port: number }): Promise<void> {
  const local = await createLocalDiscord({ port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigError(`Port ${port} is in use by another program. Set PORT to another one in .env.`);
  });
  const connection = await connect({ bot, log, token: local.token, api: local.api });
  const { stdin: input, stdout: output } = process;
  await Promise.race([
    startTerminal({ local, input, output, tries: TRIES, colour: output.isTTY ?? false }),
    untilAskedToEnd(),
    connection.ended,
  ]);
  await connection.close();
  await local.close();
}
