// Discord's errors for interactions: too late, twice, unknown, expired, and messages that are gone.
import { MessageFlags, REST, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { discord, login, registerAsk } from './bot.ts';

test('a response after the window is 10062', async () => {
  const local = await discord({ responseWindow: 50 });
  let giveUp = () => {};
  const givenUp = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  const bot = await login(local, async (i) => {
    await givenUp;
    if (i.isChatInputCommand()) await i.reply('late');
  });
  await registerAsk(bot);
  const { status } = await local.run(local.world.people.mia, local.world.places.general, 'ask');
  expect(status).toBe('failed');
  giveUp();
  await expect.poll(() => bot.errors).toMatchObject([{ code: 10062, status: 404 }]);
});

test('a second response is 40060', async () => {
  const local = await discord();
  const bot = await login(local, async (i) => {
    if (!i.isChatInputCommand()) return;
    await i.reply('one');
    await i.client.rest.post(Routes.interactionCallback(i.id, i.token), {
      body: { type: 4, data: { content: 'two' } },
      auth: false,
    });
  });
  await registerAsk(bot);
  const { messages } = await local.run(local.world.people.mia, local.world.places.general, 'ask');
  expect(bot.errors).toMatchObject([{ code: 40060, status: 400 }]);
  expect(messages.map(({ content }) => content)).toEqual(['one']);
});

test('an edit after the token has died is 50027, and the client keeps its own token', async () => {
  const local = await discord({ tokenLife: -1 });
  const bot = await login(local, async (i) => {
    if (!i.isChatInputCommand()) return;
    await i.reply('one');
    await i.editReply('two');
  });
  await registerAsk(bot);
  await local.run(local.world.people.mia, local.world.places.general, 'ask');
  expect(bot.errors).toMatchObject([{ code: 50027, status: 401 }]);
  expect(await bot.client.application.commands.fetch()).toHaveLength(1);
});

test('an edit of a deleted reply is 10008; unknown tokens are 10062 and 10015', async () => {
  const local = await discord();
  const bot = await login(local, async (i) => {
    if (!i.isChatInputCommand()) return;
    await i.reply({ content: 'one', flags: MessageFlags.Ephemeral });
    await i.deleteReply();
    await i.editReply('two');
  });
  await registerAsk(bot);
  await local.run(local.world.people.mia, local.world.places.general, 'ask');
  expect(bot.errors).toMatchObject([{ code: 10008, status: 404 }]);
  const rest = new REST({ api: local.api });
  await expect(
    rest.post(Routes.interactionCallback('1', 'x'), { body: { type: 5 }, auth: false }),
  ).rejects.toMatchObject({
    code: 10062,
  });
  await expect(
    rest.post(Routes.webhook('1', 'x'), { body: { content: 'x' }, auth: false }),
  ).rejects.toMatchObject({
    code: 10015,
  });
});

test('a private reply cannot be reached through the channel', async () => {
  const local = await discord();
  const { mia } = local.world.people;
  const { general } = local.world.places;
  const bot = await login(local, async (i) => {
    if (!i.isChatInputCommand()) return;
    await i.reply({ content: 'one', flags: MessageFlags.Ephemeral });
    const { id } = await i.fetchReply();
    await i.client.rest.put(Routes.channelMessagesPin(general.id, id));
  });
  await registerAsk(bot);
  await local.run(mia, general, 'ask');
  expect(bot.errors).toMatchObject([{ code: 10008 }]);
  expect(local.pins(general)).toEqual([]);
});
