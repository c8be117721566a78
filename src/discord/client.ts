// The connection to Discord: log in, keep the commands registered, hand over interactions, report health, close.
import {
  ApplicationCommandType,
  Client,
  Events,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  InteractionType,
  OAuth2Scopes,
  Partials,
} from 'discord.js';
import type { Bot } from '../bot/index.ts';
import type { Draw } from './draw-pictures.ts';
import { closed, DiscordRefusal, toRefusal } from './failures.ts';
import { createInteractionHandler } from './interactions.ts';
import type { Log } from './logger.ts';
import { toManifest } from './manifest.ts';
import { PUBLISHING } from './pin-permissions.ts';
import { register } from './register.ts';

/** Milliseconds for one REST request; a response is worth nothing after three seconds, the rest can wait a little. */
const REST_TIMEOUT = 5_000;

export interface ConnectOptions {
  bot: Bot;
  token: string;
  log: Log;
  /** Draws the pictures of replies; without it they have none. */
  draw?: Draw | undefined;
  /** Address of the REST API where it is not Discord's own. */
  api?: string | undefined;
  /** Registers the commands in this server only. */
  guildId?: string | undefined;
}

export interface Connection {
  /** Resolves when Discord has ended the connection for good, with the reason. */
  readonly ended: Promise<DiscordRefusal>;
  /** Resolves when no interaction is under way. */
  idle(): Promise<void>;
  /** Finishes what is under way and logs out. */
  close(): Promise<void>;
}

/**
 * Logs the bot in and registers its commands if they changed.
 * @returns once it answers
 * @throws {DiscordRefusal} when Discord will not have it or cannot be reached
 */
export async function connect({ bot, token, log, draw, api, guildId }: ConnectOptions): Promise<Connection> {
  const client = new Client({
    // Interactions belong to no intent; the partial lets those of direct messages in.
    intents: [],
    partials: [Partials.Channel],
    shards: 'auto',
    allowedMentions: { parse: [] },
    rest: { timeout: REST_TIMEOUT, ...(api && { api }) },
  });
  client.on(Events.Raw, nameChannelOfPoll);
  const underWay = new Set<Promise<void>>();
  const handle = createInteractionHandler(bot, log, draw);
  client.on(Events.InteractionCreate, (interaction) => {
    const handling = handle(interaction).finally(() => underWay.delete(handling));
    underWay.add(handling);
  });
  async function idle(): Promise<void> {
    await Promise.all(underWay);
  }
  reportHealth(client, log);

  const ended = new Promise<DiscordRefusal>((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) => resolve(closed(code)));
    client.once(Events.Invalidated, () =>
      resolve(new DiscordRefusal('Discord ended the session. Start the bot again.')),
    );
  });
  const ready = new Promise<Client<true>>((resolve) => void client.once(Events.ClientReady, resolve));
  try {
    const refused = ended.then((reason) => Promise.reject(reason));
    await Promise.race([client.login(token), refused]);
    const { application, rest } = await Promise.race([ready, refused]);
    const sent = await register(rest, toManifest(bot.commands), { applicationId: application.id, guildId });
    log.info({ commands: bot.commands.size, sent }, sent ? 'Commands were sent' : 'Commands are up to date');
    log.info({ link: inviteLink(client) }, 'Invite the bot, or add it to your account, by this link');
  } catch (error) {
    await client.destroy();
    throw toRefusal(error);
  }
  return {
    ended,
    idle,
    async close() {
      // No further interaction is taken, and the end of the connection is no news.
      client.removeAllListeners();
      await client.destroy();
      await idle();
    },
  };
}

/**
 * discord.js 14.28 looks up the channel of a poll, and throws past every handler where it knows none, as in a server
 * that the bot is no member of. A poll that names its channel spares it that.
 */
function nameChannelOfPoll({ t, d }: GatewayDispatchPayload): void {
  if (t !== GatewayDispatchEvents.InteractionCreate || d.type !== InteractionType.ApplicationCommand) return;
  if (d.data.type !== ApplicationCommandType.Message) return;
  for (const { poll, channel_id } of Object.values(d.data.resolved.messages))
    if (poll) Object.assign(poll, { channel_id });
}

/** Replies belong to the interaction and need no permission; these are what posting and pinning a summary takes. */
const inviteLink = (client: Client) =>
  client.generateInvite({
    scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
    permissions: PUBLISHING,
  });

function reportHealth(client: Client, log: Log): void {
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'Connected to Discord'));
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'Connection lost; connecting again'));
  client.on(Events.ShardResume, (shard, missed) => log.info({ shard, missed }, 'Connection taken up again'));
  client.on(Events.ShardError, (err, shard) => log.warn({ shard, err }, 'The connection had an error'));
  client.on(Events.Error, (err) => log.error({ err }, 'discord.js reported an error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js warned'));
}
