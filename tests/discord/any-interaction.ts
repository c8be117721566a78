// Interactions that no client would send.
import type { APIInteraction } from 'discord.js';
import fc from 'fast-check';
import { type Bot, type Button, byTypedName, encode } from '../../src/bot/index.ts';
import { anyCharacter } from '../any-character.ts';

export const BOT = '111111111111111111';
export const CHANNEL = '222222222222222222';
export const GUILD = '333333333333333333';
/** Another channel of the same server. */
export const OTHER_CHANNEL = '888888888888888888';
/** The channels that an option may name, of which one is none. */
export const NAMED_CHANNELS = [OTHER_CHANNEL, CHANNEL, GUILD];
/** The one member that a moderator may name with /fact. */
export const ADDRESSEE = '444444444444444444';

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
  'channel',
  'confirmed',
  'fact',
  'asker',
  '__proto__',
];
const anyOption = fc.record({
  name: fc.oneof(fc.constantFrom(...OPTIONS), anyText),
  type: fc.constantFrom(3, 4, 5, 6, 7),
  value: fc.oneof(
    anyText,
    fc.constantFrom('yes-share', ADDRESSEE, 'votes', OTHER_CHANNEL),
    fc.double(),
    fc.boolean(),
  ),
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
        command: fc.constantFrom(...byTypedName(bot.commands).keys(), 'gone'),
        options: fc.dictionary(
          fc.constantFrom(...OPTIONS),
          fc.oneof(anyText, fc.constantFrom(...NAMED_CHANNELS)),
          { maxKeys: 3 },
        ),
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
