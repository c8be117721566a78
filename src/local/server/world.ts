// The people and places of the local Discord.
import type { User } from './message.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'member' | 'moderator';
  /** The language of their client. */
  readonly locale: string;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  /** Whether the bot is a member. Where it is not, people bring it along by user installation. */
  readonly hasBot: boolean;
}

export interface Place {
  /** The channel's id. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'announcement' | 'forum' | 'thread' | 'post' | 'dm';
  /** Null in a direct message. */
  readonly guild: Guild | null;
  /** The channel a thread or post is in, else null. */
  readonly parent: Place | null;
  /** The person a direct message is with, else null. */
  readonly recipient: Person | null;
}

export interface World {
  readonly people: { readonly mia: Person; readonly noah: Person; readonly max: Person };
  readonly places: {
    readonly general: Place;
    readonly deskTalk: Place;
    readonly announcements: Place;
    readonly forum: Place;
    readonly thread: Place;
    readonly post: Place;
    /** A channel of a server without the bot, where people use it by user installation. */
    readonly elsewhere: Place;
  };
  /** The direct message between a person and the bot. */
  dm(person: Person): Place;
  readonly bot: User;
  readonly applicationId: string;
  /** A new id, greater than all before it, whose time is now. */
  snowflake(): string;
}

/** Names that a visitor sees, as plain text. */
export interface Names {
  bot: string;
  /** A thread of the first channel, and a post of the forum. */
  thread: string;
  post: string;
}

/** All places of a world, direct messages last. */
export function allPlaces(world: World): readonly Place[] {
  return [...Object.values(world.places), ...Object.values(world.people).map((person) => world.dm(person))];
}
