// Interactions as nobody's client would send them, and the check that whatever the bot answers stays clean.
import { type APIInteraction, type REST, Routes } from 'discord.js';
import fc from 'fast-check';
import { type Bot, type Button, encode } from '../../src/bot/index.ts';
import { createInteractionHandler } from '../../src/discord/interactions.ts';
import type { MarkdownNode } from '../../src/local/markdown/nodes.ts';
import { parseMarkdown } from '../../src/local/markdown/parse-markdown.js';
import { checkMessage, type MessageBody } from '../../src/local/server/limits.ts';
import { eachComponent } from '../../src/local/server/message.ts';
import { checkShape, type Shape } from '../../src/local/server/validate.ts';
import { anyCharacter } from '../any-character.ts';
import { type Entry, keep } from './stage.ts';

const BOT = '111111111111111111';
const CHANNEL = '222222222222222222';
const GUILD = '333333333333333333';
/** The one member that a moderator may name with /fact. */
const ADDRESSEE = '444444444444444444';

const SNIPPETS = [
  '@everyone',
  '@here',
  `<@${ADDRESSEE}>`,
  '<@&1>',
  '<#2>',
  '</ask:3>',
  '<t:0:R>',
  '<:a:1>',
  '**',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '[a](https://evil.example)',
  'https://evil.example',
  '# ',
  '-# ',
  '> ',
  '>>> ',
  '- ',
  '1. ',
  '\\',
  '\n',
  '\u202E',
  '\uD83D',
  '\u0000',
  '⟨U+41⟩',
  "'; DROP TABLE",
  '{{',
  '%s',
  '__proto__',
  'constructor',
  'share/ask?question=',
  '96.3%',
  'how many voted yes',
  'strike',
  'was it 12%',
  'in 2007',
  'Question: ',
  'Checked: ',
];

const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 300 }),
  fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom(...SNIPPETS), fc.integer({ min: 1, max: 3_000 }))
    .map(([part, times]) => part.repeat(times).slice(0, 6_000)),
);

const anyCommand = (bot: Bot) =>
  fc.oneof(
    fc.constantFrom(...bot.commands.keys()),
    fc.constantFrom('summary', 'toString', '__proto__', 'gone'),
    anyText,
  );

const OPTIONS = [
  'question',
  'claim',
  'topic',
  'event',
  'speaker',
  'id',
  'member',
  'sections',
  'fact',
  'asker',
  '__proto__',
];
const anyOption = fc.record({
  name: fc.oneof(fc.constantFrom(...OPTIONS), anyText),
  type: fc.constantFrom(3, 4, 5, 6),
  value: fc.oneof(anyText, fc.constantFrom('yes-share', ADDRESSEE, 'votes'), fc.double(), fc.boolean()),
});
const anySubcommand = fc.record({
  name: fc.constantFrom('post', 'preview', 'update', 'remove', 'gone'),
  type: fc.constant(1),
  options: fc.array(anyOption, { maxLength: 3 }),
});

/** The custom id of one of the bot's own buttons with any options, or any other. */
const anyCustomId = (bot: Bot) =>
  fc.oneof(
    anyText,
    fc
      .record({
        command: fc.constantFrom(...bot.commands.keys(), 'summary post', 'gone'),
        options: fc.dictionary(fc.constantFrom(...OPTIONS), anyText, { maxKeys: 3 }),
        share: fc.boolean(),
      })
      .map(({ command, options, share }) =>
        idOf({ command, options, ...(share && { share: true as const }) }),
      ),
  );

function idOf(request: Button['request']): string {
  try {
    return encode(request);
  } catch {
    return `${request.command}!`;
  }
}

const anyMessage = fc.record({
  id: fc.constant('555555555555555555'),
  channel_id: fc.constant(CHANNEL),
  author: fc.constantFrom({ id: BOT, username: 'picket-desk' }, { id: ADDRESSEE, username: 'mia' }),
  content: anyText,
  type: fc.constant(0),
  flags: fc.constantFrom(0, 64, 1 << 15),
  embeds: fc.array(fc.record({ title: anyText, description: anyText }), { maxLength: 2 }),
  attachments: fc.constant([]),
  components: fc.array(
    fc.record({
      type: fc.constant(17),
      components: fc.array(fc.record({ type: fc.constant(10), id: fc.nat(1_100), content: anyText }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 2 },
  ),
});

/** What differs from interaction to interaction besides who sent it. */
const anyKind = (bot: Bot) =>
  fc.oneof(
    fc.record({
      type: fc.constantFrom(2, 4),
      data: fc.record({
        id: fc.constant('1'),
        type: fc.constant(1),
        name: anyCommand(bot),
        options: fc.oneof(
          fc.array(anyOption, { maxLength: 3 }),
          fc.array(anySubcommand, { maxLength: 1 }),
          fc.array(
            anyOption.map((option) => ({ ...option, focused: true })),
            { minLength: 1, maxLength: 1 },
          ),
        ),
      }),
    }),
    anyMessage.map((message) => ({
      type: 2,
      data: {
        id: '1',
        type: 3,
        name: 'Check this message',
        target_id: message.id,
        resolved: { messages: { [message.id]: message } },
      },
    })),
    fc.record({
      type: fc.constant(3),
      message: anyMessage,
      data: fc.oneof(
        fc.record({ component_type: fc.constant(2), custom_id: anyCustomId(bot) }),
        // Menus, of which the bot has few: nearly every one of these is forged.
        fc.record({
          component_type: fc.constantFrom(3, 5, 6, 7, 8),
          custom_id: anyCustomId(bot),
          values: fc.array(anyText, { maxLength: 3 }),
        }),
      ),
    }),
    fc.record({
      type: fc.constant(5),
      data: fc.record({ custom_id: anyCustomId(bot), components: fc.constant([]) }),
    }),
  );

const anySender = fc.record({
  name: anyText,
  moderates: fc.boolean(),
  place: fc.constantFrom('server', 'visited server', 'direct message'),
});

/** Any interaction: every type, forged buttons and menus, any names and texts. */
export const anyInteraction = (bot: Bot): fc.Arbitrary<APIInteraction> =>
  fc
    .tuple(anyKind(bot), anySender, fc.bigInt({ min: 2n ** 58n, max: 2n ** 60n }))
    .map(([kind, { name, moderates, place }, id]) => {
      const user = {
        id: '666666666666666666',
        username: 'mallory',
        global_name: name,
        discriminator: '0',
        avatar: null,
      };
      const permissions = String(moderates ? 2n ** 52n - 1n : 1n << 11n);
      return {
        ...kind,
        id: String(id),
        application_id: BOT,
        token: 'token',
        version: 1,
        channel: { id: CHANNEL, type: place === 'direct message' ? 1 : 0 },
        channel_id: CHANNEL,
        ...(place === 'direct message'
          ? { user }
          : { guild_id: GUILD, member: { user, nick: name, permissions, roles: [] } }),
        authorizing_integration_owners: place === 'visited server' ? { 1: user.id } : { 0: GUILD },
        app_permissions: String(2n ** 52n - 1n),
        locale: 'en-US',
        entitlements: [],
      } as unknown as APIInteraction;
    });

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
      if (route === Routes.channelMessagesPins(CHANNEL)) return { items: [], has_more: false };
      return route === Routes.channelMessages(CHANNEL) ? [] : { id: CHANNEL, type: 0 };
    },
  };
  return rest as unknown as REST;
}

/** The shape of what a callback of each type sends. */
const CALLBACKS: Partial<Record<number, Shape>> = { 4: 'reply', 7: 'update', 8: 'choices' };

/** Sends one interaction to the bot. @returns what is not clean about the answer; empty if all is */
export async function impurities(bot: Bot, interaction: APIInteraction): Promise<string[]> {
  const sent: Sent[] = [];
  const entries: Entry[] = [];
  const handle = createInteractionHandler({
    bot,
    log: keep(entries),
    rest: keepSent(sent),
    botId: () => BOT,
  });
  await handle(interaction);
  return [
    ...entries
      .filter(({ level }) => level === 'error')
      .map(({ fields }) => `thrown: ${(fields.err as Error).stack}`),
    ...(sent.length === 0 ? ['no answer'] : []),
    ...sent.flatMap((one) => impuritiesOf(one, mayMention(interaction))),
  ];
}

/** The members that a reply to this interaction may notify. */
const mayMention = ({ data }: APIInteraction): string[] =>
  data && 'name' in data && data.name === 'fact' && 'options' in data
    ? (data.options ?? []).flatMap((option) => ('value' in option ? String(option.value) : []))
    : [];

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
      default:
        return [node.type];
    }
  });
}

/** To the article, or to a message. */
const OWN_LINK = /^https?:\/\/(?:www\.latimes\.com|discord\.com\/channels)\//;
