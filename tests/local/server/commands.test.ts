// Registering commands with a real discord.js client, and who is offered them where.
import { ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { discord, login } from './bot.ts';

test('commands are set, read, added, changed and deleted; what stays keeps its id', async () => {
  const local = await discord();
  const { client } = await login(local, () => {});
  const { commands } = client.application;
  const guildId = local.world.places.general.guild?.id ?? '';
  const set = await commands.set([{ name: 'ask', description: 'Ask' }]);
  const again = await commands.set([
    { name: 'ask', description: 'Ask anew' },
    { name: 'votes', description: 'Votes' },
  ]);
  expect(again.find(({ name }) => name === 'ask')?.id).toBe(set.first()?.id);
  const added = await commands.create({ name: 'dates', description: 'Dates' }, guildId);
  expect(added.guildId).toBe(guildId);
  await commands.edit(added.id, { description: 'All dates' }, guildId);
  expect((await commands.fetch({ guildId })).map(({ description }) => description)).toEqual(['All dates']);
  expect((await commands.fetch(again.first()?.id ?? '')).name).toBe('ask');
  expect(local.registered().map(({ name }) => name)).toEqual(['ask', 'votes', 'dates']);
  await commands.delete(added.id, guildId);
  expect((await commands.fetch({ guildId })).size).toBe(0);
  await expect(commands.delete(added.id, guildId)).rejects.toMatchObject({ code: 10063 });
  expect(local.problems()).toEqual([]);
});

test('what is offered follows context, installation and permission', async () => {
  const local = await discord();
  const { client } = await login(local, () => {});
  await client.application.commands.set([
    { name: 'anywhere', description: 'x', contexts: [0, 1, 2], integrationTypes: [0, 1] },
    { name: 'server', description: 'x', contexts: [0] },
    { name: 'direct', description: 'x', contexts: [1] },
    {
      name: 'moderate',
      description: 'x',
      contexts: [0],
      defaultMemberPermissions: PermissionFlagsBits.ManageMessages,
    },
    { name: 'Check this message', type: ApplicationCommandType.Message },
  ]);
  const { mia, max } = local.world.people;
  const { general, elsewhere, forum } = local.world.places;
  const names = (...where: Parameters<typeof local.commands>) =>
    local.commands(...where).map(({ name }) => name);
  expect(names(mia, general)).toEqual(['anywhere', 'server', 'Check this message']);
  expect(names(max, general)).toEqual(['anywhere', 'server', 'moderate', 'Check this message']);
  expect(names(max, elsewhere)).toEqual(['anywhere']);
  expect(names(mia, local.world.dm(mia))).toEqual(['anywhere', 'direct', 'Check this message']);
  expect(names(mia, forum)).toEqual([]);
  local.deny(mia, general, 'UseApplicationCommands');
  expect(names(mia, general)).toEqual([]);
  expect(await local.run(mia, general, 'server')).toMatchObject({ status: 'rejected' });
  expect(local.problems()).toEqual([]);
});
