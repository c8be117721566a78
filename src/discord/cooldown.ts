// Keeps the bot from posting the same thing in a channel again within a few minutes. Kept in memory and nowhere else.

/** Milliseconds in which the same thing is not posted again: about as long as people still see it. */
const COOLDOWN = 300_000;

/** A channel's posts of five minutes; with more in all channels together the oldest is forgotten early. */
const MAX_POSTS = 1_000;

interface Post {
  at: number;
  /** Missing while it is being posted. */
  messageId?: string;
}

export interface Cooldown {
  /**
   * Posts, unless the same was just posted.
   * @param send posts it and returns the message's id; what it throws is thrown on, and nothing counts as posted
   * @returns the earlier post instead, without an id while it is still on its way; undefined when `send` was called
   */
  post(
    channelId: string,
    subject: string,
    send: () => Promise<string>,
  ): Promise<{ messageId?: string } | undefined>;
  /** Lets a message that was taken back be posted again. */
  forget(messageId: string): void;
}

/** Makes an empty memory of posts. @param now milliseconds */
export function createCooldown(now: () => number = Date.now): Cooldown {
  // In the order of their times, the oldest first.
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
