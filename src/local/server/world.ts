// The people and places of the local Discord, and their JSON as Discord sends it.
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

const NAMES: Names = { bot: 'Desk', thread: 'a thread', post: 'a post' };

const channelTypes = { text: 0, dm: 1, announcement: 5, thread: 11, post: 11, forum: 15 } as const;

/** Creates the world: one server with the bot and four channels, one without it, three people. */
export function createWorld(names: Names = NAMES): World {
  const snowflake = createSnowflakes();
  const person = (name: string, role: Person['role'], locale: string): Person => ({
    id: snowflake(),
    name,
    role,
    locale,
  });
  const place = (
    kind: Place['kind'],
    name: string,
    guild: Guild | null,
    more: Partial<Place> = {},
  ): Place => ({
    id: snowflake(),
    name,
    kind,
    guild,
    parent: null,
    recipient: null,
    ...more,
  });

  // Older than what is in them, and of three shards (1 and 2, since direct messages are on 0) each is on its own.
  const guild: Guild = { id: String(200_000_000_002n << 22n), name: 'Newsroom', hasBot: true };
  const other: Guild = { id: String(200_000_000_003n << 22n), name: 'Somewhere Else', hasBot: false };
  const applicationId = snowflake();
  const people = {
    mia: person('Mia', 'member', 'en-US'),
    noah: person('Noah', 'member', 'de'),
    max: person('Max', 'moderator', 'en-GB'),
  };
  const general = place('text', 'general', guild);
  const forum = place('forum', 'questions', guild);
  const direct = new Map(
    Object.values(people).map((recipient) => [
      recipient.id,
      place('dm', recipient.name, null, { recipient }),
    ]),
  );
  return {
    people,
    places: {
      general,
      deskTalk: place('text', 'desk-talk', guild),
      announcements: place('announcement', 'announcements', guild),
      forum,
      thread: place('thread', names.thread, guild, { parent: general }),
      post: place('post', names.post, guild, { parent: forum }),
      elsewhere: place('text', 'lobby', other),
    },
    dm: (recipient) => direct.get(recipient.id) as Place,
    bot: userJson(applicationId, toUsername(names.bot), names.bot, true),
    applicationId,
    snowflake,
  };
}

/** All places of a world, direct messages last. */
export function allPlaces(world: World): readonly Place[] {
  return [...Object.values(world.places), ...Object.values(world.people).map((person) => world.dm(person))];
}

/** "Picket Desk" is "picket-desk". */
const toUsername = (name: string): string =>
  name
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-') ?? 'bot';

/** A user object. */
function userJson(id: string, username: string, global_name: string, bot: boolean): User {
  return {
    id,
    username,
    global_name,
    discriminator: '0',
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...(bot && { bot }),
  };
}

/** A person as a user object. */
export function personJson(person: Person): User {
  return userJson(person.id, person.name.toLowerCase(), person.name, false);
}

/**
 * A person as a guild member, as interactions carry it.
 * @param permissions the person's permissions in the channel
 */
export function memberJson(person: Person, guild: Guild, permissions: bigint): object {
  return {
    user: personJson(person),
    permissions: permissions.toString(),
    roles: person.role === 'member' ? [] : [roleId(guild, person.role)],
    nick: null,
    avatar: null,
    banner: null,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

/** Whose permissions a server's role holds: everybody's, or those of moderators or of the bot. */
type RoleName = 'member' | 'moderator' | 'bot';

/** The id of a role. That of everybody is the server's own, as at Discord. */
const roleId = ({ id }: Guild, role: RoleName): string =>
  String(BigInt(id) + { member: 0n, moderator: 1n, bot: 2n }[role]);

/** A server's object, with its roles. */
export function guildJson(guild: Guild, permissions: Readonly<Record<RoleName, bigint>>): object {
  const { id, name } = guild;
  const role = (of: RoleName, position: number) => ({
    id: roleId(guild, of),
    name: of === 'member' ? '@everyone' : of,
    permissions: permissions[of].toString(),
    position,
    color: 0,
  });
  const roles = [role('member', 0), role('moderator', 1), role('bot', 2)];
  return { id, name, owner_id: '0', roles, emojis: [], stickers: [], features: [] };
}

/** The bot as a member of a server. */
export const botMemberJson = (bot: User, guild: Guild): object => ({
  user: bot,
  roles: [roleId(guild, 'bot')],
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  deaf: false,
  mute: false,
  flags: 0,
});

/**
 * A channel object.
 * @param permissions the asker's permissions, which interactions add; left out otherwise
 */
export function channelJson(place: Place, permissions?: bigint): object {
  return {
    id: place.id,
    type: channelTypes[place.kind],
    last_message_id: null,
    flags: 0,
    ...(place.guild && {
      guild_id: place.guild.id,
      name: place.name,
      parent_id: place.parent?.id ?? null,
      position: 0,
      nsfw: false,
      rate_limit_per_user: 0,
      permission_overwrites: [],
      topic: null,
    }),
    ...(place.recipient && { recipients: [personJson(place.recipient)] }),
    ...(place.parent && {
      owner_id: '0',
      message_count: 0,
      member_count: 1,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 1440,
        archive_timestamp: '2024-01-01T00:00:00.000000+00:00',
        locked: false,
        create_timestamp: '2024-01-01T00:00:00.000000+00:00',
      },
    }),
    ...(place.kind === 'forum' && {
      available_tags: [],
      default_reaction_emoji: null,
      default_sort_order: null,
    }),
    ...(permissions !== undefined && { permissions: permissions.toString() }),
  };
}

/** Discord's ids: milliseconds since 2015 in the upper bits, so that they sort by time. */
function createSnowflakes(): () => string {
  const epoch = 1_420_070_400_000;
  let last = 0n;
  return () => {
    const now = BigInt(Date.now() - epoch) << 22n;
    last = now > last ? now : last + 1n;
    return last.toString();
  };
}
