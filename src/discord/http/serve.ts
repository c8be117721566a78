// The bot behind an HTTP endpoint, to which Discord posts interactions instead of sending them over a gateway.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Connection, ConnectOptions } from '../client.ts';
import { type DiscordRefusal, toRefusal } from '../failures.ts';
import { createInteractionHandler } from '../interactions.ts';
import { INVITATION, inviteLinks } from '../invite-links.ts';
import { registerAgain, registerOffered } from '../register.ts';
import { resend } from '../resend.ts';
import { onTokenRefused, restOptions } from '../rest-client.ts';
import { createUnderWay } from '../under-way.ts';
import { createEndpoint, PATH } from './endpoint.ts';
import { createVerifier } from './verify-signature.ts';

/** Milliseconds in which a request must arrive completely. Discord itself gives up after three seconds. */
const REQUEST_TIMEOUT = 10_000;

export interface ServeOptions extends ConnectOptions {
  /** Address and port to listen on; port 0 takes a free one. */
  host: string;
  port: number;
}

export interface Served extends Connection {
  /** The endpoint's address on this machine. */
  readonly url: string;
}

/** The fields of the application that are used, as read with the bot's token. */
const Application = z.object({
  id: z.string(),
  verify_key: z.string(),
  bot: z.object({ id: z.string() }),
  interactions_endpoint_url: z.string().nullish(),
});

/**
 * Serves the endpoint, and registers the commands if they changed. The key that Discord signs with is read from the
 * application, so only the token has to be configured.
 *
 * @returns once the endpoint answers
 * @throws {DiscordRefusal} when Discord refuses the bot or cannot be reached
 * @throws the listen error when the port is taken
 */
export async function serveInteractions(options: ServeOptions): Promise<Served> {
  const { token, log, observer, api, host, port, patience = {} } = options;
  const rest = new REST(restOptions({ api, timeout: patience.request, observer, log })).setToken(token);
  const ended = new Promise<DiscordRefusal>((resolve) => onTokenRefused(rest, resolve));
  const application = await prepare(rest, options);

  const underWay = createUnderWay();
  const handle = createInteractionHandler({ ...options, rest, botId: () => application.bot.id });
  let isClosing = false;
  const server = serve({
    fetch: createEndpoint({
      verify: createVerifier(application.verify_key),
      log,
      receive(interaction) {
        if (!isClosing) underWay.add(handle(interaction));
        return !isClosing;
      },
    }),
    hostname: host,
    port,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT },
  });
  await once(server, 'listening');
  const { address, family, port: taken } = server.address() as AddressInfo;
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}${PATH}`;
  log.info({ url }, 'Taking interactions over HTTP');
  return {
    url,
    ended,
    idle: underWay.idle,
    renew: () => registerAgain(rest, options, application.id),
    health: () => ({ ready: !isClosing, shards: [] }),
    async close() {
      isClosing = true;
      const closed = once(server, 'close');
      // Connections that a load balancer keeps open are closed as soon as they are idle.
      server.close();
      const unfinished = await underWay.finish(patience.grace);
      (server as Server).closeAllConnections();
      await closed;
      return unfinished;
    },
  };
}

/** Reads the application, and registers the commands. @throws {DiscordRefusal} */
async function prepare(rest: REST, options: ServeOptions) {
  const { log } = options;
  try {
    const application = Application.parse(await resend(() => rest.get(Routes.currentApplication())));
    const { id, interactions_endpoint_url: endpoint } = application;
    await registerOffered(rest, options, id);
    log.info(inviteLinks(id), INVITATION);
    if (!endpoint) log.info({}, GIVE_ADDRESS);
    return application;
  } catch (error) {
    throw toRefusal(error);
  }
}

const GIVE_ADDRESS = `Discord does not send interactions here yet: give it the address of this endpoint, https://...${PATH}, as "Interactions Endpoint URL" at https://discord.com/developers/applications`;
