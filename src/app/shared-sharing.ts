// The channels in which sharing is off, for a bot that runs in several copies. They are kept on the server of
// REDIS_URL.
import type { SharingSwitch } from '../bot/index.ts';
import type { Log } from '../discord/index.ts';
import type { Journal } from '../store/index.ts';

/** Milliseconds for which the state of a channel is kept: ten years. */
const LIFETIME = 3_650 * 86_400_000;

/** Creates the switch. The store keeps the last setting of each channel. */
export function createSharedSharing(journal: Journal, log: Pick<Log, 'error'>): SharingSwitch {
  const listOf = (channelId: string) => `sharing ${channelId}`;
  return {
    async isOff(channelId) {
      try {
        return (await journal.entries([listOf(channelId)])).at(-1) === 'off';
      } catch (err) {
        log.error({ err }, 'Whether sharing is off cannot be read (REDIS_URL), so nothing is shared');
        return true;
      }
    },
    async turn(channelId, to) {
      try {
        await journal.append(listOf(channelId), to, { lifetime: LIFETIME, maximum: 1 });
        return true;
      } catch (err) {
        log.error({ err }, 'That sharing was turned off or on could not be saved (REDIS_URL)');
        return false;
      }
    },
  };
}
