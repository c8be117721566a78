// The line below the bot's name, as sessions that begin or resume show it.
import { EventEmitter } from 'node:events';
import { type Client, Events } from 'discord.js';
import { expect, test } from 'vitest';
import { createStatusLine } from '../../src/discord/status-line.ts';

/** A client that only remembers what it was told to show, shard by shard. */
function remembering() {
  const sent: [state: string | undefined, shard: unknown][] = [];
  const user = {
    setPresence: (data: { activities: { state?: string }[]; shardId: unknown }) =>
      sent.push([data.activities[0]?.state, data.shardId]),
  };
  const client = Object.assign(new EventEmitter(), { user });
  return { client: client as unknown as Client, sent };
}

test('a session that begins shows what it logged in with, and is told another line only', () => {
  const bot = { status: 'first' };
  const { client, sent } = remembering();
  createStatusLine(bot).follow(client);
  client.emit(Events.ShardReady, 0, undefined);
  expect(sent).toEqual([]);
  bot.status = 'second';
  client.emit(Events.ShardReady, 1, undefined);
  expect(sent).toEqual([['second', 1]]);
});

test('a session that resumes is told the line again, even the first one: it may have missed that it came back', () => {
  const { client, sent } = remembering();
  createStatusLine({ status: 'first' }).follow(client);
  client.emit(Events.ShardResume, 2, 0);
  expect(sent).toEqual([['first', 2]]);
});
