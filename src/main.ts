// Starts the bot: on Discord when there is a token, else as a preview on this machine.
import { parseArgs } from 'node:util';
import { config as loadEnv } from 'dotenv';
import { createApp } from './app.ts';
import { ConfigError, parseConfig } from './config.ts';
import { connect } from './discord/index.ts';
import { runToExit, untilAskedToEnd } from './exit.ts';
import { KNOWLEDGE } from './load.ts';
import { createLog } from './log.ts';
import { draw } from './picture/index.ts';
import { openUnanswered } from './unanswered-log.ts';
import { watchKnowledge } from './watch-knowledge.ts';

await runToExit(async () => {
  loadEnv({ quiet: true });
  const { discord, guildId, knowledge = KNOWLEDGE, logLevel, port, ...config } = parseConfig(process.env);
  const log = createLog(logLevel, discord?.token);
  const { terminal } = readArguments();
  const unanswered = config.unanswered && (await openUnanswered(config.unanswered, log));
  const app = await createApp({ knowledge, unanswered });
  await watchKnowledge(knowledge, app, log);
  if (!discord) {
    const { preview } = await import('./preview.ts');
    await preview({ app, log, port, terminal });
    await unanswered?.close();
    return;
  }

  const connection = await connect({ bot: app.bot, log, draw, guildId, ...discord });
  const refusal = await Promise.race([connection.ended, untilAskedToEnd()]);
  log.info('Closing');
  await connection.close();
  await unanswered?.close();
  if (refusal) throw refusal;
});

/** @throws {ConfigError} for anything but `--terminal` */
function readArguments(): { terminal: boolean } {
  try {
    return parseArgs({ options: { terminal: { type: 'boolean', default: false } } }).values;
  } catch {
    throw new ConfigError('The only argument there is: npm start -- --terminal, a preview in the terminal.');
  }
}
