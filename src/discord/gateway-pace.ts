// Keeps the bot from connecting too often: each reconnect waits longer, and the logins of a day last for the day.
import { type Client, Events, SimpleIdentifyThrottler, Status, type WebSocketOptions } from 'discord.js';
import type { Log } from './logger.ts';

/** Milliseconds before the second attempt in a row to connect. The pause doubles with each attempt after it. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

type Manager = Parameters<NonNullable<WebSocketOptions['buildIdentifyThrottler']>>[0];

export interface GatewayPace {
  /** Options for the client. */
  readonly options: WebSocketOptions;
  /** Follows the connections of that client. */
  follow(client: Client): void;
  /** Prevents any new connection. */
  stop(): void;
}

/** Creates the pace for one client. */
export function createGatewayPace(log: Log): GatewayPace {
  /** How often each shard has lost its connection since it was last ready. */
  const losses = new Map<number, number>();
  const waiting = new Set<NodeJS.Timeout>();
  let client: Client | undefined;
  let isStopped = false;

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      if (isStopped) return;
      const timer = setTimeout(() => {
        waiting.delete(timer);
        resolve();
      }, milliseconds);
      waiting.add(timer);
    });

  async function beforeConnecting(shard: number): Promise<void> {
    const milliseconds = pauseAfter(losses.get(shard) ?? 0);
    if (isStopped || milliseconds > 0) await pause(milliseconds);
  }

  async function beforeIdentifying(manager: Manager, isFirst: boolean): Promise<void> {
    // The information that discord.js fetched at the start is still good for the first attempt.
    const { session_start_limit: limit } = await manager.fetchGatewayInformation(!isFirst);
    const milliseconds = spread(limit);
    if (milliseconds === 0) return;
    const { remaining } = limit;
    log.warn({ remaining, milliseconds }, 'Few logins are left for today, so this one waits');
    await pause(milliseconds);
  }

  return {
    options: {
      async buildIdentifyThrottler(manager) {
        const { session_start_limit: limit } = await manager.fetchGatewayInformation();
        const throttler = new SimpleIdentifyThrottler(limit.max_concurrency);
        let identified = 0;
        // discord.js reads this before it connects, and with each event.
        const read = manager.options.retrieveSessionInfo;
        manager.options.retrieveSessionInfo = async (shard) => {
          if (client?.ws.shards.get(shard)?.status === Status.Connecting) await beforeConnecting(shard);
          return read(shard);
        };
        return {
          async waitForIdentify(shard, signal) {
            await throttler.waitForIdentify(shard, signal);
            await beforeIdentifying(manager, identified === 0);
            identified += 1;
          },
        };
      },
    },
    follow(followed) {
      client = followed;
      client.on(Events.ShardReconnecting, (shard) => losses.set(shard, (losses.get(shard) ?? 0) + 1));
      client.on(Events.ShardReady, (shard) => losses.delete(shard));
      client.on(Events.ShardResume, (shard) => losses.delete(shard));
    },
    stop() {
      isStopped = true;
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}

/** Milliseconds to wait before connecting. After the first loss none, so that a dropped connection is resumed at once. */
export const pauseAfter = (losses: number): number =>
  losses < 2 ? 0 : Math.min(FIRST_PAUSE * 2 ** (losses - 2), LONGEST_PAUSE);

/**
 * Milliseconds to wait before a login. Once half of a day's logins are used, the rest are spread over the remaining
 * day: Discord resets the token of a bot that uses them all up (Discord: Topics, Gateway, Session Start Limit
 * Object).
 */
export const spread = (limit: { total: number; remaining: number; reset_after: number }): number =>
  limit.remaining > limit.total / 2 ? 0 : Math.ceil(limit.reset_after / Math.max(limit.remaining, 1));
