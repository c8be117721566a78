// The figures of a running bot, in the text format that Prometheus reads. They count what happened, never who did it.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { GatewayHealth, Observer } from '../discord/index.ts';

/** Upper bounds in seconds: an answer takes milliseconds, and Discord waits three seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 15];

export interface Metrics {
  /** Counts what the connection reports to it. */
  readonly observer: Observer;
  /** The media type of `render`. */
  readonly contentType: string;
  render(): Promise<string>;
}

/**
 * Creates the figures, all of them 0. The figures of the process (memory, garbage collection, delay of the event
 * loop) have the names from prom-client.
 *
 * @param health returns the state of the gateway
 * @param facts returns the number of facts that answers come from
 */
export function createMetrics(health: () => GatewayHealth, facts: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const interactions = new Counter({
    name: 'picket_desk_interactions_total',
    help: 'Interactions by command and outcome: "unknown" is a refusal, "failed" a fault.',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'picket_desk_interaction_seconds',
    help: 'Seconds from the arrival of an interaction until Discord accepted the answer.',
    labelNames: ['command'],
    buckets: SECONDS,
    registers,
  });
  const rateLimits = new Counter({
    name: 'picket_desk_rate_limits_total',
    help: 'Requests that Discord made wait, by the scope of the limit.',
    labelNames: ['scope'],
    registers,
  });
  const reconnects = new Counter({
    name: 'picket_desk_gateway_reconnects_total',
    help: 'Lost connections to the gateway.',
    registers,
  });
  new Gauge({
    name: 'picket_desk_gateway_ready',
    help: 'Whether interactions arrive: 1 or 0, for each shard.',
    labelNames: ['shard'],
    registers,
    collect() {
      this.reset();
      for (const { id, status } of health().shards) this.set({ shard: id }, status === 'Ready' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'picket_desk_facts',
    help: 'Facts that answers come from.',
    registers,
    collect() {
      this.set(facts());
    },
  });

  return {
    observer: {
      handled({ command, outcome, milliseconds }) {
        interactions.inc({ command, outcome });
        seconds.observe({ command }, milliseconds / 1_000);
      },
      rateLimited: (scope) => rateLimits.inc({ scope }),
      reconnecting: () => reconnects.inc(),
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}
