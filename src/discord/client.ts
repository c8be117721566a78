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
  RESTEvents,
} from 'discord.js';
import type { Bot } from '../bot/index.ts';
import { createDirectMessageHandler } from './direct-messages.ts';
import type { Draw } from './draw-pictures.ts';
import { closed, DiscordRefusal, TOKEN, toRefusal } from './failures.ts';
import { createGatewayPace } from './gateway-pace.ts';
import { createInteractionHandler } from './interactions.ts';
import type { Log } from './logger.ts';
import { toManifest } from './manifest.ts';
import { type GatewayHealth, gatewayHealth, type Observer, observeRateLimit } from './observer.ts';
import { PUBLISHING } from './pin-permissions.ts';
import { register } from './register.ts';
import { resend } from './resend.ts';

/** Timeout of a REST request in milliseconds. Discord drops a response after three seconds; other requests may take longer. */
const REST_TIMEOUT = 5_000;

/**
 * discord.js would keep every member, user and entitlement that an interaction names, for as long as the process runs, and
 * sweeps none of them. Interactions are read as JSON, so nothing is looked up there; and without the channel partial no
 * channel or message is kept either.
 */
const NOTHING_KEPT = { UserManager: 0, GuildMemberManager: 0, EntitlementManager: 0 };

/** Milliseconds for which a rate limit is waited out. A longer one is told to whoever meets it. */
const LONGEST_LIMIT = 10_000;

/** Milliseconds that what is under way gets to be finished when the bot is closed. */
const GRACE = 10_000;

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
  /** Milliseconds that a request, and what is under way at the end, may take; tests need not wait as long. */
  patience?: { request?: number; grace?: number };
}

export interface Connection {
  /** Resolves with the reason when Discord ends the connection for good. */
  readonly ended: Promise<DiscordRefusal>;
  /** Resolves when no interaction is under way. */
  idle(): Promise<void>;
  /** Whether interactions arrive at this moment. */
  health(): GatewayHealth;
  /**
   * Takes no interaction any more, finishes those under way for at most ten seconds, and logs out.
   * @returns how many were not finished
   */
  close(): Promise<number>;
}

/**
 * Logs the bot in, and registers its commands if they changed. If Discord has a failure of its own, it is tried again.
 * @returns as soon as the bot answers
 * @throws {DiscordRefusal} when Discord refuses the bot or cannot be reached
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  try {
    return await resend(() => connectOnce(options));
  } catch (error) {
    throw toRefusal(error);
  }
}

async function connectOnce(options: ConnectOptions): Promise<Connection> {
  const { bot, token, log, draw, api, observer, guildId, patience = {} } = options;
  const pace = createGatewayPace(log);
  const client = new Client({
    // Interactions need no intent; that of direct messages is not privileged, and brings no server's messages.
    intents: [GatewayIntentBits.DirectMessages],
    makeCache: Options.cacheWithLimits(NOTHING_KEPT),
    shards: 'auto',
    allowedMentions: { parse: [] },
    ws: pace.options,
    rest: {
      timeout: patience.request ?? REST_TIMEOUT,
      // Each request is sent again by who knows whether that is harmless (resend.ts).
      retries: 0,
      // It is asked about every limit; the event for limits leaves out those that Discord itself reports.
      rejectOnRateLimit(limit) {
        observeRateLimit(limit, observer, log);
        // A limit without Retry-After would be tried again at once, for ever.
        return limit.retryAfter === 0 || limit.retryAfter > LONGEST_LIMIT;
      },
      ...(api && { api }),
    },
  });
  pace.follow(client);
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    const handling = work.finally(() => underWay.delete(handling));
    underWay.add(handling);
  };
  let isClosing = false;
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
    if (isClosing) return;
    nameChannelOfPoll(interaction);
    track(handle(interaction));
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    if (!isClosing) track(answerDirectMessage(message));
  });
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
    // discord.js forgets the token then, and every later request fails.
    client.rest.on(RESTEvents.Response, ({ data }, { status }) => {
      if (status === 401 && data.auth) resolve(new DiscordRefusal(TOKEN));
    });
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
    pace.stop();
    await client.destroy();
    throw error;
  }
  return {
    ended,
    idle,
    health: () => gatewayHealth(client),
    async close() {
      isClosing = true;
      // What is under way needs the token, which discord.js forgets when it logs out.
      await Promise.race([idle(), unreferenced(patience.grace ?? GRACE)]);
      // The disconnection is not reported.
      client.removeAllListeners();
      client.ws.removeAllListeners(GatewayDispatchEvents.InteractionCreate);
      client.ws.removeAllListeners(GatewayDispatchEvents.MessageCreate);
      pace.stop();
      await client.destroy();
      return underWay.size;
    },
  };
}

/** Resolves after so many milliseconds, and keeps no process alive. */
const unreferenced = (milliseconds: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, milliseconds).unref());

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
