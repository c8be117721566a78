// Who may do what where: Discord's permission bits, the permissions of each role, and changes in single places.

/** The permission bits that matter to a bot that answers and pins (Discord: Topics, Permissions). */
export const Permission = {
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  UseApplicationCommands: 1n << 31n,
  SendMessagesInThreads: 1n << 38n,
  UseExternalApps: 1n << 50n,
  PinMessages: 1n << 51n,
} as const;
export type PermissionName = keyof typeof Permission;

const bits = (...names: PermissionName[]): bigint => names.reduce((sum, name) => sum | Permission[name], 0n);

const everyone = bits(
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'SendMessagesInThreads',
  'UseExternalApps',
);

/** The permissions of each role, in every place that does not change them. */
export const rolePermissions = {
  member: everyone,
  moderator: everyone | bits('ManageMessages', 'PinMessages'),
  bot: everyone | bits('PinMessages'),
  /** The bot in a server that it is not a member of, where a person brings it along. */
  visitor: bits('EmbedLinks', 'AttachFiles'),
} as const;

export interface Permissions {
  /** The permissions of a user in a channel, as Discord's bit set. */
  of(userId: string, role: keyof typeof rolePermissions, channelId: string): bigint;
  allow(userId: string, channelId: string, names: readonly PermissionName[]): void;
  deny(userId: string, channelId: string, names: readonly PermissionName[]): void;
}

/** Creates the permissions. At first everybody has those of their role. */
export function createPermissions(): Permissions {
  const changes = new Map<string, { allow: bigint; deny: bigint }>();
  const at = (userId: string, channelId: string) =>
    changes.get(`${userId} ${channelId}`) ?? { allow: 0n, deny: 0n };
  return {
    of(userId, role, channelId) {
      const { allow, deny } = at(userId, channelId);
      return (rolePermissions[role] & ~deny) | allow;
    },
    allow(userId, channelId, names) {
      const { allow, deny } = at(userId, channelId);
      changes.set(`${userId} ${channelId}`, { allow: allow | bits(...names), deny: deny & ~bits(...names) });
    },
    deny(userId, channelId, names) {
      const { allow, deny } = at(userId, channelId);
      changes.set(`${userId} ${channelId}`, { allow: allow & ~bits(...names), deny: deny | bits(...names) });
    },
  };
}
