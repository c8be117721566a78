// `npm start`: starts the bot, on Discord when there is a token, else as a preview on this machine.
import { createApp } from '../app/app.ts';
import { parseConfig } from '../app/config.ts';
import { createLogger } from '../app/create-logger.ts';
import { drawAhead } from '../app/draw-ahead.ts';
import { OperatorError } from '../app/operator-error.ts';
import { openUnanswered } from '../app/unanswered-log.ts';
import { watchKnowledge } from '../app/watch-knowledge.ts';
import { connect } from '../discord/index.ts';
import { createStudio } from '../picture/index.ts';
import { runAsMain } from './main.ts';
import { defineProgram, showsColours } from './shell.ts';

const start = defineProgram({
  summary: 'Starts the bot: on Discord with the token in DISCORD_TOKEN, else as a preview on this machine.',
  usage: ['npm start', 'npm start -- --terminal'],
  options: { terminal: { type: 'boolean', help: 'open the preview in this terminal, not in the browser' } },
  async run({ options }, { env, knowledge, stdin, stdout, stderr, print, untilAskedToEnd }) {
    const { discord, guildId, logLevel, port, ...config } = parseConfig(env);
    if (discord && options.terminal)
      throw new OperatorError(
        '--terminal is for the preview, but DISCORD_TOKEN is set. Leave one of them out.',
      );
    const log = createLogger(
      logLevel,
      { stream: stderr, colours: showsColours(stderr, env) },
      discord?.token,
    );
    const unanswered = config.unanswered && (await openUnanswered(config.unanswered, log));
    const app = await createApp({ knowledge, unanswered });
    const { draw, close: closeStudio } = createStudio();
    const endWatch = await watchKnowledge(knowledge, app, log, () => drawAhead(app.desk, draw));
    try {
      if (!discord) {
        const { preview } = await import('../app/preview.ts');
        const opened = (url: string) =>
          print(`DISCORD_TOKEN is not set, so this is a preview: ${url} (Ctrl+C ends it)`);
        const frontend = options.terminal
          ? { input: stdin, output: stdout, colours: showsColours(stdout, env) }
          : { port, opened };
        return await preview({ app, log, draw, frontend, ended: untilAskedToEnd() });
      }
      const connection = await connect({ bot: app.bot, log, draw, guildId, ...discord });
      drawAhead(app.desk, draw);
      const refusal = await Promise.race([connection.ended, untilAskedToEnd()]);
      log.info('Closing');
      await connection.close();
      if (refusal) throw refusal;
    } finally {
      endWatch();
      await closeStudio();
      await unanswered?.close();
    }
  },
});
export default start;

await runAsMain(import.meta.filename, start);
