// Checks that whatever the bot answers to an interaction stays clean.
import { type APIInteraction, type REST, Routes } from 'discord.js';
import type { Bot } from '../../src/bot/index.ts';
import { createInteractionHandler } from '../../src/discord/interactions.ts';
import type { MarkdownNode } from '../../src/local/markdown/nodes.ts';
import { parseMarkdown } from '../../src/local/markdown/parse-markdown.js';
import { checkShape, isRecord, type Shape } from '../../src/local/server/check-shape.ts';
import { checkMessage, type MessageBody } from '../../src/local/server/limits.ts';
import { eachComponent } from '../../src/local/server/message.ts';
import { ADDRESSEE, BOT, GUILD, NAMED_CHANNELS } from './any-interaction.ts';
import { type Entry, keep } from './stage.ts';

interface Sent {
  route: string;
  body: { type?: number; data?: MessageBody } & MessageBody;
}

/** A REST client that keeps what it is to send, and answers as Discord would. */
function keepSent(sent: Sent[]): REST {
  const message = { id: '777777777777777777', components: [], author: { id: BOT } };
  const take = async (route: string, { body }: { body?: Sent['body'] } = {}) => {
    if (body) sent.push({ route, body });
    return route.endsWith('/callback') ? { resource: { message } } : message;
  };
  const rest = {
    post: take,
    patch: take,
    put: take,
    delete: take,
    async get(route: string) {
      if (route.endsWith('/pins')) return { items: [], has_more: false };
      if (route.endsWith('/messages')) return [];
      const everyone = { id: GUILD, permissions: String(2n ** 52n - 1n) };
      if (route === Routes.guild(GUILD)) return { id: GUILD, owner_id: ADDRESSEE, roles: [everyone] };
      if (route === Routes.guildMember(GUILD, BOT)) return { user: { id: BOT }, roles: [] };
      return { id: route.split('/').at(-1), type: 0, guild_id: GUILD, permission_overwrites: [] };
    },
  };
  return rest as unknown as REST;
}

/** The shape of what a callback of each type sends. */
const CALLBACKS: Partial<Record<number, Shape>> = { 4: 'reply', 7: 'update', 8: 'choices' };

/** The bot behind a door of its own, and what went wrong there so far. */
export function openDoor(bot: Bot) {
  const sent: Sent[] = [];
  const entries: Entry[] = [];
  const log = keep(entries);
  return {
    log,
    handle: createInteractionHandler({ bot, log, rest: keepSent(sent), botId: () => BOT }),
    /** How many requests were sent. */
    answers: () => sent.length,
    thrown: () =>
      entries
        .filter(({ level }) => level === 'error')
        .map(({ fields }) => `thrown: ${(fields.err as Error).stack}`),
    /** What is not clean about the answers. @param mentionable the members that they may notify */
    unclean: (mentionable: readonly string[]) => sent.flatMap((one) => impuritiesOf(one, mentionable)),
  };
}

/** Sends one interaction to the bot. @returns what is not clean about the answer; empty if all is */
export async function impurities(bot: Bot, interaction: APIInteraction): Promise<string[]> {
  const door = openDoor(bot);
  await door.handle(interaction);
  return [
    ...door.thrown(),
    ...(door.answers() === 0 ? ['no answer'] : []),
    ...door.unclean(mayMention(interaction)),
  ];
}

/** The members that a reply to this interaction, which may be damaged, may notify. */
export function mayMention({ data }: { data?: unknown }): string[] {
  if (!isRecord(data) || data.name !== 'fact' || !Array.isArray(data.options)) return [];
  return data.options.flatMap((option: unknown) =>
    isRecord(option) && 'value' in option ? [String(option.value)] : [],
  );
}

function impuritiesOf({ route, body }: Sent, mentionable: readonly string[]): string[] {
  const shape = body.type === undefined ? 'message' : CALLBACKS[body.type];
  const message = body.type === undefined ? body : body.data;
  const faults =
    shape === undefined
      ? []
      : checkShape(shape, body).map(({ path, message }) => `${path.join('.')}: ${message}`);
  // A deferral has no text yet.
  if (!message?.components || shape === 'choices') return faults;
  const { parse = [], users = [] } = message.allowed_mentions ?? { parse: ['everyone'] };
  const texts = [...eachComponent(message.components ?? [])].flatMap((one) =>
    'content' in one ? String(one.content) : [],
  );
  return [
    ...faults,
    ...checkMessage(message).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...(parse?.length ? [`pings ${parse.join()}`] : []),
    ...(users ?? []).filter((user) => !mentionable.includes(user)).map((user) => `pings ${user}`),
    ...texts
      .flatMap((text) => wildNodes(parseMarkdown(text), mentionable))
      .map((what) => `${route} draws ${what}`),
  ];
}

/** What only a member's own text can have brought in: the bot writes headings, lists, quotations, small print and its own links. */
function wildNodes(nodes: readonly MarkdownNode[], mentionable: readonly string[]): string[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'text':
      case 'time':
      case 'codeBlock':
        return [];
      case 'heading':
      case 'subtext':
      case 'quote':
        return wildNodes(node.children, mentionable);
      case 'list':
        return node.items.flatMap((item) => wildNodes(item, mentionable));
      case 'link':
        return OWN_LINK.test(node.address) ? [] : [`a link to ${node.address}`];
      case 'user':
        return mentionable.includes(node.id) ? [] : [`a mention of ${node.id}`];
      case 'channel':
        // A moderator is told which channel the summary is in.
        return NAMED_CHANNELS.includes(node.id) ? [] : [`a mention of the channel ${node.id}`];
      default:
        return [node.type];
    }
  });
}

/** To the article, or to a message. */
const OWN_LINK = /^https?:\/\/(?:www\.latimes\.com|discord\.com\/channels)\//;
