// What an operator can count and watch: interactions, rate limits, and the state of the gateway.
import { type Client, type RateLimitData, Status } from 'discord.js';
import type { Handled } from './handled.ts';
import type { Log } from './logger.ts';

/** Called with what happens. Nothing of it says who did what. */
export interface Observer {
  handled(handled: Handled): void;
  /** Discord made a request wait; the scope is Discord's: `user`, `shared` or `global`. */
  rateLimited(scope: string): void;
  /** A shard lost its connection and is reconnecting. */
  reconnecting(): void;
}

/** Whether interactions arrive, overall and by shard. */
export interface GatewayHealth {
  ready: boolean;
  /** The status is that of discord.js, such as `Ready`, `Connecting` or `Resuming`. */
  shards: { id: number; status: string }[];
}

/** The state of the gateway right now. */
export function gatewayHealth(client: Client): GatewayHealth {
  const shards = client.ws.shards.map(({ id, status }) => ({ id, status: Status[status] }));
  return { ready: client.isReady() && shards.every(({ status }) => status === Status[Status.Ready]), shards };
}

/**
 * Tells the log and an observer about a request that has to wait. Its route has placeholders instead of the tokens in
 * the address.
 */
export function observeRateLimit(
  { scope, method, route, retryAfter }: RateLimitData,
  observer: Observer | undefined,
  log: Log,
): void {
  log.warn({ scope, method, route, ms: retryAfter }, 'Discord makes a request wait');
  observer?.rateLimited(scope);
}
