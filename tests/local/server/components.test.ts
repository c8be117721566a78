// What people see when a real discord.js client answers buttons, menus and message commands.
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  MessageFlags,
  StringSelectMenuBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { asking, discord, login, only } from './bot.ts';

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
