// The line below the bot's name. It is sent at login, and again if the knowledge has another line by then.
import { ActivityType, type Client, Events, type PresenceData, Status } from 'discord.js';
import type { Bot } from '../bot/index.ts';

export interface StatusLine {
  /** The presence that the bot logs in with. */
  readonly presence: PresenceData;
  /** Makes every session that begins or resumes show the current line. */
  follow(client: Client): void;
  /** Shows the current line, if it changed. */
  show(client: Client): void;
}

/** Creates the status line of a bot that is about to log in. */
export function createStatusLine(bot: Pick<Bot, 'status'>): StatusLine {
  let shown = bot.status;
  /** discord.js logs in again with the first presence. */
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
      // A session that resumes still shows its last line.
      client.on(Events.ShardResume, showIn);
    },
    show(client) {
      if (bot.status === shown) return;
      shown = bot.status;
      // A shard that is connecting cannot send anything; it shows the line as soon as it is ready.
      const ready = client.ws.shards.filter(({ status }) => status === Status.Ready);
      client.user?.setPresence({ ...presence(), shardId: [...ready.keys()] });
    },
  };
}
