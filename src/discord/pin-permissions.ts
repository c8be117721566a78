// What the bot must be allowed in a channel for the pinned summary, and how Discord's own settings call it.
import { PermissionFlagsBits } from 'discord.js';

type Permission = keyof typeof PermissionFlagsBits;

/** To post, edit and pin a summary with pictures; reading the history is how it is found again. */
export const PUBLISHING = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'PinMessages',
] as const satisfies Permission[];

/** To find the summary and delete it: its own messages a bot may always delete. */
export const UNPUBLISHING = ['ViewChannel', 'ReadMessageHistory'] as const satisfies Permission[];

/** The permissions of a list that are missing, as Discord's settings show them; in a thread sending is one of its own. */
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
