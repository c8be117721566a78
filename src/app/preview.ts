// The preview: a Discord on this machine with the bot logged in, and a page or a prompt to use it with.
import type { Readable, Writable } from 'node:stream';
import { capitalize, type Desk, exampleQuestions, shorten } from '../bot/index.ts';
import { type Connection, type ConnectOptions, connect, type Draw, type Log } from '../discord/index.ts';
import { type Greeting, startPage } from '../local/page/index.ts';
import { createLocalDiscord, type LocalDiscord, type Names, offersOf } from '../local/server/index.ts';
import { startTerminal } from '../local/terminal/index.ts';
import type { App } from './app.ts';
import { cannotListen } from './cannot-listen.ts';

/** Maximum characters in the name of a thread (Discord: Channel, name). */
const NAME_LENGTH = 100;

/** Where a person uses the preview: a page on a port of 127.0.0.1, or a prompt in a terminal. */
export type Frontend =
  | { port: number; opened(url: string): void }
  | { input: Readable; output: Writable; colours: boolean };

/** Runs until the person leaves, the local Discord ends, or `ended` resolves. */
export async function preview(parts: {
  app: App;
  log: Log;
  draw: Draw;
  frontend: Frontend;
  /** Whether the local Discord posts interactions to the bot, instead of sending them over its gateway. */
  http: boolean;
  ended: Promise<unknown>;
  /** Called with the connection as soon as there is one. */
  connected(connection: Connection): void;
}): Promise<void> {
  const { app, log, draw, frontend } = parts;
  const local = await createLocalDiscord({ names: namesFor(app.desk) });
  const login = { bot: app.bot, log, draw, token: local.token, api: local.api };
  const connection = parts.http ? await overHttp(local, login) : await connect(login);
  parts.connected(connection);
  local.trackIdle(connection.idle);
  const ended = Promise.race([parts.ended, connection.ended]);
  const greeting = greet(app.desk);
  if ('port' in frontend) {
    const page = await startPage({ local, greeting, port: frontend.port }).catch(
      cannotListen('PORT', '127.0.0.1', frontend.port),
    );
    frontend.opened(page.url);
    await ended;
    await connection.close();
    await page.close();
  } else {
    const { people, places } = local.world;
    const offered = offersOf(local.commands(people.mia, places.general)).map(({ name }) => name);
    const tries = greeting.tries.flatMap(({ command, options }) => [
      ...(offered.includes(command) ? [] : ['as moderator']),
      [`/${command}`, ...Object.values(options)].join(' '),
    ]);
    await Promise.race([
      startTerminal({
        local,
        input: frontend.input,
        output: frontend.output,
        tries,
        colour: frontend.colours,
      }),
      ended,
    ]);
    await connection.close();
  }
  await local.close();
}

/** Starts the endpoint, and passes its address to the local Discord. */
async function overHttp(local: LocalDiscord, login: ConnectOptions): Promise<Connection> {
  const { serveInteractions } = await import('../discord/http/index.ts');
  const served = await serveInteractions({ ...login, host: '127.0.0.1', port: 0 });
  await local.deliverTo(served.url);
  return served;
}

/** The names of the bot, a thread and a forum post in the preview of an article. */
export function namesFor(desk: Desk): Names {
  const { bot, subject } = desk.knowledge.article;
  const [example] = exampleQuestions(desk);
  return {
    bot,
    thread: shorten(capitalize(subject), NAME_LENGTH),
    post: shorten(capitalize(example?.question ?? 'What is it about?'), NAME_LENGTH),
  };
}

/** How a visitor is greeted: what the article is about, questions that the desk knows, a claim, the summary. */
export function greet(desk: Desk): Greeting {
  const { bot, subject } = desk.knowledge.article;
  const examples = exampleQuestions(desk);
  return {
    text: `${bot} answers questions from one article, about ${subject}. Each answer is cited; where the article leaves something open, the answer says so.`,
    tries: [
      ...examples.map(({ question }) => ({ command: 'ask', options: { question: capitalize(question) } })),
      ...examples.slice(0, 1).map(({ fact }) => ({ command: 'check', options: { claim: fact.short } })),
      { command: 'summary preview', options: {} },
    ],
  };
}
