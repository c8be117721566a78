// Prevents the same thing from being posted in a channel twice within a few minutes, by whichever copy of the bot.
import { createMemoryStore, type Store } from '../store/index.ts';

/** Milliseconds before the same thing can be posted again: about as long as it stays in sight. */
const COOLDOWN = 300_000;

/** The value of a post whose message is still being sent. */
const SENDING = '';

export interface Cooldown {
  /**
   * Posts something, unless the same was just posted.
   * @param send posts it and returns the message's id; its exception is passed on, and nothing counts as posted then
   * @returns the earlier post if there is one, without an id while it is still being sent; undefined if `send` was called
   */
  post(
    channelId: string,
    subject: string,
    send: () => Promise<string>,
  ): Promise<{ messageId?: string } | undefined>;
  /** Allows the content of a removed message to be posted again. */
  forget(messageId: string): Promise<void>;
}

/** Creates a cooldown that remembers posts in a store. */
export function createCooldown(store: Store = createMemoryStore()): Cooldown {
  const messageKey = (messageId: string) => `message ${messageId}`;
  return {
    async post(channelId, subject, send) {
      const key = `post ${channelId} ${await digest(subject)}`;
      const earlier = await store.claim(key, SENDING, COOLDOWN);
      if (earlier !== undefined) return earlier === SENDING ? {} : { messageId: earlier };
      const messageId = await send().catch(async (error: unknown) => {
        await anyway(store.take(key));
        throw error;
      });
      await anyway(store.set(key, messageId, COOLDOWN));
      await anyway(store.set(messageKey(messageId), key, COOLDOWN));
      return undefined;
    },
    async forget(messageId) {
      const key = await anyway(store.take(messageKey(messageId)));
      if (key !== undefined) await anyway(store.take(key));
    },
  };
}

/**
 * Carries on if the store fails, which the store reports itself. Whatever was posted, refused or removed by then
 * stays that way. At worst, the link to it is missing, or it cannot be posted again for a few minutes.
 */
const anyway = <T>(request: Promise<T>): Promise<T | undefined> => request.catch(() => undefined);

/** The SHA-256 of a text in hexadecimal. A subject may be what a member typed, which must not reach a shared store. */
async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(hash).toString('hex');
}
