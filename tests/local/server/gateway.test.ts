// The gateway as a real discord.js client meets it: lost connections, resuming, refusals.
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { LocalDiscord } from '../../../src/local/server/index.ts';
import { discord, login, registerAsk } from './bot.ts';

const answering = async (local: LocalDiscord) => {
  const bot = await login(local, (i) => i.isChatInputCommand() && i.reply('ok'));
  await registerAsk(bot);
  const resumed = () =>
    new Promise((resolve) => bot.client.once(Events.ShardResume, (_, replayed) => resolve(replayed)));
  const run = () => local.run(local.world.people.mia, local.world.places.general, 'ask');
  return { ...bot, resumed, run };
};

test('a dropped connection is resumed, and what was sent meanwhile is caught up on', async () => {
  const local = await discord();
  const { run, resumed } = await answering(local);
  const back = resumed();
  local.gateway.drop();
  const outcome = run();
  expect(await outcome).toMatchObject({ status: 'answered' });
  expect(await back).toBeGreaterThanOrEqual(1);
  expect(await run()).toMatchObject({ status: 'answered' });
});

test('op 7, a resumable op 9 and close 4000 are resumed', async () => {
  const local = await discord();
  const { run, resumed } = await answering(local);
  for (const fault of [
    () => local.gateway.reconnect(),
    () => local.gateway.close(4000),
    () => local.gateway.invalidate(true),
  ]) {
    const back = resumed();
    fault();
    await back;
    expect(await run()).toMatchObject({ status: 'answered' });
  }
});

test('an op 9 that cannot be resumed makes the client identify again', async () => {
  const local = await discord();
  const { client, run } = await answering(local);
  const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
  local.gateway.invalidate(false);
  await ready;
  expect(await run()).toMatchObject({ status: 'answered' });
});

test('missed heartbeats make the client resume', async () => {
  const local = await discord({ heartbeatInterval: 100 });
  const { client, run, resumed } = await answering(local);
  const back = resumed();
  const lost = new Promise((resolve) => client.once(Events.ShardReconnecting, resolve));
  local.gateway.ignoreHeartbeats(true);
  await lost;
  local.gateway.ignoreHeartbeats(false);
  await back;
  expect(await run()).toMatchObject({ status: 'answered' });
});

test('close 4004 ends it: the client stays away and commands fail', async () => {
  const local = await discord();
  const { client, run } = await answering(local);
  const gone = new Promise<number>((resolve) =>
    client.once(Events.ShardDisconnect, ({ code }) => resolve(code)),
  );
  local.gateway.close(4004);
  expect(await gone).toBe(4004);
  expect(local.online).toBe(false);
  expect(await run()).toMatchObject({ status: 'failed', notice: expect.stringContaining('no bot') });
});

test('a wrong token is refused before the gateway, a privileged intent by it', async () => {
  const local = await discord();
  const client = new Client({ intents: [], rest: { api: local.api } });
  onTestFinished(() => client.destroy());
  await expect(client.login('local.wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
  const curious = new Client({ intents: [GatewayIntentBits.MessageContent], rest: { api: local.api } });
  onTestFinished(() => curious.destroy());
  await expect(curious.login(local.token)).rejects.toThrow(/disallowed intents/i);
});
