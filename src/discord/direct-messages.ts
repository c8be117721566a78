// Replies with one line to a plain message in a direct message with the bot. The message is not read.
import { type GatewayMessageCreateDispatchData, type REST, Routes } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Bot } from '../bot/index.ts';
import type { Log } from './logger.ts';
import { toMessage, toRequest } from './render-message.ts';
import { resend } from './resend.ts';

/** Milliseconds before the same person gets the line again. */
const PAUSE = 600_000;

/** Maximum number of people who are remembered. Beyond it, the oldest one may get the line early. */
const MAX_PERSONS = 10_000;

/** The fields of a message that are read. */
type Received = Pick<GatewayMessageCreateDispatchData, 'id' | 'channel_id' | 'guild_id' | 'author'>;

/** Creates the handler of messages, which never rejects. It ignores messages of bots, and messages in servers. */
export function createDirectMessageHandler(
  bot: Bot,
  log: Log,
  rest: REST,
): (message: Received) => Promise<void> {
  const answered = new LRUCache<string, true>({ max: MAX_PERSONS, ttl: PAUSE });
  return async ({ id, channel_id: channelId, guild_id: guildId, author }) => {
    if (author.bot || guildId !== undefined || answered.has(author.id)) return;
    answered.set(author.id, true);
    try {
      const name = author.global_name ?? author.username;
      const reply = await bot.respond({
        command: 'direct-message',
        options: {},
        member: { id: author.id, name, moderates: false, pins: false },
        place: 'direct message',
      });
      const { body } = toRequest(toMessage(reply));
      // If the request arrives twice, the nonce makes Discord return the first message.
      const once = { ...body, nonce: id, enforce_nonce: true };
      await resend(() => rest.post(Routes.channelMessages(channelId), { body: once }));
    } catch (err) {
      log.warn({ err }, 'A direct message could not be answered');
    }
  };
}
