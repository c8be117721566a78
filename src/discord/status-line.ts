// The line below the bot's name: sent when it logs in, and again where the knowledge has another one since.
import { ActivityType, type Client, Events, type PresenceData, Status } from 'discord.js';
import type { Bot } from '../bot/index.ts';

export interface StatusLine {
  /** What the bot logs in with. */
  readonly presence: PresenceData;
  /** Lets every session that begins or resumes show the line as it is then. */
  follow(client: Client): void;
  /** Shows the line as it is now, if it changed. */
  show(client: Client): void;
}

/** Creates the status line of a bot that is about to log in. */
export function createStatusLine(bot: Pick<Bot, 'status'>): StatusLine {
  let shown = bot.status;
  /** discord.js logs in again with what it logged in with first. */
  const first = shown;
  const presence = () => ({
    activities: [{ type: ActivityType.Custom, name: 'status', state: bot.status }],
  });

  return {
    presence: presence(),
    follow(client) {
      const showIn = (shardId: number) => client.user?.setPresence({ ...presence(), shardId });
      client.on(Events.ShardReady, (shardId) => {
        if (bot.status !== first) showIn(shardId);
      });
      // A session that resumes shows what it showed last, whatever that was.
      client.on(Events.ShardResume, showIn);
    },
    show(client) {
      if (bot.status === shown) return;
      shown = bot.status;
      // Nothing can be sent by a shard that is connecting; it shows the line as soon as it is ready.
      const ready = client.ws.shards.filter(({ status }) => status === Status.Ready);
      client.user?.setPresence({ ...presence(), shardId: [...ready.keys()] });
    },
  };
}
