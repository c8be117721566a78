// People and places as JSON, as Discord sends them.
import type { User } from './message.ts';
import type { Guild, Person, Place } from './world.ts';

const channelTypes = { text: 0, dm: 1, announcement: 5, thread: 11, post: 11, forum: 15 } as const;

/** A user object. @param global_name the name that people see */
export function userJson(id: string, username: string, global_name: string, bot: boolean): User {
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
