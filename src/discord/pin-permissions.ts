// The permissions that the bot needs in a channel for the pinned summary, by the names in Discord's settings.
import { PermissionFlagsBits } from 'discord.js';

type Permission = keyof typeof PermissionFlagsBits;

/** To post, edit and pin a summary with pictures, and to find it again in the channel's history. */
export const PUBLISHING = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'PinMessages',
] as const satisfies Permission[];

/** To find the summary and delete it. A bot may always delete its own messages. */
export const UNPUBLISHING = ['ViewChannel', 'ReadMessageHistory'] as const satisfies Permission[];

/** The permissions that are missing, by their names in Discord's settings. Threads have their own one for sending. */
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
