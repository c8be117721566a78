// The real bot, logged in by the real discord.js to a local Discord, for the tests in this folder.
import { expect } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import type { Command, CommandGroup } from '../../src/bot/command.ts';
import { type Bot, createBot, type Desk, type Host, type Kept } from '../../src/bot/index.ts';
import { serveInteractions } from '../../src/discord/http/index.ts';
import { type Connection, type ConnectOptions, connect, type Log } from '../../src/discord/index.ts';
import {
  createLocalDiscord,
  eachComponent,
  type LocalDiscord,
  type LocalDiscordOptions,
  type Message,
  MessageFlag,
  type Outcome,
  type Place,
} from '../../src/local/server/index.ts';
import { createPainter } from '../../src/picture/index.ts';
import type { Store } from '../../src/store/index.ts';
import { desk as realDesk } from '../real-desk.ts';

/** One for all stages, since drawing takes longer than the rest of an answer. */
const { draw } = createPainter();

const MINUTE = 60_000;

export interface Entry {
  level: keyof Log;
  fields: Record<string, unknown>;
  sentence: string;
}

export interface Stage {
  local: LocalDiscord;
  bot: Bot;
  /** What the bot answers from; a test may put something else in its place. */
  desk: Desk;
  connection: Connection;
  /** Everything logged so far. */
  entries: Entry[];
  /** Logs out and in again, as a restarted process does. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Sets up a local Discord with the bot logged in. It is more patient than Discord, since the machine may be slow.
 * @param own commands besides the real ones, or in their place
 * @param options.copies the bot takes interactions over HTTP, in one copy for each of these stores; the gateway by default
 */
export async function createStage(
  own: Record<string, Command | CommandGroup> = {},
  options: LocalDiscordOptions &
    Kept & {
      guild?: boolean;
      host?: Host;
      patience?: ConnectOptions['patience'];
      copies?: readonly Store[];
    } = {},
): Promise<Stage> {
  const local = await createLocalDiscord({ responseWindow: MINUTE, ...options });
  const commands = new Map([...(await loadCommands()), ...Object.entries(own)]);
  // Logging in asks for the desk before there is a stage.
  let made: Stage | undefined;
  const bot = createBot(commands, () => made?.desk ?? realDesk, options, options.host);
  const entries: Entry[] = [];
  const guildId = options.guild ? local.world.places.general.guild?.id : undefined;
  async function login() {
    const parts = {
      bot,
      draw,
      token: local.token,
      api: local.api,
      log: keep(entries),
      guildId,
      ...(options.patience && { patience: options.patience }),
    };
    const connection = options.copies
      ? await serveCopies(local, parts, options.copies)
      : await connect(parts);
    local.trackIdle(connection.idle);
    return connection;
  }
  const stage: Stage = {
    local,
    bot,
    desk: realDesk,
    entries,
    connection: await login(),
    async restart() {
      await stage.connection.close();
      stage.connection = await login();
    },
    async close() {
      await stage.connection.close();
      await local.close();
    },
  };
  made = stage;
  return stage;
}

/** Starts a copy of the bot over HTTP for each store, and has interactions delivered to them in turn. */
async function serveCopies(
  local: LocalDiscord,
  parts: Parameters<typeof connect>[0],
  stores: readonly Store[],
): Promise<Connection> {
  const copies = await Promise.all(
    stores.map((store) => serveInteractions({ ...parts, store, host: '127.0.0.1', port: 0 })),
  );
  await local.deliverTo(...copies.map(({ url }) => url));
  return {
    ended: Promise.race(copies.map(({ ended }) => ended)),
    idle: async () => void (await Promise.all(copies.map((copy) => copy.idle()))),
    renew: async () => void (await Promise.all(copies.map((copy) => copy.renew()))),
    health: () => ({ ready: copies.every((copy) => copy.health().ready), shards: [] }),
    async close() {
      const unfinished = await Promise.all(copies.map((copy) => copy.close()));
      return unfinished.reduce((sum, one) => sum + one, 0);
    },
  };
}

/** Fails if the bot sent anything that Discord would not take, or logged an error. */
export function expectNoFaults({ local, entries }: Stage): void {
  expect(local.problems()).toEqual([]);
  expect(entries.filter(({ level }) => level === 'error')).toEqual([]);
}

/** Sends a REST request as the bot does, with its token; returns the body of the response. @throws when it fails */
export async function request({ local }: Stage, method: string, path: string, body: object): Promise<object> {
  const response = await fetch(`${local.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${local.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as object;
}

/** Posts a message as the bot, such as one that an older version left. */
export const postAsBot = async (stage: Stage, place: Place, body: object): Promise<Message> =>
  (await request(stage, 'POST', `/channels/${place.id}/messages`, body)) as Message;

/** A log that keeps what it is told. */
export function keep(entries: Entry[]): Log {
  const at = (level: keyof Log) => (fields: object, sentence: string) =>
    void entries.push({ level, fields: { ...fields }, sentence });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** All texts of a message, a line each. */
export const textOf = (message: Message | undefined): string =>
  [...eachComponent(message?.components ?? [])].flatMap(({ content }) => content ?? []).join('\n');

/** The labels of a message's buttons with their custom ids, in order. */
export const buttonsOf = (message: Message | undefined): Map<string, string> =>
  new Map(
    [...eachComponent(message?.components ?? [])].flatMap(({ label, custom_id }) =>
      label && custom_id ? [[label, custom_id]] : [],
    ),
  );

/** The custom id of the button with a label. @throws when there is none */
export function button(message: Message | undefined, label: string): string {
  const id = buttonsOf(message).get(label);
  if (!id) throw new Error(`No button "${label}"; there are: ${[...buttonsOf(message).keys()].join(', ')}`);
  return id;
}

/** The one message that came of something. @throws when it is none or several */
export function only(outcome: Outcome): Message {
  const [message, ...more] = outcome.messages;
  if (!message || more.length > 0)
    throw new Error(`${outcome.status} ${outcome.notice ?? ''}: ${outcome.messages.length} messages`);
  return message;
}

export const isPrivate = (message: Message) => (message.flags & MessageFlag.Ephemeral) !== 0;
