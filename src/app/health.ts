// What an operator can watch of a running bot, on a port of its own: whether it is ready, and its figures.
import type { Connection, GatewayHealth, Observer } from '../discord/index.ts';
import { serveHealth } from './health-server.ts';
import { createMetrics } from './metrics.ts';

export interface Health {
  /** The address, such as `http://127.0.0.1:9090`. */
  readonly url: string;
  /** Counts what a connection reports to it. */
  readonly observer: Observer;
  /** From now on, the bot is ready whenever this connection is. */
  watch(connection: Pick<Connection, 'health'>): void;
  close(): Promise<void>;
}

/**
 * Serves the health of a bot that is not connected yet.
 *
 * @param facts returns the number of facts that answers come from
 * @throws {OperatorError} if it cannot listen there
 */
export async function openHealth(
  where: { host: string; port: number },
  facts: () => number,
): Promise<Health> {
  let health = (): GatewayHealth => ({ ready: false, shards: [] });
  const metrics = createMetrics(() => health(), facts);
  const { url, close } = await serveHealth({ ...where, health: () => health(), metrics });
  return {
    url,
    observer: metrics.observer,
    watch(connection) {
      health = connection.health;
    },
    close,
  };
}
