// The gateway: sessions over WebSocket with heartbeats, identify, resume from a replay buffer, and faults on request.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord } from './check-shape.ts';
import { isFromHere } from './from-here.ts';
import {
  ALONE,
  Close,
  customStatus,
  isCount,
  isOfShard,
  isShard,
  Op,
  parsePayload,
  type Shard,
} from './gateway-payloads.ts';
import type { GatewayFaults } from './local-discord.ts';

/** Guild members, presences, message content: privileged, and not granted to this application. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
/** Messages in direct messages; not privileged. */
export const DIRECT_MESSAGES = 1 << 12;
/** Bytes of what a bot may send at once (Discord: Topics, Gateway, Sending Events). */
const MAX_PAYLOAD = 4096;
/** The maximum number of events that a session gets again when it resumes. */
const MAX_REPLAYED = 250;

interface Session {
  id: string;
  intents: number;
  shard: Shard;
  /** Null while the connection is lost. */
  socket: WebSocket | null;
  sequence: number;
  buffer: { op: number; t: string; s: number; d: unknown }[];
}

export interface Gateway extends Omit<GatewayFaults, 'dispatch'> {
  /** Whether a bot is logged in; one that lost its connection and may resume counts. */
  readonly reachable: boolean;
  readonly online: boolean;
  /** The bot's current custom status; empty if it has none. */
  readonly status: string;
  /**
   * Sends an event to every session that has its intent, if it needs one, or keeps it for when the session resumes.
   * @returns whether there is such a session
   */
  dispatch(event: string, data: unknown, intent?: number): boolean;
  /** What is left of the thousand logins a day (Discord: Topics, Gateway, Session Start Limit Object). */
  readonly sessionLimit: object;
  /** Cuts all connections and refuses new ones. */
  stop(): void;
}

/**
 * Serves the gateway on `/gateway` of an HTTP server.
 * @param server the server whose upgrades are taken
 * @param options the token that is accepted, the milliseconds between heartbeats, the READY payload, a listener
 */
export function createGateway(
  server: Server,
  options: {
    token: string;
    heartbeatInterval: number;
    shards: number;
    ready: () => Record<string, unknown>;
    /** Ids of the servers that the bot is a member of; each shard is told its own. */
    guilds: readonly string[];
    onlineChanged: (online: boolean) => void;
  },
): Gateway {
  const sessions = new Set<Session>();
  const sockets = new WebSocketServer({
    server,
    path: '/gateway',
    maxPayload: MAX_PAYLOAD,
    verifyClient({ req }, decide) {
      attempts += 1;
      if (!isFromHere(req)) decide(false, 403);
      else decide(!isRefusing, 503);
    },
  });
  // The HTTP server reports its own errors to whoever opened it; ws repeats them here and would end the process.
  sockets.on('error', () => {});
  let heartbeatsIgnored = false;
  let isRefusing = false;
  let attempts = 0;
  let repeated = { events: 0, times: 1 };
  let sessionLimit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: options.shards };
  let wasOnline = false;
  let status = '';

  const connected = () => [...sessions].flatMap(({ socket }) => socket ?? []);
  const tellOnline = () => {
    const online = connected().length > 0;
    if (online !== wasOnline) options.onlineChanged(online);
    wasOnline = online;
  };
  const send = (socket: WebSocket, payload: object) => socket.send(JSON.stringify(payload));
  const emit = (session: Session, t: string, d: unknown) => {
    session.sequence += 1;
    const payload = { op: Op.Dispatch, t, s: session.sequence, d };
    session.buffer = [...session.buffer, payload].slice(-MAX_REPLAYED);
    if (session.socket) send(session.socket, payload);
  };

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    let session: Session | undefined;
    const identify = (d: Record<string, unknown>) => {
      if (d.token !== options.token)
        return socket.close(Close.AuthenticationFailed, 'Authentication failed.');
      if (session) return socket.close(Close.AlreadyAuthenticated, 'Already authenticated.');
      const { shard = ALONE, intents } = d;
      if (!isShard(shard)) return socket.close(Close.InvalidShard, 'Invalid shard.');
      if (!isCount(intents)) return socket.close(Close.InvalidIntents, 'Invalid intent(s).');
      if (intents & PRIVILEGED_INTENTS) return socket.close(Close.DisallowedIntents, 'Disallowed intent(s).');
      status = customStatus(d.presence);
      session = { id: randomUUID(), intents, shard, socket, sequence: 0, buffer: [] };
      sessions.add(session);
      emit(session, 'READY', {
        v: 10,
        session_id: session.id,
        resume_gateway_url: `ws://${request.headers.host}/gateway`,
        shard,
        guilds: options.guilds.filter((id) => isOfShard(id, shard)).map((id) => ({ id, unavailable: true })),
        ...options.ready(),
      });
      tellOnline();
    };
    const resume = (d: Record<string, unknown>) => {
      if (d.token !== options.token)
        return socket.close(Close.AuthenticationFailed, 'Authentication failed.');
      const found = [...sessions].find(({ id }) => id === d.session_id);
      const missed = found?.buffer.filter(({ s }) => s > Number(d.seq)) ?? [];
      if (!found || found.sequence - Number(d.seq) > missed.length)
        return send(socket, { op: Op.InvalidSession, d: false });
      found.socket?.terminate();
      session = found;
      session.socket = socket;
      for (const payload of missed) send(socket, payload);
      emit(session, 'RESUMED', {});
      tellOnline();
    };

    // If a frame is invalid, ws closes this socket. Without a listener, the whole process would end.
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const payload = parsePayload(String(data));
      if (!payload) return socket.close(Close.DecodeError, 'Error while decoding payload.');
      if (payload.op === Op.Heartbeat) {
        if (!heartbeatsIgnored) send(socket, { op: Op.HeartbeatAck });
        return;
      }
      if (payload.op === Op.Identify && isRecord(payload.d)) return identify(payload.d);
      if (payload.op === Op.Resume && isRecord(payload.d)) return resume(payload.d);
      if (!session) return socket.close(Close.NotAuthenticated, 'Not authenticated.');
      if (payload.op === Op.PresenceUpdate) status = customStatus(payload.d);
    });
    socket.on('close', (code) => {
      if (!session || session.socket !== socket) return;
      session.socket = null;
      // 1000 and 1001 from the client end its session; anything else can be resumed (Discord: Gateway, Disconnecting).
      if (code === 1000 || code === 1001) sessions.delete(session);
      tellOnline();
    });
    send(socket, { op: Op.Hello, d: { heartbeat_interval: options.heartbeatInterval, _trace: [] } });
  });

  return {
    get reachable() {
      return sessions.size > 0;
    },
    get status() {
      return status;
    },
    get online() {
      return connected().length > 0;
    },
    dispatch(event, data, intent) {
      const times = repeated.events > 0 ? repeated.times : 1;
      repeated.events -= 1;
      const guild = isRecord(data) && typeof data.guild_id === 'string' ? data.guild_id : '0';
      const receivers = [...sessions].filter(
        ({ intents, shard }) => isOfShard(guild, shard) && (intent === undefined || (intents & intent) !== 0),
      );
      for (const session of receivers) for (let time = 0; time < times; time += 1) emit(session, event, data);
      return receivers.length > 0;
    },
    drop() {
      for (const socket of connected()) socket.terminate();
    },
    reconnect() {
      for (const socket of connected()) send(socket, { op: Op.Reconnect, d: null });
    },
    invalidate(resumable) {
      for (const session of sessions) {
        if (session.socket) send(session.socket, { op: Op.InvalidSession, d: resumable });
        if (!resumable) sessions.delete(session);
      }
      tellOnline();
    },
    close(code, only) {
      const final = code === Close.AuthenticationFailed || code === Close.DisallowedIntents;
      for (const session of sessions) {
        if (only !== undefined && session.shard[0] !== only) continue;
        session.socket?.close(code);
        if (final) sessions.delete(session);
      }
      tellOnline();
    },
    ignoreHeartbeats(ignored) {
      heartbeatsIgnored = ignored;
    },
    repeatNext(events, times) {
      repeated = { events, times };
    },
    refuse(refused) {
      isRefusing = refused;
    },
    get attempts() {
      return attempts;
    },
    limitSessions(remaining, resetAfter) {
      sessionLimit = { ...sessionLimit, remaining, reset_after: resetAfter };
    },
    get sessionLimit() {
      return sessionLimit;
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
