// However many members use the bot, discord.js keeps nothing of them.
import { Client } from 'discord.js';
import { expect, onTestFinished, test, vi } from 'vitest';
import { button, createStage, only, textOf } from './stage.ts';

test('after commands, buttons and message commands in a server, a thread and a direct message, nothing is kept', async () => {
  const login = vi.spyOn(Client.prototype, 'login');
  onTestFinished(() => login.mockRestore());
  const stage = await createStage();
  onTestFinished(() => stage.close());
  const client = login.mock.contexts[0] as Client;
  const { local } = stage;
  const { people, places, dm } = local.world;
  for (const person of Object.values(people))
    for (const place of [places.general, places.thread, dm(person)]) {
      const answer = only(await local.run(person, place, 'ask', { question: 'how many voted yes' }));
      expect(textOf(answer)).toContain('96.3%');
      await local.press(person, answer, button(answer, 'How many people voted'));
      const said = local.say(person, place, '12% voted yes');
      expect(textOf(only(await local.runOnMessage(person, place, 'Check this message', said)))).toContain(
        '96.3%',
      );
    }
  await stage.connection.idle();
  expect(client.guilds.cache.size).toBe(1);
  const kept = {
    users: client.users.cache.size,
    channels: client.channels.cache.size,
    members: client.guilds.cache.reduce((sum, guild) => sum + guild.members.cache.size, 0),
    entitlements: client.application?.entitlements.cache.size,
  };
  expect(kept).toEqual({ users: 0, channels: 0, members: 0, entitlements: 0 });
  expect(local.problems()).toEqual([]);
});
