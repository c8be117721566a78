// The permissions that the bot and the moderator need in the channel of a pinned summary.
import { PermissionFlagsBits } from 'discord.js';

type Permission = keyof typeof PermissionFlagsBits;

/**
 * The permissions that a task requires from the bot, and from the moderator besides Pin Messages or Manage Messages.
 */
export interface Needs {
  bot: readonly Permission[];
  moderator: readonly Permission[];
}

/** To post, edit and pin a summary with pictures, and to find it again in the channel's history. */
export const PUBLISHING = {
  bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory', 'PinMessages'],
  moderator: ['ViewChannel', 'SendMessages'],
} as const satisfies Needs;

/** To find the summary and delete it. A bot may always delete its own messages. */
export const UNPUBLISHING = {
  bot: ['ViewChannel', 'ReadMessageHistory'],
  moderator: ['ViewChannel'],
} as const satisfies Needs;

/**
 * The missing permissions, by their names in Discord's settings. Threads have a permission of their own for sending.
 */
export function missingOf(
  wanted: readonly Permission[],
  has: (permission: bigint) => boolean,
  inThread: boolean,
): string[] {
  return wanted
    .map((name) => (inThread && name === 'SendMessages' ? 'SendMessagesInThreads' : name))
    .filter((name) => !has(PermissionFlagsBits[name]))
    .map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(' In ', ' in '));
}
