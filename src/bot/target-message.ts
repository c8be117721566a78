// The message that a message command is used on: what of it was read, and what to say where nothing could be.

/** What a message can hold that is read, as a member is told of it. */
export type ReadPart = 'its text' | 'the forwarded message' | 'its embeds' | 'its poll';

/** What it can hold that is not read. */
export type UnreadPart = 'files' | 'stickers' | 'a voice message';

export interface TargetMessage {
  /** All text that was read, a line for each piece, in the order in which the message shows it. */
  text: string;
  read: readonly ReadPart[];
  unread: readonly UnreadPart[];
  /** The bot itself wrote it. */
  isOwn: boolean;
}

/** Why a command cannot be used on a message; undefined where there is text to use it on. */
export function whyUnreadable({ text, unread, isOwn }: TargetMessage): string | undefined {
  if (isOwn) return 'I wrote this message myself: it says what the article says, and where.';
  if (text.trim() !== '') return undefined;
  return unread.length > 0
    ? `There is no text in this message that I can read, only ${list.format(unread)}.`
    : 'There is no text in this message.';
}

/** What was read where that is not simply the message's text, as a sentence; undefined where it is. */
export function describeReading({ read, unread }: TargetMessage): string | undefined {
  if (unread.length === 0 && read.every((part) => part === 'its text')) return undefined;
  const not = unread.length > 0 ? `; I cannot read ${list.format(unread)}` : '';
  return `Of this message I read ${list.format(read)}${not}.`;
}

const list = new Intl.ListFormat('en', { type: 'conjunction' });
