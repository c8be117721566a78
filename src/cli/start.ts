// `npm start`: starts the bot, on Discord if there is a token, otherwise as a preview on this machine.
import { type App, createApp } from '../app/app.ts';
import { cannotListen } from '../app/cannot-listen.ts';
import { type Config, parseConfig } from '../app/config.ts';
import { createLogger } from '../app/create-logger.ts';
import { drawAhead } from '../app/draw-ahead.ts';
import type { Health } from '../app/health.ts';
import { openStore } from '../app/open-store.ts';
import { OperatorError } from '../app/operator-error.ts';
import { createSharedSharing } from '../app/shared-sharing.ts';
import { openSharedUnanswered } from '../app/shared-unanswered.ts';
import { openSharingSwitch } from '../app/sharing-file.ts';
import { openUnanswered } from '../app/unanswered-log.ts';
import { warmUp } from '../app/warm-up.ts';
import { watchKnowledge } from '../app/watch-knowledge.ts';
import { counted } from '../core/text/counted.ts';
import type { ServeOptions } from '../discord/http/index.ts';
import type { Connection, Log } from '../discord/index.ts';
import { createPainter } from '../picture/index.ts';
import type { RedisStore } from '../store/redis-store.ts';
import { logFailures } from './log-failures.ts';
import { runAsMain } from './main.ts';
import { defineProgram, showsColours } from './shell.ts';

const start = defineProgram({
  summary:
    'Starts the bot: on Discord with the token in DISCORD_TOKEN, otherwise as a preview on this machine.',
  usage: ['npm start', 'npm start -- --terminal', 'npm start -- --http'],
  options: {
    terminal: { type: 'boolean', help: 'open the preview in this terminal, not in the browser' },
    http: {
      type: 'boolean',
      help: 'let Discord post interactions to this machine, instead of connecting to its gateway',
    },
  },
  async run({ options }, { env, knowledge, stdin, stdout, stderr, print, untilAskedToEnd, onUncaught }) {
    const { discord, guildId, logLevel, port, httpHost, ...config } = parseConfig(env);
    if (discord && options.terminal)
      throw new OperatorError(
        '--terminal is for the preview, but DISCORD_TOKEN is set. Leave one of them out.',
      );
    const log = await createLogger(
      logLevel,
      { stream: stderr, colours: showsColours(stderr, env) },
      discord?.token,
    );
    await logFailures(log, onUncaught, async (uncaught) => {
      const store = config.redis ? await openStore(config.redis, log) : undefined;
      const unanswered = config.unanswered && (await openList(config.unanswered, store, log));
      const sharing = await openSharing(config, discord !== undefined, store, log);
      // Its modules are loaded while the knowledge is read.
      const loading = import('../discord/index.ts');
      const app = await createApp({ knowledge, unanswered, sharing, contact: config.contact });
      const { connect } = await loading;
      const { draw, close: closePainter } = createPainter();
      let connection: Connection | undefined;
      const endWatch = watchKnowledge(knowledge, app, log, () => {
        drawAhead(app.desk, draw);
        void connection?.renew();
      });
      let health: Health | undefined;
      try {
        if (!discord) {
          const { preview } = await import('../app/preview.ts');
          const opened = (url: string) =>
            print(`DISCORD_TOKEN is not set, so this is a preview: ${url} (Ctrl+C ends it)`);
          const frontend = options.terminal
            ? { input: stdin, output: stdout, colours: showsColours(stdout, env) }
            : { port, opened };
          const http = options.http ?? false;
          const connected = (made: Connection) => {
            connection = made;
          };
          return await preview({ app, log, draw, frontend, http, ended: untilAskedToEnd(), connected });
        }
        health = config.health && (await openHealth(config.health, app, log));
        const parts = { bot: app.bot, log, draw, store, observer: health?.observer, guildId, ...discord };
        connection = options.http ? await overHttp({ ...parts, host: httpHost, port }) : await connect(parts);
        health?.watch(connection);
        warmUp(app.desk);
        drawAhead(app.desk, draw);
        const reason = await Promise.race([connection.ended, uncaught, untilAskedToEnd()]);
        log.info('Closing');
        const unfinished = await connection.close();
        if (reason) throw reason;
        if (unfinished > 0)
          throw new OperatorError(
            `The bot ended with ${counted(unfinished, 'interaction')} that could not be finished in time.`,
          );
      } finally {
        endWatch();
        await closePainter();
        await health?.close();
        await unanswered?.close();
        await store?.close();
      }
    });
  },
});
export default start;

/** Serves the endpoint. Its libraries are only loaded here. */
async function overHttp(options: ServeOptions) {
  const { serveInteractions } = await import('../discord/http/index.ts');
  const { host, port } = options;
  return serveInteractions(options).catch(cannotListen('HTTP_HOST, PORT', host, port));
}

/** Opens the list of unanswered questions: a file of this process alone, or one that all copies share. */
async function openList(list: NonNullable<Config['unanswered']>, store: RedisStore | undefined, log: Log) {
  if ('path' in list) return openUnanswered(list, log);
  if (!store) throw new Error('A shared list without a store');
  return { ...(await openSharedUnanswered(store, list, log)), close: async () => {} };
}

/**
 * Opens the record of channels in which sharing is off. In the preview they are only kept in memory, like the
 * channels themselves.
 */
async function openSharing(
  { sharingFile }: Pick<Config, 'sharingFile'>,
  isKept: boolean,
  store: RedisStore | undefined,
  log: Log,
) {
  if (!isKept) return undefined;
  return store ? createSharedSharing(store, log) : openSharingSwitch(sharingFile, log);
}

/** Opens the health pages. Their libraries are only loaded here. */
async function openHealth(where: { host: string; port: number }, app: App, log: Log): Promise<Health> {
  const { openHealth } = await import('../app/health.ts');
  const health = await openHealth(where, () => app.desk.knowledge.facts.size);
  log.info({ url: health.url }, 'Health and metrics are served');
  return health;
}

await runAsMain(import.meta.filename, start);
