// What an operator may count and look at: interactions, rate limits, and the state of the gateway.
import { type Client, type RateLimitData, Status } from 'discord.js';
import type { Handled } from './handled.ts';
import type { Log } from './logger.ts';

/** Is told what happens; none of it says who did what. */
export interface Observer {
  handled(handled: Handled): void;
  /** Discord made a request wait; the scope is Discord's: `user`, `shared` or `global`. */
  rateLimited(scope: string): void;
  /** The connection of a shard was lost, and is made again. */
  reconnecting(): void;
}

/** Whether interactions arrive, as a whole and for each shard. */
export interface GatewayHealth {
  ready: boolean;
  /** The status is that of discord.js, such as `Ready`, `Connecting` or `Resuming`. */
  shards: { id: number; status: string }[];
}

/** The state of the gateway at this moment. */
export function gatewayHealth(client: Client): GatewayHealth {
  const shards = client.ws.shards.map(({ id, status }) => ({ id, status: Status[status] }));
  return { ready: client.isReady() && shards.every(({ status }) => status === Status[Status.Ready]), shards };
}

/** Tells the log and an observer of a request that has to wait. The route has placeholders where the address has tokens. */
export function observeRateLimit(
  { scope, method, route, retryAfter }: RateLimitData,
  observer: Observer | undefined,
  log: Log,
): void {
  log.warn({ scope, method, route, ms: retryAfter }, 'Discord makes a request wait');
  observer?.rateLimited(scope);
}
