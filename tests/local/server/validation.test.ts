// What the local Discord refuses of what a bot sends, as Discord does, and that its own JSON has the shape of Discord's.
import { Routes } from 'discord.js';
import {
  InteractionCallbackResponseSchema,
  MessageResponseSchema,
  PinnedMessagesResponseSchema,
} from 'discord-api-spec/zod';
import { describe, expect, test } from 'vitest';
import { checkShape, type Shape } from '../../../src/local/server/check-shape.ts';
import type { LocalDiscord } from '../../../src/local/server/index.ts';
import { button, row, text, times, v2 } from './bodies.ts';
import { discord, login, registerAsk } from './bot.ts';

/** The schemas want times with Z, where Discord writes the offset. */
const zulu = (json: unknown): unknown => JSON.parse(JSON.stringify(json).replaceAll('+00:00"', 'Z"'));

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
