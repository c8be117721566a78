// Faults on demand: what is refused, lost on the way to Discord or back, answered late or twice.
import { Client, Events, type Interaction } from 'discord.js';
import { expect, test } from 'vitest';
import type { RestFault } from '../../../src/local/server/index.ts';
import { discord, login, registerAsk } from './bot.ts';

const CALLBACK = /^\/interactions\//;

/** What a bot that replies once, without trying again, is told, and what the person then sees. */
async function replyWith(fault: RestFault) {
  const local = await discord();
  const { mia } = local.world.people;
  const { general } = local.world.places;
  const bot = await login(local, (i) => i.isChatInputCommand() && i.reply('here'));
  await registerAsk(bot);
  bot.client.rest.options.timeout = fault.hang ? 200 : 60_000;
  local.failNext({ method: 'POST', route: CALLBACK, ...fault });
  void local.run(mia, general, 'ask');
  await local.ready();
  const shown = () => local.messages(mia, general).map(({ content }) => content);
  return { bot, shown };
}

test.each([
  ['refused', { status: 403, code: 50001 }, { code: 50001 }, 0],
  ['refused after it was taken', { status: 502, taken: true }, { status: 502 }, 1],
  ['lost on the way', { reset: true }, { code: 'UND_ERR_SOCKET' }, 0],
  ['taken, and the answer lost', { reset: true, taken: true }, { code: 'UND_ERR_SOCKET' }, 1],
  ['never answered', { hang: true }, { name: 'AbortError' }, 0],
  ['taken and never answered', { hang: true, taken: true }, { name: 'AbortError' }, 1],
])('a request is %s', async (_, fault, error, messages) => {
  const { bot, shown } = await replyWith(fault);
  await expect.poll(() => bot.errors).toMatchObject([error]);
  expect(shown()).toEqual(Array(messages).fill('here'));
});

test('a limit with Retry-After is waited out by discord.js, and its fields say whose limit it is', async () => {
  const { bot, shown } = await replyWith({ status: 429, retryAfter: 0.01, global: true });
  await expect.poll(shown).toEqual(['here']);
  expect(bot.errors).toEqual([]);
});

test('what is late is served as usual', async () => {
  const { shown } = await replyWith({ delay: 50 });
  await expect.poll(shown).toEqual(['here']);
});

test('an event arrives several times, and any event can be sent', async () => {
  const local = await discord();
  const ids: string[] = [];
  const bot = await login(local, (i: Interaction) => void ids.push(i.id));
  await registerAsk(bot);
  local.gateway.repeatNext(1, 3);
  void local.run(local.world.people.mia, local.world.places.general, 'ask');
  await expect.poll(() => ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
  const seen = new Promise((resolve) =>
    bot.client.on(Events.Raw, ({ t, d }) => t === 'MADE_UP' && resolve(d)),
  );
  local.gateway.dispatch('MADE_UP', { any: 'thing' });
  expect(await seen).toEqual({ any: 'thing' });
});

test('the gateway refuses connections until it takes them again, and counts the attempts', async () => {
  const local = await discord();
  const bot = await login(local, (i) => i.isChatInputCommand() && i.reply('back'));
  await registerAsk(bot);
  expect(local.gateway.attempts).toBe(1);
  local.gateway.refuse(true);
  local.gateway.drop();
  await expect.poll(() => local.gateway.attempts).toBeGreaterThan(2);
  expect(local.online).toBe(false);
  local.gateway.refuse(false);
  await expect.poll(() => local.online).toBe(true);
});

test('a bot that used up its logins is told until when', async () => {
  const local = await discord();
  local.gateway.limitSessions(0, 3_600_000);
  const client = new Client({ intents: [], rest: { api: local.api } });
  await expect(client.login(local.token)).rejects.toThrow('Not enough sessions remaining');
  await client.destroy();
});

test('a channel message with a nonce is posted once', async () => {
  const local = await discord();
  const { general, deskTalk } = local.world.places;
  const post = async (place: typeof general, nonce: string) => {
    const response = await fetch(`${local.api}/v10/channels/${place.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${local.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'once', nonce, enforce_nonce: true }),
    });
    return ((await response.json()) as { id: string }).id;
  };
  const first = await post(general, '1');
  expect(await post(general, '1')).toBe(first);
  expect(await post(general, '2')).not.toBe(first);
  expect(await post(deskTalk, '1')).not.toBe(first);
});

test('where a member may not use external apps, a bot that they bring along answers them alone', async () => {
  const local = await discord();
  const { mia } = local.world.people;
  const { elsewhere } = local.world.places;
  const bot = await login(local, (i) => i.isChatInputCommand() && i.reply('for all'));
  await registerAsk(bot);
  const flagsOf = async () =>
    (await local.run(mia, elsewhere, 'ask')).messages.map(({ flags }) => flags & 64);
  expect(await flagsOf()).toEqual([0]);
  local.deny(mia, elsewhere, 'UseExternalApps');
  expect(await flagsOf()).toEqual([64]);
});
