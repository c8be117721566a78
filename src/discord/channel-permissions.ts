// What somebody may do in a channel of a server, computed as Discord does it (Discord: Topics, Permissions).
import {
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  PermissionFlagsBits,
  PermissionsBitField,
  type Snowflake,
} from 'discord.js';

/** The permissions that a member keeps while timed out. */
const TIMED_OUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** The member, as Discord sends it: with the ids of their roles, and until when they are timed out. */
export interface Somebody extends Pick<APIGuildMember, 'roles' | 'communication_disabled_until'> {
  id: Snowflake;
}

/**
 * Computes the permissions of a member in a channel.
 *
 * @param guild the server, with all of its roles
 * @param overwrites the overwrites of the channel; a thread has those of its parent channel
 * @param now in milliseconds since 1970; until a timeout ends, the member can only read
 */
export function permissionsIn(
  { id: everyone, owner_id, roles }: Pick<APIGuild, 'id' | 'owner_id'> & { roles: readonly Role[] },
  overwrites: readonly APIOverwrite[],
  member: Somebody,
  now: number = Date.now(),
): PermissionsBitField {
  if (member.id === owner_id) return new PermissionsBitField(PermissionsBitField.All);
  const held = roles.filter(({ id }) => id === everyone || member.roles.includes(id));
  const base = sum(held.map(({ permissions }) => permissions));
  // Each level overrides the one before it: everyone, all roles together, the member.
  const levels = [[everyone], member.roles, [member.id]];
  const bits = levels.reduce((before, ids) => {
    const own = overwrites.filter(({ id }) => ids.includes(id));
    return (before & ~sum(own.map(({ deny }) => deny))) | sum(own.map(({ allow }) => allow));
  }, base);
  // An administrator has every permission there, whatever the overwrites say, and cannot be timed out.
  const isTimedOut = Date.parse(member.communication_disabled_until ?? '') > now;
  const isAdministrator = (base & PermissionFlagsBits.Administrator) !== 0n;
  return new PermissionsBitField(isTimedOut && !isAdministrator ? bits & TIMED_OUT : bits);
}

type Role = Pick<APIGuild['roles'][number], 'id' | 'permissions'>;

const sum = (bits: readonly string[]) => bits.reduce((all, some) => all | BigInt(some), 0n);
