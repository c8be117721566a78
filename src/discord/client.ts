// The connection to Discord: logs in, registers the commands, passes interactions on, reports health, and closes.
import {
  type APIInteraction,
  ApplicationCommandType,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  InteractionType,
  OAuth2Scopes,
  Options,
} from 'discord.js';
import type { Bot } from '../bot/index.ts';
import { createDirectMessageHandler } from './direct-messages.ts';
import type { Draw } from './draw-pictures.ts';
import { closed, DiscordRefusal, toRefusal } from './failures.ts';
import { createInteractionHandler } from './interactions.ts';
import type { Log } from './logger.ts';
import { toManifest } from './manifest.ts';
import { type GatewayHealth, gatewayHealth, type Observer, observeRateLimit } from './observer.ts';
import { PUBLISHING } from './pin-permissions.ts';
import { register } from './register.ts';

/** Timeout of a REST request in milliseconds. Discord drops a response after three seconds; other requests may take longer. */
const REST_TIMEOUT = 5_000;

/**
 * discord.js would keep every member, user and entitlement that an interaction names, for as long as the process runs, and
 * sweeps none of them. Interactions are read as JSON, so nothing is looked up there; and without the channel partial no
 * channel or message is kept either.
 */
const NOTHING_KEPT = { UserManager: 0, GuildMemberManager: 0, EntitlementManager: 0 };

export interface ConnectOptions {
  bot: Bot;
  token: string;
  log: Log;
  /** Draws the pictures of replies. Without it, replies have none. */
  draw?: Draw | undefined;
  /** Address of the REST API, if not Discord's own. */
  api?: string | undefined;
  /** Is told what can be counted. */
  observer?: Observer | undefined;
  /** Id of the one server in which the commands are registered. Without it, they are registered everywhere. */
  guildId?: string | undefined;
}

export interface Connection {
  /** Resolves with the reason when Discord ends the connection for good. */
  readonly ended: Promise<DiscordRefusal>;
  /** Resolves when no interaction is under way. */
  idle(): Promise<void>;
  /** Whether interactions arrive at this moment. */
  health(): GatewayHealth;
  /** Logs out, after the interactions under way are answered. */
  close(): Promise<void>;
}

/**
 * Logs the bot in, and registers its commands if they changed.
 * @returns as soon as the bot answers
 * @throws {DiscordRefusal} when Discord refuses the bot or cannot be reached
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { bot, token, log, draw, api, observer, guildId } = options;
  const client = new Client({
    // Interactions need no intent; that of direct messages is not privileged, and brings no server's messages.
    intents: [GatewayIntentBits.DirectMessages],
    makeCache: Options.cacheWithLimits(NOTHING_KEPT),
    shards: 'auto',
    allowedMentions: { parse: [] },
    rest: {
      timeout: REST_TIMEOUT,
      // It is asked about every limit; the event for limits leaves out those that Discord itself reports.
      rejectOnRateLimit(limit) {
        observeRateLimit(limit, observer, log);
        return false;
      },
      ...(api && { api }),
    },
  });
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    const handling = work.finally(() => underWay.delete(handling));
    underWay.add(handling);
  };
  const handle = createInteractionHandler({
    bot,
    log,
    draw,
    observe: observer?.handled,
    rest: client.rest,
    botId: () => client.user?.id,
  });
  const answerDirectMessage = createDirectMessageHandler(bot, log, client.rest);
  // As Discord sends it, which is the same over HTTP; discord.js's own classes for interactions do not fit those.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    nameChannelOfPoll(interaction);
    track(handle(interaction));
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
    track(answerDirectMessage(message)),
  );
  async function idle(): Promise<void> {
    await Promise.all(underWay);
  }
  reportHealth(client, log);
  client.on(Events.ShardReconnecting, () => observer?.reconnecting());

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
    const sent = await register(rest, toManifest(bot.offered), { applicationId: application.id, guildId });
    log.info({ commands: bot.offered.size, sent }, sent ? 'Commands were sent' : 'Commands are up to date');
    log.info({ link: inviteLink(client) }, 'Invite the bot, or add it to your account, by this link');
  } catch (error) {
    await client.destroy();
    throw toRefusal(error);
  }
  return {
    ended,
    idle,
    health: () => gatewayHealth(client),
    async close() {
      // No interaction is accepted any more, and the disconnection is not reported.
      client.removeAllListeners();
      client.ws.removeAllListeners(GatewayDispatchEvents.InteractionCreate);
      client.ws.removeAllListeners(GatewayDispatchEvents.MessageCreate);
      await client.destroy();
      await idle();
    },
  };
}

/**
 * Adds the channel to a poll on the message of a message command. Without it, discord.js 14.28 looks the channel up, and
 * where it knows none, as in a server without the bot, throws an exception that no handler catches.
 */
function nameChannelOfPoll({ type, data }: APIInteraction): void {
  if (type !== InteractionType.ApplicationCommand || data.type !== ApplicationCommandType.Message) return;
  for (const { poll, channel_id } of Object.values(data.resolved.messages))
    if (poll) Object.assign(poll, { channel_id });
}

/** The link by which the bot is invited. Replies need no permission; the link asks for those of the pinned summary. */
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
