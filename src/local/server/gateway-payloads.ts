// What is said over the gateway: its codes, and how to read what a bot sends.
import { isRecord } from './check-shape.ts';

/** Gateway opcodes and close codes (Discord: Topics, Opcodes and Status Codes). */
export const Op = {
  Dispatch: 0,
  Heartbeat: 1,
  Identify: 2,
  PresenceUpdate: 3,
  Resume: 6,
  Reconnect: 7,
  InvalidSession: 9,
  Hello: 10,
  HeartbeatAck: 11,
} as const;
export const Close = {
  DecodeError: 4002,
  NotAuthenticated: 4003,
  AuthenticationFailed: 4004,
  AlreadyAuthenticated: 4005,
  InvalidShard: 4010,
  InvalidIntents: 4013,
  DisallowedIntents: 4014,
} as const;

/** The number of a shard, and how many there are. */
export type Shard = readonly [shard: number, count: number];

/** The only shard of a bot that names none. */
export const ALONE = [0, 1] as const;

/** Whether something is a whole number, 0 or more. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Whether something is the number of a shard and how many there are. */
export const isShard = (value: unknown): value is Shard =>
  Array.isArray(value) && value.length === 2 && value.every(isCount) && Number(value[0]) < Number(value[1]);

/** Whether the events of a server go to a shard. Those of direct messages go to the first one (Discord: Gateway, Sharding). */
export const isOfShard = (guildId: string, [shard, count]: Shard): boolean =>
  Number((BigInt(guildId) >> 22n) % BigInt(count)) === shard;

/** What a bot sent, or null if it is not an object in JSON. */
export function parsePayload(text: string): { op?: unknown; d?: unknown } | null {
  try {
    const payload: unknown = JSON.parse(text);
    return isRecord(payload) ? payload : null;
  } catch {
    return null;
  }
}

/** A custom status (Discord: Topics, Gateway Events, Activity Types). */
const CUSTOM = 4;

/** The text of a presence's custom status; empty if it has none. */
export function customStatus(presence: unknown): string {
  const activities = isRecord(presence) && Array.isArray(presence.activities) ? presence.activities : [];
  const custom = activities.find((one) => isRecord(one) && one.type === CUSTOM);
  return isRecord(custom) && typeof custom.state === 'string' ? custom.state : '';
}
