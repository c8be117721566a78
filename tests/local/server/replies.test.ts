// What people see when a real discord.js client answers slash commands, buttons, menus and message commands.
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  type Interaction,
  MediaGalleryBuilder,
  MessageFlags,
  SectionBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { MessageFlag } from '../../../src/local/server/index.ts';
import { discord, login, only, registerAsk } from './bot.ts';

const question = {
  type: ApplicationCommandOptionType.String as const,
  name: 'question',
  description: 'What to ask',
  required: true,
  autocomplete: true,
  min_length: 3,
  max_length: 20,
};

async function asking(handle: (interaction: Interaction) => unknown) {
  const local = await discord();
  const bot = await login(local, handle);
  await registerAsk(bot);
  return { local, bot, ...local.world.people, ...local.world.places };
}

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

describe('the client checks what is typed', () => {
  test('required options, lengths, choices, unknown names', async () => {
    const local = await discord();
    const given: unknown[] = [];
    const bot = await login(local, async (i) => {
      if (!i.isChatInputCommand()) return;
      given.push(
        i.options.getString('question', true),
        i.options.getString('tone'),
        i.options.getUser('who')?.id,
      );
      await i.reply('ok');
    });
    const { mia, noah } = local.world.people;
    const { general } = local.world.places;
    await registerAsk(bot, [
      question,
      {
        type: ApplicationCommandOptionType.String,
        name: 'tone',
        description: 'How',
        choices: [{ name: 'Short', value: 's' }],
      },
      { type: ApplicationCommandOptionType.User, name: 'who', description: 'Who' },
    ]);
    const run = (options: Record<string, string>) => local.run(mia, general, 'ask', options);
    expect(await run({})).toMatchObject({ status: 'rejected', notice: expect.stringContaining('required') });
    expect(await run({ question: 'ab' })).toMatchObject({ notice: expect.stringContaining('at least 3') });
    expect(await run({ question: 'a'.repeat(21) })).toMatchObject({
      notice: expect.stringContaining('at most 20'),
    });
    expect(await run({ question: 'abc', tone: 'x' })).toMatchObject({
      notice: expect.stringContaining('Short'),
    });
    expect(await run({ question: 'abc', colour: 'x' })).toMatchObject({
      notice: expect.stringContaining('colour'),
    });
    expect(await run({ question: 'abc', who: '1' })).toMatchObject({ status: 'rejected' });
    expect(await local.run(mia, general, 'nothing')).toMatchObject({ status: 'rejected' });
    expect(given).toEqual([]);
    expect(await run({ question: 'abc', tone: 's', who: noah.id })).toMatchObject({ status: 'answered' });
    expect(given).toEqual(['abc', 's', noah.id]);
  });

  test('a subcommand is named with its command', async () => {
    const local = await discord();
    const bot = await login(local, (i) => i.isChatInputCommand() && i.reply(i.options.getSubcommand()));
    await registerAsk(bot, [
      { type: ApplicationCommandOptionType.Subcommand, name: 'now', description: 'Now', options: [] },
    ]);
    const { mia } = local.world.people;
    expect((await local.run(mia, local.world.places.general, 'ask now')).messages[0]?.content).toBe('now');
    expect((await local.run(mia, local.world.places.general, 'ask')).status).toBe('rejected');
  });

  test('choices are offered while typing; what is submitted need not be one of them', async () => {
    const local = await discord();
    const bot = await login(local, (i) => {
      if (i.isAutocomplete()) return i.respond([{ name: `${i.options.getFocused()}?`, value: 'v' }]);
      return i.isChatInputCommand() && i.reply(i.options.getString('question', true));
    });
    await registerAsk(bot, [question]);
    const { mia } = local.world.people;
    const { general } = local.world.places;
    expect(await local.complete(mia, general, 'ask', { question: 'ho' }, 'question')).toEqual([
      { name: 'ho?', value: 'v' },
    ]);
    expect((await local.run(mia, general, 'ask', { question: 'other' })).messages[0]?.content).toBe('other');
    expect(local.problems()).toEqual([]);
  });
});

describe('buttons, menus, message commands', () => {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder({ customId: 'more', label: 'More', style: ButtonStyle.Primary }),
    new ButtonBuilder({ customId: 'off', label: 'Off', style: ButtonStyle.Primary, disabled: true }),
  );

  test('a button updates its message, or is answered by a new one', async () => {
    let update = true;
    const { local, bot, mia, noah, general } = await asking((i) => {
      if (i.isChatInputCommand()) return i.reply({ content: 'Short', components: [row] });
      if (i.isButton() && update) return i.update({ content: 'Long', components: [] });
      return i.isButton() && i.reply({ content: 'Here', flags: MessageFlags.Ephemeral });
    });
    const first = only(await local.run(mia, general, 'ask'));
    expect(await local.press(noah, first, 'off')).toMatchObject({ status: 'rejected' });
    expect(await local.press(noah, first, 'none')).toMatchObject({ status: 'rejected' });
    const { messages } = await local.press(noah, first, 'more');
    expect(messages).toMatchObject([{ id: first.id, content: 'Long', components: [] }]);
    expect(messages[0]?.edited_timestamp).not.toBeNull();

    update = false;
    const second = only(await local.run(mia, general, 'ask'));
    const answer = await local.press(noah, second, 'more');
    expect(answer.messages).toMatchObject([
      { content: 'Here', type: 19, message_reference: { message_id: second.id } },
    ]);
    expect(local.messages(mia, general)).toHaveLength(2);
    expect([bot.errors, local.problems()]).toEqual([[], []]);
  });

  test('deferUpdate and deleteReply take the message away', async () => {
    const { local, bot, mia, general } = await asking(async (i) => {
      if (i.isChatInputCommand())
        return i.reply({ content: 'x', components: [row], flags: MessageFlags.Ephemeral });
      if (!i.isButton()) return;
      await i.deferUpdate();
      await i.deleteReply();
    });
    const message = only(await local.run(mia, general, 'ask'));
    expect(await local.press(mia, message, 'more')).toMatchObject({ status: 'answered', messages: [] });
    expect(local.messages(mia, general)).toEqual([]);
    expect(await local.press(mia, message, 'more')).toMatchObject({ status: 'rejected' });
    expect(bot.errors).toEqual([]);
  });

  test('a menu hands over what was chosen', async () => {
    const { local, mia, general } = await asking((i) => {
      if (i.isChatInputCommand())
        return i.reply({
          components: [
            new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
              new StringSelectMenuBuilder({
                customId: 'topic',
                options: [{ label: 'Votes', value: 'votes' }],
              }),
            ),
          ],
        });
      return i.isStringSelectMenu() && i.update({ content: i.values.join(), components: [] });
    });
    const message = only(await local.run(mia, general, 'ask'));
    expect(await local.select(mia, message, 'topic', ['money'])).toMatchObject({ status: 'rejected' });
    expect((await local.select(mia, message, 'topic', ['votes'])).messages[0]?.content).toBe('votes');
  });

  test('a message command receives the text of the message it is used on', async () => {
    const local = await discord();
    const bot = await login(
      local,
      (i) =>
        i.isMessageContextMenuCommand() &&
        i.reply(`${i.targetMessage.author.displayName}: ${i.targetMessage.content}`),
    );
    await bot.client.application.commands.set([
      { type: ApplicationCommandType.Message, name: 'Check this message' },
    ]);
    const { mia, noah } = local.world.people;
    const { deskTalk } = local.world.places;
    const said = local.say(noah, deskTalk, 'They voted');
    const { messages } = await local.runOnMessage(mia, deskTalk, 'Check this message', said);
    expect(messages).toMatchObject([{ content: 'Noah: They voted', type: 23 }]);
    expect(local.problems()).toEqual([]);
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
