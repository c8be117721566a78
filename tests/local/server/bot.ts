// A real discord.js client logged in to a local Discord, for the tests in this folder.
import { type APIApplicationCommandOption, Client, Events, type Interaction, Partials } from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  createLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
  type Message,
  type Outcome,
} from '../../../src/local/server/index.ts';

const MINUTE = 60_000;

/** A local Discord that stops with the test. It is more patient than Discord, since the machine may be slow. */
export async function discord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const local = await createLocalDiscord({ responseWindow: MINUTE, ...options });
  onTestFinished(() => local.close());
  return local;
}

export interface Bot {
  client: Client<true>;
  /** What handlers and the client threw, to be looked at by the test. */
  errors: unknown[];
}

/** A client that hands every interaction to `handle`; it leaves with the test. */
export async function login(
  local: LocalDiscord,
  handle: (interaction: Interaction) => unknown,
): Promise<Bot> {
  const client = new Client({
    intents: [],
    partials: [Partials.Channel],
    rest: { api: local.api, retries: 0, timeout: MINUTE },
    // Discord wants five seconds between two logins; a local one does not mind.
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: async () => {} }) },
  });
  const errors: unknown[] = [];
  const handled: Promise<void>[] = [];
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    const handling = (async () => void (await handle(interaction)))();
    handled.push(handling.catch((error: unknown) => void errors.push(error)));
  });
  local.trackIdle(async () => void (await Promise.all(handled)));
  onTestFinished(() => client.destroy());
  await client.login(local.token);
  await local.ready();
  if (!client.isReady()) await new Promise((resolve) => client.once(Events.ClientReady, resolve));
  return { client: client as Client<true>, errors };
}

/** Registers one global slash command named `ask`. */
export async function registerAsk(bot: Bot, options: APIApplicationCommandOption[] = []) {
  await bot.client.application.commands.set([
    {
      name: 'ask',
      description: 'Ask a question',
      options: options as never,
      contexts: [0, 1],
      integrationTypes: [0, 1],
    },
  ]);
}

/** The one message of an outcome. */
export function only({ messages, ...outcome }: Outcome): Message {
  const [message] = messages;
  if (!message || messages.length > 1)
    throw new Error(`Expected one message: ${JSON.stringify({ messages, outcome })}`);
  return message;
}

/** A local Discord with a bot that offers /ask, with its people and places. */
export async function asking(handle: (interaction: Interaction) => unknown) {
  const local = await discord();
  const bot = await login(local, handle);
  await registerAsk(bot);
  return { local, bot, ...local.world.people, ...local.world.places };
}
