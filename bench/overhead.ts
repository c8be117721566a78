// Measures the time from INTERACTION_CREATE until the reply is sent, for this bot and for a handler that only says
// "ok".
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Client } from 'discord.js';
import type { Bot, Desk } from '../src/bot/index.ts';
import { connect, type Log } from '../src/discord/index.ts';
import { createLocalDiscord, type LocalDiscord } from '../src/local/server/index.ts';
import { draw } from '../src/picture/index.ts';
import { within } from './rounds.ts';

/** How often each question is asked. The first time only warms up. */
const ROUNDS = 4;
/** Seconds for one interaction: the local Discord itself gives up after three. */
const LIMIT = 10;
/** The diagnostics channel on which undici, the HTTP client of discord.js, reports that it writes a request. */
const SENT = 'undici:client:sendHeaders';
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** The shortest time of each question in milliseconds, by who answered it. A pause of the machine does not affect it. */
export interface Overhead {
  ok: number[];
  /** The bot on a desk that already knows the answers: everything but the answering itself. */
  remembering: number[];
  bot: number[];
}

/**
 * Asks all three in turn, each on a local Discord of its own, so that the noise of the machine affects all alike.
 *
 * @param botOn creates the bot on a desk
 */
export async function measureOverhead(
  desk: Desk,
  botOn: (desk: Desk) => Bot,
  questions: readonly string[],
): Promise<Overhead> {
  const asked = questions.flatMap((question) => [question, ...desk.partsOf(question)]);
  const answers = new Map(asked.map((question) => [question, desk.ask(question)]));
  const remembering = { ...desk, ask: (question: string) => answers.get(question) ?? desk.ask(question) };
  const stages = {
    ok: await stage(sayOk),
    remembering: await stage((local) => login(botOn(remembering), local)),
    bot: await stage((local) => login(botOn(desk), local)),
  };
  const none = () => questions.map(() => Number.POSITIVE_INFINITY);
  const times: Overhead = { ok: none(), remembering: none(), bot: none() };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, question] of questions.entries())
      for (const [who, { ask }] of Object.entries(stages)) {
        const took = await ask(question);
        const own = times[who as keyof Overhead];
        if (round > 0) own[i] = Math.min(own[i] as number, took);
      }
  for (const { close } of Object.values(stages)) await close();
  return times;
}

async function login(bot: Bot, local: LocalDiscord): Promise<() => unknown> {
  const connection = await connect({ bot, log: silent, draw, token: local.token, api: local.api });
  return () => connection.close();
}

async function stage(login: (local: LocalDiscord) => Promise<() => unknown>) {
  const local = await createLocalDiscord();
  const leave = await within(LIMIT, 'logging in to the local Discord', login(local));
  const { people, places } = local.world;
  return {
    async ask(question: string): Promise<number> {
      let asked = Number.NaN;
      let sent = Number.NaN;
      const stop = local.on('wire', ({ kind }) => {
        if (kind === 'gateway') asked = performance.now();
      });
      const onSent = (message: unknown) => {
        if ((message as { request: { path: string } }).request.path.includes('/callback'))
          sent = performance.now();
      };
      subscribe(SENT, onSent);
      const { status } = await within(
        LIMIT,
        `answering "${question}"`,
        local.run(people.mia, places.general, 'ask', { question }),
      );
      unsubscribe(SENT, onSent);
      stop();
      if (status !== 'answered' || Number.isNaN(sent - asked))
        throw new Error(`"${question}" was not answered: ${status}`);
      return sent - asked;
    },
    async close(): Promise<void> {
      await leave();
      await local.close();
    },
  };
}

async function sayOk(local: LocalDiscord): Promise<() => unknown> {
  const client = new Client({ intents: [], rest: { api: local.api } });
  client.on('interactionCreate', (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('ok');
  });
  await client.login(local.token);
  await local.ready();
  await client.rest.put(`/applications/${local.applicationId}/commands`, {
    body: [
      { name: 'ask', description: 'Asks', options: [{ type: 3, name: 'question', description: 'What' }] },
    ],
  });
  return () => client.destroy();
}
