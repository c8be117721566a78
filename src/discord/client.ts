// The connection to Discord: logs in, registers the commands, passes interactions on, reports health, and closes.
import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  Options,
} from 'discord.js';
import type { Bot } from '../bot/index.ts';
import type { Store } from '../store/index.ts';
import { createDirectMessageHandler } from './direct-messages.ts';
import type { Draw } from './draw-pictures.ts';
import { closedForGood, DiscordRefusal, toRefusal } from './failures.ts';
import { giveInteractionsTo } from './gateway-interactions.ts';
import { createGatewayPace } from './gateway-pace.ts';
import { createInteractionHandler } from './interactions.ts';
import { INVITATION, inviteLinks } from './invite-links.ts';
import type { Log } from './logger.ts';
import { type GatewayHealth, gatewayHealth, type Observer } from './observer.ts';
import { registerAgain, registerOffered } from './register.ts';
import { resend } from './resend.ts';
import { onTokenRefused, restOptions } from './rest-client.ts';
import { createStatusLine } from './status-line.ts';
import { createUnderWay } from './under-way.ts';

/**
 * discord.js would keep every user that a direct message names, for as long as the process runs, and sweeps none of them.
 * Nothing is looked up there; and without the channel partial no channel or message is kept either.
 */
const NOTHING_KEPT = { UserManager: 0, GuildMemberManager: 0, EntitlementManager: 0 };

export interface ConnectOptions {
  bot: Bot;
  token: string;
  log: Log;
  /** Draws the pictures of replies. Without it, replies have none. */
  draw?: Draw | undefined;
  /** What the bot shares with its other copies; by default it runs alone, and remembers everything itself. */
  store?: Store | undefined;
  /** Address of the REST API, if not Discord's own. */
  api?: string | undefined;
  /** Called with everything that can be counted. */
  observer?: Observer | undefined;
  /** Id of the one server in which the commands are registered. Without it, they are registered everywhere. */
  guildId?: string | undefined;
  /** Timeouts in milliseconds for a request, and for what is under way at the end. Tests need not wait as long. */
  patience?: { request?: number; grace?: number };
}

export interface Connection {
  /** Resolves with the reason when Discord ends the connection for good. */
  readonly ended: Promise<DiscordRefusal>;
  /** Resolves when no interaction is under way. */
  idle(): Promise<void>;
  /**
   * Registers the commands and shows the status line again, if the knowledge has changed either. A failure is logged.
   */
  renew(): Promise<void>;
  /** Whether interactions arrive right now. */
  health(): GatewayHealth;
  /**
   * Stops taking interactions, finishes those under way for at most ten seconds, and logs out.
   *
   * @returns how many were left unfinished
   */
  close(): Promise<number>;
}

/**
 * Logs the bot in, and registers its commands if they changed. After a failure on Discord's side it tries again.
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
  const { bot, token, log, api, observer, patience = {} } = options;
  const pace = createGatewayPace(log);
  const statusLine = createStatusLine(bot);
  const client = new Client({
    // Interactions need no intent. The one for direct messages is not privileged, and brings no messages from
    // servers.
    intents: [GatewayIntentBits.DirectMessages],
    makeCache: Options.cacheWithLimits(NOTHING_KEPT),
    shards: 'auto',
    allowedMentions: { parse: [] },
    presence: statusLine.presence,
    ws: {
      ...pace.options,
      ...giveInteractionsTo((interaction) => {
        if (!isClosing) underWay.add(handle(interaction));
      }),
    },
    rest: restOptions({ api, timeout: patience.request, observer, log }),
  });
  pace.follow(client);
  statusLine.follow(client);
  const underWay = createUnderWay();
  let isClosing = false;
  const handle = createInteractionHandler({ ...options, rest: client.rest, botId: () => client.user?.id });
  const answerDirectMessage = createDirectMessageHandler(bot, log, client.rest);
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    if (!isClosing) underWay.add(answerDirectMessage(message));
  });
  reportHealth(client, log);
  client.on(Events.ShardReconnecting, () => observer?.reconnecting());

  const ended = new Promise<DiscordRefusal>((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) => resolve(closedForGood(code)));
    client.once(Events.Invalidated, () =>
      resolve(new DiscordRefusal('Discord ended the session. Start the bot again.')),
    );
    onTokenRefused(client.rest, resolve);
  });
  const ready = new Promise<Client<true>>((resolve) => void client.once(Events.ClientReady, resolve));
  try {
    const refused = ended.then((reason) => Promise.reject(reason));
    await Promise.race([client.login(token), refused]);
    const { application, rest } = await Promise.race([ready, refused]);
    await registerOffered(rest, options, application.id);
    log.info(inviteLinks(application.id), INVITATION);
  } catch (error) {
    pace.stop();
    await client.destroy();
    throw error;
  }
  return {
    ended,
    idle: underWay.idle,
    renew() {
      statusLine.show(client);
      return registerAgain(client.rest, options, client.application?.id ?? '');
    },
    health: () => gatewayHealth(client),
    async close() {
      isClosing = true;
      // Unfinished work needs the token, which discord.js forgets when it logs out.
      const unfinished = await underWay.finish(patience.grace);
      // The disconnection is not reported.
      client.removeAllListeners();
      client.ws.removeAllListeners(GatewayDispatchEvents.MessageCreate);
      pace.stop();
      await client.destroy();
      return unfinished;
    },
  };
}

function reportHealth(client: Client, log: Log): void {
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'Connected to Discord'));
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'Connection lost; connecting again'));
  client.on(Events.ShardResume, (shard, missed) => log.info({ shard, missed }, 'Connection resumed'));
  client.on(Events.ShardError, (err, shard) => log.warn({ shard, err }, 'The connection had an error'));
  client.on(Events.Error, (err) => log.error({ err }, 'discord.js reported an error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js warned'));
}
