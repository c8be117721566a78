// Starts the bot: on Discord when there is a token, else as a preview on this machine.
import { parseArgs } from 'node:util';
import { config as loadEnv } from 'dotenv';
import { createApp } from '../app/app.ts';
import { ConfigError, parseConfig } from '../app/config.ts';
import { KNOWLEDGE } from '../app/load-knowledge.ts';
import { createLog } from '../app/log.ts';
import { openUnanswered } from '../app/unanswered-log.ts';
import { untilAskedToEnd } from '../app/until-asked-to-end.ts';
import { watchKnowledge } from '../app/watch-knowledge.ts';
import { connect } from '../discord/index.ts';
import { draw } from '../picture/index.ts';
import { runToExit } from './exit.ts';

await runToExit(async () => {
  loadEnv({ quiet: true });
  const { discord, guildId, knowledge = KNOWLEDGE, logLevel, port, ...config } = parseConfig(process.env);
  const log = createLog(logLevel, discord?.token);
  const { terminal } = readArguments();
  const unanswered = config.unanswered && (await openUnanswered(config.unanswered, log));
  const app = await createApp({ knowledge, unanswered });
  await watchKnowledge(knowledge, app, log);
  if (!discord) {
    const { preview } = await import('../app/preview.ts');
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
