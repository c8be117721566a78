// Starts the bot: on Discord when there is a token, else as a preview on this machine.
import { config as loadEnv } from 'dotenv';
import { createApp } from './app.ts';
import { parseConfig } from './config.ts';
import { connect } from './discord/index.ts';
import { runToExit, untilAskedToEnd } from './exit.ts';
import { createLog } from './log.ts';
import { preview } from './preview.ts';

await runToExit(async () => {
  loadEnv({ quiet: true });
  const { discord, guildId, knowledge, logLevel, port } = parseConfig(process.env);
  const log = createLog(logLevel, discord?.token);
  const { bot } = await createApp(knowledge ? { knowledge } : {});
  if (!discord) return preview({ bot, log, port });

  const connection = await connect({ bot, log, guildId, ...discord });
  const refusal = await Promise.race([connection.ended, untilAskedToEnd()]);
  log.info('Closing');
  await connection.close();
  if (refusal) throw refusal;
});
