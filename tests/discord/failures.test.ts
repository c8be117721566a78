// Failures are reported to the member or ignored, as appropriate, without any internals.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand, notice } from '../../src/bot/index.ts';
import { connect, DiscordRefusal } from '../../src/discord/index.ts';
import { createLocalDiscord, type Person, type Place } from '../../src/local/server/index.ts';
import { button, createStage, isPrivate, keep, only, type Stage, textOf } from './stage.ts';

const broken = defineCommand({
  description: 'Breaks',
  options: z.object({}),
  run() {
    throw new Error('the inside of the program');
  },
});

let begin = () => {};
let finish = () => {};
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});
const finished = new Promise<void>((resolve) => {
  finish = resolve;
});
const slow = defineCommand({
  description: 'Takes its time',
  options: z.object({}),
  async run() {
    begin();
    await finished;
    return notice('Done at last');
  },
});

const CALLBACK = /^\/interactions\/.*\/callback/;

let stage: Stage;
let mia: Person;
let general: Place;
beforeEach(async () => {
  stage = await createStage({ broken, slow });
  mia = stage.local.world.people.mia;
  general = stage.local.world.places.general;
});
afterEach(async () => {
  expect(stage.local.problems()).toEqual([]);
  await stage.close();
});

const ask = (question = 'how many voted yes') => stage.local.run(mia, general, 'ask', { question });
const logged = (level: 'warn' | 'error') => stage.entries.filter((entry) => entry.level === level);

test('a fault of the program is answered in private with a number that the log has too', async () => {
  const message = only(await stage.local.run(mia, general, 'broken'));
  expect(isPrivate(message)).toBe(true);
  expect(textOf(message)).not.toContain('the inside');
  const [entry] = logged('error');
  expect(String(entry?.fields.err)).toContain('the inside of the program');
  expect(textOf(message)).toContain(String(entry?.fields.failure));
  expect(textOf(only(await ask()))).toContain('96.3%');
});

test('an answer is sent again when the connection broke', async () => {
  stage.local.failNext({ method: 'POST', route: CALLBACK, reset: true });
  expect(textOf(only(await ask()))).toContain('96.3%');
  expect(logged('error')).toEqual([]);
});

test('an answer is sent again by discord.js when Discord failed itself', async () => {
  stage.local.failNext({ method: 'POST', route: CALLBACK, status: 502 });
  expect(textOf(only(await ask()))).toContain('96.3%');
});

test.each([
  [10062, 404, 'did not wait'],
  [40060, 400, 'responded to already'],
])('error %i is dropped with a line in the log', async (code, status, words) => {
  const impatient = await createStage({}, { responseWindow: 50 });
  const { local, entries } = impatient;
  local.failNext({ method: 'POST', route: CALLBACK, status, code });
  const outcome = await local.run(local.world.people.mia, local.world.places.general, 'about');
  expect(outcome.messages).toEqual([]);
  const noticed = () => entries.filter(({ level }) => level !== 'info');
  await expect.poll(noticed).toMatchObject([{ level: 'warn', sentence: expect.stringContaining(words) }]);
  await impatient.close();
});

test.each([
  [50001, 'View Channel'],
  [50013, 'Send Messages'],
])('error %i names the permission that is missing', async (code, permission) => {
  const message = only(await ask());
  stage.local.failNext({ method: 'POST', route: /^\/webhooks\//, status: 403, code });
  const { messages } = await stage.local.press(mia, message, button(message, 'Share'));
  expect(messages.map(textOf).join()).toContain(`"${permission}"`);
});

test('a shared answer that is gone already is removed without a fuss', async () => {
  const message = only(await ask());
  const { messages } = await stage.local.press(mia, message, button(message, 'Share'));
  const shared = messages.find((one) => !isPrivate(one)) ?? message;
  stage.local.failNext({ method: 'DELETE', route: /^\/webhooks\//, status: 404, code: 10008 });
  await stage.local.press(mia, shared, button(shared, 'Remove'));
  expect([...logged('error'), ...logged('warn')]).toEqual([]);
});

test('a dropped connection is reported and resumed', async () => {
  stage.local.gateway.drop();
  await expect.poll(() => stage.entries.map(({ sentence }) => sentence)).toContain('Connection resumed');
  expect(logged('warn').map(({ sentence }) => sentence)).toContain('Connection lost; connecting again');
  expect(textOf(only(await ask()))).toContain('96.3%');
});

test.each([
  [4004, 'DISCORD_TOKEN'],
  [4014, 'intents'],
])('close code %i ends the connection with a reason', async (code, words) => {
  stage.local.gateway.close(code);
  const reason = await stage.connection.ended;
  expect(reason).toBeInstanceOf(DiscordRefusal);
  expect(reason.message).toContain(words);
  expect(reason.message).toContain(String(code));
});

test('the invite link asks for what posting and pinning a summary takes, that to an account for nothing', () => {
  const links = stage.entries.find(({ fields }) => fields.account)?.fields;
  const asksFor = (link: unknown) => Object.fromEntries(new URL(String(link)).searchParams);
  expect(asksFor(links?.server)).toEqual({
    client_id: stage.local.applicationId,
    scope: 'bot applications.commands',
    permissions: '2251799813803008',
  });
  expect(asksFor(links?.account)).toEqual({
    client_id: stage.local.applicationId,
    scope: 'applications.commands',
    integration_type: '1',
  });
});

test('closing waits for what is under way', async () => {
  const asked = stage.local.run(mia, general, 'slow');
  await begun;
  const closed = stage.connection.close();
  finish();
  await closed;
  expect(stage.local.messages(mia, general).map(textOf).join()).toContain('Done at last');
  expect((await asked).status).toBe('answered');
});

test('a token that is refused and an address that nobody answers at are told as such', async () => {
  const local = await createLocalDiscord();
  local.failNext({ route: /gateway\/bot/, status: 401 });
  const { bot } = stage;
  await expect(connect({ bot, token: local.token, api: local.api, log: keep([]) })).rejects.toThrow(
    'DISCORD_TOKEN',
  );
  await local.close();
  await expect(connect({ bot, token: local.token, api: local.api, log: keep([]) })).rejects.toThrow(
    'Discord cannot be reached (ECONNREFUSED)',
  );
});

test('a server that the bot may not register commands in is named as the problem', async () => {
  const { local, bot } = stage;
  local.failNext({ route: /\/guilds\/\d+\/commands/, status: 403, code: 50001 });
  await expect(
    connect({ bot, token: local.token, api: local.api, log: keep([]), guildId: '100000000000000000' }),
  ).rejects.toThrow('DISCORD_GUILD_ID');
});
