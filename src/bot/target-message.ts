// The message that a message command is used on: which parts were read, or why none were.

/** The parts of a message that are read, as a member is told about them. */
export type ReadPart = 'its text' | 'the forwarded message' | 'its embeds' | 'its poll';

/** The parts that are not read. */
export type UnreadPart = 'files' | 'stickers' | 'a voice message';

export interface TargetMessage {
  /** All text that was read, in the order of the message, each piece on lines of its own. */
  text: string;
  read: readonly ReadPart[];
  unread: readonly UnreadPart[];
  /** The bot itself wrote it. */
  isOwn: boolean;
}

/** Why there is no text for the command; undefined if there is some. */
export function whyUnreadable({ text, unread, isOwn }: TargetMessage): string | undefined {
  if (isOwn) return 'I wrote this message myself: it says what the article says, and where.';
  if (text.trim() !== '') return undefined;
  return unread.length > 0
    ? `There is no text in this message that I can read, only ${list.format(unread)}.`
    : 'There is no text in this message.';
}

/** A sentence that says what was read; undefined if that is simply the message's text. */
export function describeReading({ read, unread }: TargetMessage): string | undefined {
  if (unread.length === 0 && read.every((part) => part === 'its text')) return undefined;
  const not = unread.length > 0 ? `; I cannot read ${list.format(unread)}` : '';
  return `From this message I read ${list.format(read)}${not}.`;
}

const list = new Intl.ListFormat('en', { type: 'conjunction' });
