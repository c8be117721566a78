// What the client checks and completes while a person types a slash command.
import { ApplicationCommandOptionType } from 'discord.js';
import { expect, test } from 'vitest';
import { discord, login, registerAsk } from './bot.ts';

const question = {
  type: ApplicationCommandOptionType.String as const,
  name: 'question',
  description: 'What to ask',
  required: true,
  autocomplete: true,
  min_length: 3,
  max_length: 20,
};

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
