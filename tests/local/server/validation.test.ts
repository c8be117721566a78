// Every limit of Discord that the local one enforces, each seen to refuse what breaks it and to pass what just fits.
import { Routes } from 'discord.js';
import {
  InteractionCallbackResponseSchema,
  MessageResponseSchema,
  PinnedMessagesResponseSchema,
} from 'discord-api-spec/zod';
import { describe, expect, test } from 'vitest';
import { checkCommand, checkCommands } from '../../../src/local/server/command-limits.ts';
import type { LocalDiscord } from '../../../src/local/server/index.ts';
import { checkMessage, isEmpty, type MessageBody } from '../../../src/local/server/limits.ts';
import { checkShape, type Shape } from '../../../src/local/server/validate.ts';
import { discord, login, registerAsk } from './bot.ts';

const v2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'x',
  custom_id,
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });

/** The schemas want times with Z, where Discord writes the offset. */
const zulu = (json: unknown): unknown => JSON.parse(JSON.stringify(json).replaceAll('+00:00"', 'Z"'));

/** Problems of a message, by the specification first and then by the limits, as the server asks for them. */
const inMessage = (body: object): string[] => {
  const shape = checkShape('message', body);
  return (shape.length > 0 ? shape : checkMessage(body as MessageBody)).map(({ message }) => message);
};
const inCommand = (body: object): string[] => {
  const shape = checkShape('command', body);
  return (shape.length > 0 ? shape : checkCommand(body)).map(({ message }) => message);
};

describe('messages', () => {
  test.each<[string, object, object]>([
    ['2,000 characters', { content: 'a'.repeat(2000) }, { content: 'a'.repeat(2001) }],
    [
      '10 embeds',
      { embeds: times(10, () => ({ title: 'x' })) },
      { embeds: times(11, () => ({ title: 'x' })) },
    ],
    ['an embed shows something', { embeds: [{ title: 'x' }] }, { embeds: [{ color: 3 }] }],
    [
      '6,000 characters over all embeds',
      { embeds: times(2, () => ({ description: 'a'.repeat(3000) })) },
      { embeds: times(2, () => ({ description: 'a'.repeat(3001) })) },
    ],
    ['embed title 256', { embeds: [{ title: 'a'.repeat(256) }] }, { embeds: [{ title: 'a'.repeat(257) }] }],
    [
      '25 fields',
      { embeds: [{ fields: times(25, () => ({ name: 'n', value: 'v' })) }] },
      { embeds: [{ fields: times(26, () => ({ name: 'n', value: 'v' })) }] },
    ],
    ['components need the V2 flag', { flags: v2, components: [text('x')] }, { components: [text('x')] }],
    [
      'no content with V2',
      { flags: v2, components: [text('x')] },
      { flags: v2, content: 'x', components: [text('x')] },
    ],
    ['no embeds with V2', { flags: v2, components: [text('x')] }, { flags: v2, embeds: [{ title: 'x' }] }],
    [
      '40 components, nested ones counted',
      { flags: v2, components: [{ type: 17, components: times(39, () => text('x')) }] },
      { flags: v2, components: times(2, () => ({ type: 17, components: times(20, () => text('x')) })) },
    ],
    [
      '4,000 characters over all texts',
      { flags: v2, components: times(2, () => text('a'.repeat(2000))) },
      { flags: v2, components: times(2, () => text('a'.repeat(2001))) },
    ],
    [
      'custom_id once',
      { components: [row(button('a'), button('b'))] },
      { components: [row(button('a')), row(button('a'))] },
    ],
    [
      'custom_id present',
      { components: [row(button('a'))] },
      { components: [row({ type: 2, style: 1, label: 'x' })] },
    ],
    [
      'custom_id 100',
      { components: [row(button('a'.repeat(100)))] },
      { components: [row(button('a'.repeat(101)))] },
    ],
    [
      'label 80',
      { components: [row(button('a', { label: 'a'.repeat(80) }))] },
      { components: [row(button('a', { label: 'a'.repeat(81) }))] },
    ],
    [
      'a button says something',
      { components: [row(button('a'))] },
      { components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    ],
    [
      'a link button has a url and no custom_id',
      { components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.org' })] },
      { components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.org', custom_id: 'a' })] },
    ],
    [
      '5 buttons a row',
      { components: [row(...times(5, (i) => button(`${i}`)))] },
      { components: [row(...times(6, (i) => button(`${i}`)))] },
    ],
    [
      '5 rows without V2',
      { components: times(5, (i) => row(button(`${i}`))) },
      { components: times(6, (i) => row(button(`${i}`))) },
    ],
    [
      'a row holds one kind',
      { components: [row({ type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })] },
      { components: [row(button('a'), { type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })] },
    ],
    [
      '25 options',
      {
        components: [
          row({ type: 3, custom_id: 's', options: times(25, (i) => ({ label: 'l', value: `${i}` })) }),
        ],
      },
      {
        components: [
          row({ type: 3, custom_id: 's', options: times(26, (i) => ({ label: 'l', value: `${i}` })) }),
        ],
      },
    ],
    [
      'option values once',
      { components: [row({ type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })] },
      {
        components: [row({ type: 3, custom_id: 's', options: times(2, () => ({ label: 'l', value: 'v' })) })],
      },
    ],
    [
      'a section has one to three texts',
      { flags: v2, components: [{ type: 9, components: times(3, () => text('x')), accessory: button('a') }] },
      { flags: v2, components: [{ type: 9, components: times(4, () => text('x')), accessory: button('a') }] },
    ],
    [
      'a section has an accessory',
      { flags: v2, components: [{ type: 9, components: [text('x')], accessory: button('a') }] },
      { flags: v2, components: [{ type: 9, components: [text('x')] }] },
    ],
    [
      'a gallery has one to ten pictures',
      {
        flags: v2,
        components: [{ type: 12, items: times(10, () => ({ media: { url: 'https://example.org/a.png' } })) }],
      },
      {
        flags: v2,
        components: [{ type: 12, items: times(11, () => ({ media: { url: 'https://example.org/a.png' } })) }],
      },
    ],
    [
      'alt text 1,024',
      {
        flags: v2,
        components: [
          { type: 12, items: [{ media: { url: 'https://e.org/a' }, description: 'a'.repeat(1024) }] },
        ],
      },
      {
        flags: v2,
        components: [
          { type: 12, items: [{ media: { url: 'https://e.org/a' }, description: 'a'.repeat(1025) }] },
        ],
      },
    ],
    [
      'no container in a container',
      { flags: v2, components: [{ type: 17, components: [text('x')] }] },
      { flags: v2, components: [{ type: 17, components: [{ type: 17, components: [text('x')] }] }] },
    ],
    ['no unknown field', { content: 'x' }, { content: 'x', contents: 'y' }],
    [
      'no unknown field in a component',
      { flags: v2, components: [text('x')] },
      { flags: v2, components: [{ ...text('x'), colour: 1 }] },
    ],
    [
      'parse and users exclude each other',
      { content: 'x', allowed_mentions: { users: ['1'] } },
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ],
  ])('%s', (_, fits, breaks) => {
    expect(inMessage(fits)).toEqual([]);
    expect(inMessage(breaks)).not.toEqual([]);
  });

  test('emptiness is told by what would be shown', () => {
    expect(isEmpty({ content: ' ' }, 0)).toBe(true);
    expect(isEmpty({ content: ' ' }, 1)).toBe(false);
    expect(isEmpty({ components: [text('x')] }, 0)).toBe(false);
  });
});

describe('commands', () => {
  const command = { name: 'ask', description: 'Ask' };
  const subcommand = (name: string, options: object[] = []) => ({ type: 1, name, description: 'd', options });
  test.each<[string, object, object]>([
    ['lower-case name', command, { ...command, name: 'Ask' }],
    ['no spaces in a name', command, { ...command, name: 'ask it' }],
    [
      'capitals and spaces in a message command',
      { name: 'Check this', type: 3 },
      { name: 'Check this', type: 3, description: 'x' },
    ],
    ['a description', command, { name: 'ask' }],
    [
      'description 100',
      { ...command, description: 'a'.repeat(100) },
      { ...command, description: 'a'.repeat(101) },
    ],
    [
      '25 options',
      { ...command, options: times(25, (i) => option(`o${i}`)) },
      { ...command, options: times(26, (i) => option(`o${i}`)) },
    ],
    [
      'required options first',
      { ...command, options: [option('a', { required: true }), option('b')] },
      { ...command, options: [option('a'), option('b', { required: true })] },
    ],
    [
      'option names once',
      { ...command, options: [option('a'), option('b')] },
      { ...command, options: [option('a'), option('a')] },
    ],
    [
      'lower-case option name',
      { ...command, options: [option('a')] },
      { ...command, options: [option('A')] },
    ],
    [
      'subcommands or options',
      { ...command, options: [subcommand('a', [option('a')]), subcommand('b')] },
      { ...command, options: [subcommand('a'), option('b')] },
    ],
    [
      'subcommands in no other',
      { ...command, options: [subcommand('a')] },
      { ...command, options: [subcommand('a', [subcommand('b')])] },
    ],
    [
      'the options of a subcommand like any',
      { ...command, options: [subcommand('a', [option('a', { required: true }), option('b')])] },
      { ...command, options: [subcommand('a', [option('a'), option('b', { required: true })])] },
    ],
    [
      'choices or autocomplete',
      { ...command, options: [option('a', { autocomplete: true })] },
      { ...command, options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'y' }] })] },
    ],
    [
      'choice value 100',
      { ...command, options: [option('a', { choices: [{ name: 'x', value: 'a'.repeat(100) }] })] },
      { ...command, options: [option('a', { choices: [{ name: 'x', value: 'a'.repeat(101) }] })] },
    ],
    [
      'private channels need user install',
      { ...command, contexts: [2], integration_types: [1] },
      { ...command, contexts: [2] },
    ],
    [
      '8,000 characters',
      {
        ...command,
        options: [
          option('a', { choices: times(25, (i) => ({ name: `${i}`.padEnd(100, 'n'), value: 'a' })) }),
        ],
      },
      {
        ...command,
        options: times(2, (o) =>
          option(`o${o}`, {
            choices: times(25, (i) => ({ name: `${i}`.padEnd(100, 'n'), value: 'v'.repeat(100) })),
          }),
        ),
      },
    ],
  ])('%s', (_, fits, breaks) => {
    expect(inCommand(fits)).toEqual([]);
    expect(inCommand(breaks)).not.toEqual([]);
  });

  test('names are unique within a type', () => {
    expect(checkCommands([command, { ...command, type: 3, description: '' }])).toEqual([]);
    expect(checkCommands([command, command])).toHaveLength(1);
  });

  test('101 slash commands are too many', async () => {
    const local = await discord();
    const { client } = await login(local, () => {});
    const many = (count: number) => times(count, (i) => ({ name: `c${i}`, description: 'd' }));
    await client.application.commands.set(many(100));
    await expect(client.application.commands.set(many(101))).rejects.toMatchObject({ code: 30032 });
  });
});

describe('on the wire', () => {
  /** Answers one interaction with a raw callback body and returns what the bot met. */
  const answer = async (local: LocalDiscord, body: object, focused?: string): Promise<unknown> => {
    const { mia } = local.world.people;
    const bot = await login(local, (i) =>
      i.client.rest.post(Routes.interactionCallback(i.id, i.token), { body, auth: false }),
    );
    await registerAsk(bot, [{ type: 3, name: 'question', description: 'd', autocomplete: true }]);
    const { general } = local.world.places;
    // Nobody waits for the answer, which is refused.
    if (focused) void local.complete(mia, general, 'ask', {}, focused).catch(() => {});
    else void local.run(mia, general, 'ask');
    await expect.poll(() => bot.errors).toHaveLength(1);
    return bot.errors[0];
  };
  const choices = (count: number, length: number) => ({
    type: 8,
    data: { choices: times(count, (i) => ({ name: `n${i}`, value: 'v'.repeat(length) })) },
  });

  test.each<[string, object, number, string?]>([
    ['an empty reply', { type: 4, data: { content: '' } }, 50006],
    ['2,001 characters', { type: 4, data: { content: 'a'.repeat(2001) } }, 50035],
    ['a deferral with the V2 flag', { type: 5, data: { flags: v2 } }, 50035],
    ['choices for a command', choices(1, 1), 50035],
    ['an update of no message', { type: 7, data: { content: 'x' } }, 50035],
    ['26 choices', choices(26, 1), 50035, 'question'],
    ['a choice value of 101', choices(1, 101), 50035, 'question'],
    ['a reply while typing', { type: 4, data: { content: 'x' } }, 50035, 'question'],
    [
      'a picture that was not sent',
      {
        type: 4,
        data: { flags: v2, components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }] },
      },
      50035,
    ],
    ['an attachment without file', { type: 4, data: { content: 'x', attachments: [{ id: '0' }] } }, 50035],
  ])('%s is refused and recorded', async (_, body, code, focused) => {
    const local = await discord();
    expect(await answer(local, body, focused)).toMatchObject({ code, status: 400 });
    expect(local.problems()).toHaveLength(1);
    expect(local.problems()[0]).toContain('/callback');
    expect(local.problems()[0]).toContain(':token');
  });

  test('an edit is judged by what the message becomes', async () => {
    const local = await discord();
    const { client } = await login(local, () => {});
    const { id } = local.world.places.general;
    const post = (body: object) =>
      client.rest.post(Routes.channelMessages(id), { body }) as Promise<{ id: string }>;
    const plain = await post({ content: 'x' });
    const patch = (message: string, body: object) =>
      client.rest.patch(Routes.channelMessage(id, message), { body });
    await expect(patch(plain.id, { flags: v2, components: [text('x')] })).rejects.toMatchObject({
      code: 50035,
    });
    await patch(plain.id, { flags: v2, content: null, components: [text('x')] });
    await expect(patch(plain.id, { content: 'back' })).rejects.toMatchObject({ code: 50035 });
    await expect(patch(plain.id, { components: [] })).rejects.toMatchObject({ code: 50006 });
    await expect(post({ content: 'a'.repeat(2001) })).rejects.toMatchObject({ code: 50035 });
    expect(local.problems()).toHaveLength(4);
  });

  test('the error tells where, as Discord nests it', async () => {
    const local = await discord({ responseWindow: 150 });
    const error = await answer(local, { type: 4, data: { flags: v2, components: [text('x'), text('')] } });
    expect(error).toMatchObject({
      rawError: {
        code: 50035,
        message: 'Invalid Form Body',
        errors: { data: { components: { 1: { content: { _errors: [{}] } } } } },
      },
    });
  });

  test('what it sends itself is what the specification says Discord sends', async () => {
    const local = await discord();
    const { mia } = local.world.people;
    const { general } = local.world.places;
    const bot = await login(local, async (i) => {
      if (!i.isRepliable()) return;
      await i.reply({ content: 'x', withResponse: true, components: [row(button('a')) as never] });
      await i.followUp({
        flags: v2,
        files: [{ attachment: Buffer.from('x'), name: 'a.png' }],
        components: [
          { type: 17, components: [text('x'), { type: 14 }, row(button('b'))] },
          { type: 9, components: [text('x')], accessory: { type: 11, media: { url: 'attachment://a.png' } } },
          { type: 12, items: [{ media: { url: 'attachment://a.png' } }] },
        ] as never,
      });
    });
    await registerAsk(bot);
    const { messages } = await local.run(mia, general, 'ask');
    expect(bot.errors).toEqual([]);
    for (const message of [...messages, local.say(mia, general, 'x')])
      expect(MessageResponseSchema.safeParse(zulu(message)).error?.issues ?? []).toEqual([]);
    local.fillPins(general, 2);
    const pins = await bot.client.rest.get(Routes.channelMessagesPins(general.id));
    expect(PinnedMessagesResponseSchema.safeParse(zulu(pins)).error?.issues ?? []).toEqual([]);
    const callback = local
      .wire()
      .find((entry) => entry.kind === 'rest' && entry.request.path.includes('with_response=true'));
    expect(
      InteractionCallbackResponseSchema.safeParse(zulu(callback?.kind === 'rest' && callback.response.body)),
    ).toMatchObject({
      success: true,
    });
  });
});

test('no body is taken for another', () => {
  const shapes: Shape[] = [
    'reply',
    'update',
    'choices',
    'followUp',
    'replyEdit',
    'message',
    'messageEdit',
    'command',
  ];
  for (const shape of shapes) expect(checkShape(shape, 'text')).not.toEqual([]);
});
