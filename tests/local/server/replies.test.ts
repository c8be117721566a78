// What people see when a real discord.js client answers slash commands, and what it is told in which place.
import {
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  SectionBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { MessageFlag } from '../../../src/local/server/index.ts';
import { asking, discord, login, only, registerAsk } from './bot.ts';

describe('slash commands', () => {
  test('a private reply is seen by the asker alone, and dismissed by the asker', async () => {
    const { local, bot, mia, noah, general } = await asking(
      (i) => i.isChatInputCommand() && i.reply({ content: 'Only you', flags: MessageFlags.Ephemeral }),
    );
    const outcome = await local.run(mia, general, 'ask');
    expect(outcome).toMatchObject({ status: 'answered', notice: null, messages: [{ content: 'Only you' }] });
    expect(local.messages(mia, general).map(({ content }) => content)).toEqual(['Only you']);
    expect(local.messages(noah, general)).toEqual([]);
    const message = only(outcome);
    expect(() => local.dismiss(noah, message)).toThrow('not there');
    local.dismiss(mia, message);
    expect(local.messages(mia, general)).toEqual([]);
    expect(bot.errors).toEqual([]);
    expect(local.problems()).toEqual([]);
  });

  test('a public reply is seen by everybody and returned to the bot when it asks for it', async () => {
    const seen: unknown[] = [];
    const { local, mia, noah, thread } = await asking(async (i) => {
      if (!i.isChatInputCommand()) return;
      const { resource } = await i.reply({ content: 'For all', withResponse: true });
      seen.push(resource?.message?.content, (await i.fetchReply()).id === resource?.message?.id);
    });
    const { messages } = await local.run(mia, thread, 'ask');
    expect(seen).toEqual(['For all', true]);
    expect(local.messages(noah, thread)).toEqual(messages);
    expect(messages[0]?.interaction_metadata?.user.global_name).toBe('Mia');
  });

  test('a deferred reply is filled in, with Components V2 set only then', async () => {
    const states: unknown[] = [];
    const { local, bot, mia, post } = await asking(async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.deferReply({ flags: MessageFlags.Ephemeral });
      states.push((await i.fetchReply()).flags.has(MessageFlags.Loading));
      await i.editReply({
        components: [
          new ContainerBuilder().addTextDisplayComponents(new TextDisplayBuilder({ content: 'Done' })),
        ],
        flags: MessageFlags.IsComponentsV2,
      });
    });
    const { status, messages } = await local.run(mia, post, 'ask');
    expect([bot.errors, local.problems()]).toEqual([[], []]);
    expect(status).toBe('answered');
    expect(states).toEqual([true]);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.flags).toBe(MessageFlag.Ephemeral | MessageFlag.ComponentsV2);
    expect(messages[0]?.components).toEqual([
      {
        type: 17,
        id: 1,
        accent_color: null,
        spoiler: false,
        components: [{ type: 10, id: 2, content: 'Done' }],
      },
    ]);
  });

  test('a follow-up right after a deferral fills it in; the next one is a message of its own', async () => {
    const { local, bot, mia, general } = await asking(async (i) => {
      if (!i.isChatInputCommand()) return;
      await i.deferReply();
      await i.followUp('first');
      await i.followUp({ content: 'second', flags: MessageFlags.Ephemeral });
    });
    const { messages } = await local.run(mia, general, 'ask');
    expect(bot.errors).toEqual([]);
    expect(messages.map(({ content, flags }) => [content, flags])).toEqual([
      ['first', 0],
      ['second', MessageFlag.Ephemeral],
    ]);
  });

  test('sections, galleries with uploaded pictures and rows arrive whole, the picture served on 127.0.0.1', async () => {
    const { local, bot, mia, general } = await asking(
      (i) =>
        i.isChatInputCommand() &&
        i.reply({
          flags: MessageFlags.IsComponentsV2,
          files: [
            new AttachmentBuilder(Buffer.from('<svg/>'), { name: 'chart.svg', description: 'A bar chart' }),
          ],
          components: [
            new SectionBuilder()
              .addTextDisplayComponents(new TextDisplayBuilder({ content: 'Text' }))
              .setButtonAccessory(
                new ButtonBuilder({ customId: 'more', label: 'More', style: ButtonStyle.Secondary }),
              ),
            new MediaGalleryBuilder().addItems({
              media: { url: 'attachment://chart.svg' },
              description: 'A bar chart',
            }),
          ],
        }),
    );
    const message = only(await local.run(mia, general, 'ask'));
    expect([bot.errors, local.problems()]).toEqual([[], []]);
    expect(message.attachments).toMatchObject([
      { filename: 'chart.svg', description: 'A bar chart', size: 6 },
    ]);
    const url = message.components[1]?.items?.[0]?.media.url ?? '';
    expect(url).toBe(message.attachments[0]?.url);
    expect(url.startsWith(`${local.url}/attachments/`)).toBe(true);
    expect(await (await fetch(url)).text()).toBe('<svg/>');
    expect(local.wireOf(message).at(-1)).toMatchObject({
      kind: 'rest',
      request: { method: 'POST', files: [{ name: 'chart.svg', size: 6 }] },
      response: { status: 204 },
    });
  });

  test('a member who is named is not pinged when mentions are off, and is when they are on', async () => {
    let parse: 'users'[] = [];
    const { local, mia, noah, general } = await asking(
      (i) =>
        i.isChatInputCommand() &&
        i.reply({ content: `Hello <@${i.client.user.id}> <@${noah.id}>`, allowedMentions: { parse } }),
    );
    expect((await local.run(mia, general, 'ask')).messages[0]?.mentions).toEqual([]);
    parse = ['users'];
    expect((await local.run(mia, general, 'ask')).messages[0]?.mentions).toMatchObject([{ id: noah.id }]);
  });

  test('a bot that does not answer has failed, for the person, after the response window', async () => {
    const local = await discord({ responseWindow: 60 });
    expect(await local.run(local.world.people.mia, local.world.places.general, 'ask')).toMatchObject({
      status: 'failed',
    });
    const bot = await login(local, () => {});
    await registerAsk(bot);
    expect(await local.run(local.world.people.mia, local.world.places.general, 'ask')).toMatchObject({
      status: 'failed',
      notice: 'The application did not respond',
      messages: [],
    });
  });
});

describe('places', () => {
  test('what the bot is told differs by place', async () => {
    const told: unknown[] = [];
    const { local, bot, mia, max, general, announcements, thread, elsewhere } = await asking(async (i) => {
      if (!i.isChatInputCommand()) return;
      told.push([
        i.context,
        i.guild !== null,
        i.channel?.type ?? null,
        i.appPermissions.has('PinMessages'),
        i.memberPermissions?.has('PinMessages') ?? null,
        Object.keys(i.authorizingIntegrationOwners).length > 0 &&
          i.authorizingIntegrationOwners.guildId !== null,
        i.locale,
      ]);
      await i.reply('ok');
    });
    for (const place of [general, thread, announcements, elsewhere, local.world.dm(max)])
      expect(await local.run(max, place, 'ask')).toMatchObject({ status: 'answered' });
    expect(await local.run(mia, general, 'ask')).toMatchObject({ status: 'answered' });
    expect(told).toEqual([
      [0, true, 0, true, true, true, 'en-GB'],
      [0, true, 11, true, true, true, 'en-GB'],
      [0, true, 5, true, true, true, 'en-GB'],
      [0, false, null, false, true, false, 'en-GB'],
      [1, false, 1, true, null, true, 'en-GB'],
      [0, true, 0, true, false, true, 'en-US'],
    ]);
    expect([bot.errors, local.problems()]).toEqual([[], []]);
  });

  test('permissions that were taken away are missing in what the bot is told', async () => {
    const told: boolean[] = [];
    const { local, mia, general, deskTalk } = await asking((i) => {
      told.push(i.appPermissions.has('PinMessages'));
      return i.isChatInputCommand() && i.reply('ok');
    });
    local.deny('bot', general, 'PinMessages');
    await local.run(mia, general, 'ask');
    await local.run(mia, deskTalk, 'ask');
    expect(told).toEqual([false, true]);
  });
});
