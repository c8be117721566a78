// Prevents the same thing from being posted in a channel twice within a few minutes. It is kept in memory only.

/** Milliseconds before the same thing can be posted again: about as long as it stays in sight. */
const COOLDOWN = 300_000;

/** Maximum number of posts that are remembered, over all channels. Beyond it, the oldest is forgotten early. */
const MAX_POSTS = 1_000;

interface Post {
  at: number;
  /** Missing while the message is being sent. */
  messageId?: string;
}

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
  forget(messageId: string): void;
}

/**
 * Creates an empty memory of posts.
 * @param now the present in milliseconds
 */
export function createCooldown(now: () => number = Date.now): Cooldown {
  // The oldest first.
  const posts = new Map<string, Post>();

  return {
    async post(channelId, subject, send) {
      const key = `${channelId} ${subject}`;
      for (const [old, { at }] of posts)
        if (at <= now() - COOLDOWN || posts.size >= MAX_POSTS) posts.delete(old);
        else break;
      const earlier = posts.get(key);
      if (earlier) return earlier.messageId === undefined ? {} : { messageId: earlier.messageId };
      const post: Post = { at: now() };
      posts.set(key, post);
      try {
        post.messageId = await send();
      } catch (error) {
        posts.delete(key);
        throw error;
      }
      return undefined;
    },
    forget(messageId) {
      for (const [key, post] of posts) if (post.messageId === messageId) posts.delete(key);
    },
  };
}
