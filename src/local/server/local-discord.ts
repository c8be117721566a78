// The interface of the local Discord: what people do, what can be made to fail, and what can be inspected.
import type { Choice, Outcome } from './client-actions.ts';
import type { Command, OptionValue } from './commands.ts';
import type { LocalEvents } from './events.ts';
import type { RestFault } from './faults.ts';
import type { Message } from './message.ts';
import type { PermissionName } from './permissions.ts';
import type { WireEntry } from './wire.ts';
import type { Names, Person, Place, World } from './world.ts';

/** All times in milliseconds. */
export interface LocalDiscordOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  port?: number;
  /** The token the bot must log in with; by default a random one that starts with `local.`. */
  token?: string;
  /** How long an interaction waits for its first response; Discord: 3,000. */
  responseWindow?: number;
  /** How long an interaction token lives; Discord: 900,000. */
  tokenLife?: number;
  /** How often the bot is asked for a heartbeat; Discord: 41,250. */
  heartbeatInterval?: number;
  /** How many shards the bot is told to have; by default one. */
  shards?: number;
  /** What the bot and some of the places are called. */
  names?: Names;
  /** How many servers the bot is a member of besides the one that people use; by default none. */
  otherGuilds?: number;
}

/** What can go wrong between the bot and the gateway. What is not about new connections acts on every present session. */
export interface GatewayFaults {
  /** Cuts the sockets without a close frame; the sessions can be resumed. */
  drop(): void;
  /** Sends op 7, Reconnect. */
  reconnect(): void;
  /** Sends op 9, Invalid Session; `resumable` is Discord's `d`. */
  invalidate(resumable: boolean): void;
  /** Closes with a code: 4000 resumable, 4004 authentication failed, 4014 disallowed intents, ...; all shards, or one. */
  close(code: number, shard?: number): void;
  /** Stops (true) or resumes (false) acknowledging heartbeats. */
  ignoreHeartbeats(ignored: boolean): void;
  /** Sends the next events several times, as Discord may after a resume. */
  repeatNext(events: number, times: number): void;
  /** Sends any event. */
  dispatch(event: string, data: unknown): void;
  /** Refuses new connections (true), or takes them again (false). */
  refuse(refused: boolean): void;
  /** How often a connection was asked for so far. */
  readonly attempts: number;
  /**
   * Limits logins.
   * @param remaining how many are left of the thousand a day
   * @param resetAfter milliseconds until there are a thousand again
   */
  limitSessions(remaining: number, resetAfter: number): void;
}

export interface LocalDiscord {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What discord.js takes as `rest.api`: `http://127.0.0.1:PORT/api` */
  readonly api: string;
  readonly token: string;
  readonly applicationId: string;
  /** The people and the places. */
  readonly world: World;
  /** Whether a bot is connected now. */
  readonly online: boolean;
  /** What the bot says of itself below its name; empty if nothing. */
  readonly status: string;
  /** Resolves as soon as a bot is connected. */
  ready(): Promise<void>;
  /**
   * Delivers interactions to these endpoints from now on, in turn, instead of over the gateway; to the gateway again if
   * there are none.
   * @throws Error if one does not answer a PING, or takes a wrong signature
   */
  deliverTo(...urls: readonly string[]): Promise<void>;
  /** The headers with which a body is delivered now, or at another time in milliseconds since 1970. */
  signed(body: string, at?: number): Record<string, string>;
  /**
   * Lets a bot in this process say when it is done with what it was asked: `idle` resolves when nothing is
   * under way. A bot elsewhere is taken to be done when it sends nothing for a moment.
   */
  trackIdle(idle: () => Promise<void>): void;

  /** The commands that this person is offered in this place: by registration, context, installation, permission. */
  commands(person: Person, place: Place): readonly Command[];
  /** All registered commands. */
  registered(): readonly Command[];
  /**
   * Types a slash command (`'ask'`, or `'desk pin'` with a subcommand) and waits for the bot to be done answering: the
   * response, the edit of a deferred response, and follow-ups that come at once.
   */
  run(person: Person, place: Place, command: string, options?: Record<string, OptionValue>): Promise<Outcome>;
  /**
   * The choices offered while `focused` is being typed.
   * @throws Error 'Loading options failed', as the client says it, when the bot gives no valid answer in time;
   * Refused when the command is not offered
   */
  complete(
    person: Person,
    place: Place,
    command: string,
    options: Record<string, OptionValue>,
    focused: string,
  ): Promise<readonly Choice[]>;
  /** Uses a message command ("Apps" in a message's menu) on a message the person sees. */
  runOnMessage(person: Person, place: Place, command: string, message: Message): Promise<Outcome>;
  /** Presses a button of a message the person sees. */
  press(person: Person, message: Message, customId: string): Promise<Outcome>;
  /** Chooses from a select menu of a message the person sees. */
  select(person: Person, message: Message, customId: string, values: readonly string[]): Promise<Outcome>;

  /**
   * Posts an ordinary message.
   * @param more what it holds besides its text: embeds, a poll, a forward; taken as it is
   * @throws Refused with what the client says when it may not be sent
   */
  say(person: Person, place: Place, text: string, more?: Partial<Message>): Message;
  /** The messages a person sees in a place, oldest first; private ones only for whom they are. */
  messages(person: Person, place: Place): readonly Message[];
  /** Hides a private message ("Dismiss message"). @throws Refused */
  dismiss(person: Person, message: Message): void;
  /** Deletes a message: one's own, or any with Manage Messages. @throws Refused */
  remove(person: Person, message: Message): void;
  /** Pins (true) or unpins (false). @throws Refused */
  pin(person: Person, message: Message, pinned: boolean): void;
  /** The pinned messages of a place, newest pin first. */
  pins(place: Place): readonly Message[];
  /** Fills a place with ordinary pinned messages until `count` are pinned (250 is Discord's limit). */
  fillPins(place: Place, count: number): void;
  /** Deletes a channel: from then on it is unknown (error 10003). */
  deleteChannel(place: Place): void;

  /** Gives permissions in a place to a person or the bot, on top of those they have. */
  allow(who: Person | 'bot', place: Place, ...permissions: PermissionName[]): void;
  /** Takes permissions in a place away from a person or the bot. */
  deny(who: Person | 'bot', place: Place, ...permissions: PermissionName[]): void;
  /** Makes the next matching REST requests fail. */
  failNext(fault: RestFault): void;
  /** Takes back what is left of that. */
  mend(): void;
  readonly gateway: GatewayFaults;

  /** Every REST exchange and gateway dispatch so far, oldest first, without tokens. */
  wire(): readonly WireEntry[];
  /** What passed on the wire for one message: the interaction behind it, and each request that wrote or read it. */
  wireOf(message: Message): readonly WireEntry[];
  /** All validation problems so far, each with the request it was found in. Tests expect none. */
  problems(): readonly string[];
  /** Adds a listener. @returns a function that removes it */
  on<E extends keyof LocalEvents>(event: E, listener: (what: LocalEvents[E]) => void): () => void;
  /** Cuts all connections and stops. */
  close(): Promise<void>;
}
