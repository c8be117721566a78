// All messages in the order of posting, which of them are pinned, and who sees them.
import type { Content } from './compose.ts';
import type { Message, User } from './message.ts';
import { MessageFlag, MessageType } from './message.ts';
import type { Place } from './world.ts';

/** The maximum number of pins of a channel; one more is error 30003. */
export const maxPins = 250;

export interface Pin {
  pinned_at: string;
  message: Message;
}

export interface Messages {
  /**
   * Posts a message.
   * @param more further fields: type, reference, interaction
   * @param onlyFor the id of the only person who sees it
   */
  post(
    place: Pick<Place, 'id'>,
    author: User,
    content: Partial<Content>,
    more?: Partial<Message>,
    onlyFor?: string,
  ): Message;
  /** Replaces fields of a message; without `quiet` it counts as edited. */
  edit(message: Message, changes: Partial<Message>, quiet?: boolean): Message;
  /** Deletes a message, its pin too. */
  remove(message: Message): void;
  /** A message by channel and id, private ones included. */
  find(channelId: string, id: string): Message | undefined;
  /** A message of any channel. */
  anywhere(id: string): Message | undefined;
  /** Whether a user sees a message; for null whether everybody does. */
  isSeenBy(userId: string | null, message: Message): boolean;
  /** The messages of a channel that a user sees, oldest first; for null those that everybody sees. */
  seenBy(userId: string | null, channelId: string): readonly Message[];
  pin(message: Message, by: User): void;
  unpin(message: Message): void;
  /** Newest pin first. */
  pins(channelId: string): readonly Pin[];
}

/** Hears of every change. */
export interface MessageListener {
  message(message: Message): void;
  edit(message: Message): void;
  delete(message: Message): void;
  pins(channelId: string): void;
}

/**
 * Creates an empty store.
 * @param snowflake makes ids
 * @param tell called after every change
 */
export function createMessages(snowflake: () => string, tell: MessageListener): Messages {
  const byId = new Map<string, Message>();
  const onlyFor = new Map<string, string>();
  const pinnedAt = new Map<string, string>();
  let lastPin = 0;

  const messages: Messages = {
    post(place, author, content, more = {}, only) {
      const message: Message = {
        id: snowflake(),
        channel_id: place.id,
        type: MessageType.Default,
        author,
        content: '',
        timestamp: discordTime(Date.now()),
        edited_timestamp: null,
        flags: 0,
        pinned: false,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        attachments: [],
        embeds: [],
        components: [],
        ...content,
        ...more,
      };
      byId.set(message.id, message);
      if (only) onlyFor.set(message.id, only);
      tell.message(message);
      return message;
    },
    edit(message, changes, quiet = false) {
      const edited = {
        ...message,
        ...changes,
        ...(!quiet && { edited_timestamp: discordTime(Date.now()) }),
      };
      byId.set(message.id, edited);
      tell.edit(edited);
      return edited;
    },
    remove(message) {
      const pinned = pinnedAt.delete(message.id);
      byId.delete(message.id);
      tell.delete(message);
      if (pinned) tell.pins(message.channel_id);
    },
    find(channelId, id) {
      const message = byId.get(id);
      return message?.channel_id === channelId ? message : undefined;
    },
    anywhere: (id) => byId.get(id),
    isSeenBy: (userId, { id, flags }) => !(flags & MessageFlag.Ephemeral) || onlyFor.get(id) === userId,
    seenBy: (userId, channelId) =>
      [...byId.values()].filter(
        (message) => message.channel_id === channelId && messages.isSeenBy(userId, message),
      ),
    pin(message, by) {
      if (message.pinned) return;
      lastPin = Math.max(Date.now(), lastPin + 1);
      pinnedAt.set(message.id, discordTime(lastPin));
      messages.edit(message, { pinned: true }, true);
      tell.pins(message.channel_id);
      const message_reference = { type: 0, channel_id: message.channel_id, message_id: message.id };
      messages.post({ id: message.channel_id }, by, {}, { type: MessageType.PinNotice, message_reference });
    },
    unpin(message) {
      if (!pinnedAt.delete(message.id)) return;
      messages.edit(message, { pinned: false }, true);
      tell.pins(message.channel_id);
    },
    pins: (channelId) =>
      [...pinnedAt]
        .map(([id, pinned_at]) => ({ pinned_at, message: byId.get(id) as Message }))
        .filter(({ message }) => message.channel_id === channelId)
        .reverse(),
  };
  return messages;
}

/** A time as Discord writes it, with an offset instead of Z. */
function discordTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000+00:00');
}
