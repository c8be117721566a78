// Limits how much is posted for everybody: by one member, and in one channel.
import { createMemoryStore, type Store } from '../store/index.ts';
import { NotAllowed } from './user-facing-error.ts';

/** Maximum number of posts within the time below: by one member anywhere, and in one channel by anybody. */
const BY_MEMBER = 5;
const IN_CHANNEL = 20;

/** Milliseconds. */
const TIME = 600_000;

export interface PostLimits {
  /**
   * Posts something, unless that would be too much.
   * @param post posts it; if it throws, nothing counts as posted, and its exception is passed on
   * @returns what `post` returns
   * @throws {NotAllowed} that says whose limit is reached
   */
  within<T>(memberId: string, channelId: string, post: () => Promise<T>): Promise<T>;
}

const TOO_MUCH_BY_MEMBER = `You have posted ${BY_MEMBER} times through me in the last ten minutes. Wait a little before you post more; your answers stay here.`;
const TOO_MUCH_IN_CHANNEL =
  'I have posted a lot in this channel in the last ten minutes. Wait a little before you post more.';

/** Creates limits. They begin with nothing posted, unless the store knows better. */
export function createPostLimits(store: Store = createMemoryStore()): PostLimits {
  /** Takes the first free one of some slots, each of which is free again in ten minutes. @returns its key */
  async function take(name: string, count: number): Promise<string | undefined> {
    for (let index = 0; index < count; index += 1) {
      const key = `slot ${name} ${index}`;
      if ((await store.claim(key, 'taken', TIME)) === undefined) return key;
    }
    return undefined;
  }

  return {
    async within(memberId, channelId, post) {
      const ofMember = await take(`member ${memberId}`, BY_MEMBER);
      if (ofMember === undefined) throw new NotAllowed(TOO_MUCH_BY_MEMBER);
      const ofChannel = await take(`channel ${channelId}`, IN_CHANNEL);
      if (ofChannel === undefined) {
        await store.take(ofMember);
        throw new NotAllowed(TOO_MUCH_IN_CHANNEL);
      }
      try {
        return await post();
      } catch (error) {
        // If the store fails, which it reports itself, they are free again in ten minutes.
        await Promise.allSettled([ofMember, ofChannel].map((key) => store.take(key)));
        throw error;
      }
    },
  };
}
