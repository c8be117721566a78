// What somebody may do in a channel of a server, worked out as Discord does it (Discord: Topics, Permissions).
import { type APIGuild, type APIOverwrite, PermissionsBitField, type Snowflake } from 'discord.js';

/**
 * The permissions of a member in a channel.
 * @param guild the server, with all of its roles
 * @param overwrites of the channel; a thread has those of the channel above it
 * @param member the ids of the member and of their roles
 */
export function permissionsIn(
  { id: everyone, owner_id, roles }: Pick<APIGuild, 'id' | 'owner_id'> & { roles: readonly Role[] },
  overwrites: readonly APIOverwrite[],
  member: { id: Snowflake; roles: readonly Snowflake[] },
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
  // An administrator has every permission there, whatever the overwrites say.
  return new PermissionsBitField(bits);
}

type Role = Pick<APIGuild['roles'][number], 'id' | 'permissions'>;

const sum = (bits: readonly string[]) => bits.reduce((all, some) => all | BigInt(some), 0n);
