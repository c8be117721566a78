// Two copies of the bot over HTTP, behind one Discord that delivers to them in turn: together they are one bot.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand, notice } from '../../../src/bot/index.ts';
import type { Message, Person, Place } from '../../../src/local/server/index.ts';
import { createMemoryStore } from '../../../src/store/index.ts';
import { openRedisStore, type RedisStore } from '../../../src/store/redis-store.ts';
import { REDIS, type RedisServer, startRedis } from '../../store/redis-server.ts';
import { button, createStage, isPrivate, only, type Stage, textOf } from '../stage.ts';

const broken = defineCommand({
  description: 'Breaks',
  options: z.object({}),
  run() {
    throw new Error('the inside of the program');
  },
});
let begun = () => {};
let finish = () => {};
const slow = defineCommand({
  description: 'Takes its time',
  options: z.object({}),
  run: () =>
    new Promise((resolve) => {
      begun();
      finish = () => resolve(notice('Done at last'));
    }),
});

let server: RedisServer | undefined;
let stores: RedisStore[] = [];
let stage: Stage;
let mia: Person;
let noah: Person;
let max: Person;
let general: Place;
let deskTalk: Place;
beforeAll(async () => {
  server = REDIS ? await startRedis() : undefined;
  const { url } = server ?? {};
  if (url) stores = await Promise.all([1, 2].map(() => openRedisStore(url, () => {})));
  const alone = createMemoryStore();
  stage = await createStage({ broken, slow } as never, { copies: url ? stores : [alone, alone] });
  ({ mia, noah, max } = stage.local.world.people);
  ({ general, deskTalk } = stage.local.world.places);
});
afterAll(async () => {
  await stage.close();
  await Promise.all(stores.map((store) => store.close()));
  await server?.stop();
});
afterEach(() => expect(stage.local.problems()).toEqual([]));

const ask = (question: string, place = general, person = mia) =>
  stage.local.run(person, place, 'ask', { question });
const press = (person: Person, message: Message, label: string) =>
  stage.local.press(person, message, button(message, label));
const publicIn = (place: Place, part: string) =>
  stage.local
    .messages(noah, place)
    .filter((message) => !isPrivate(message) && textOf(message).includes(part));

test('nothing came over the gateway, which no copy opened', () => {
  const paths = stage.local.wire().flatMap((entry) => (entry.kind === 'rest' ? entry.request.path : []));
  expect(paths.filter((path) => path.includes('gateway'))).toEqual([]);
  expect(stage.entries.filter(({ sentence }) => sentence === 'Taking interactions over HTTP')).toHaveLength(
    2,
  );
});

test('questions at the same moment are each answered once, in private, as over the gateway', async () => {
  const outcomes = await Promise.all([
    ...Array.from({ length: 5 }, () => ask('how many voted yes')),
    ask('how many voted yes', stage.local.world.dm(mia)),
    ask('how many voted yes', stage.local.world.places.elsewhere),
  ]);
  for (const outcome of outcomes) {
    expect(textOf(only(outcome))).toContain('96.3% voted yes');
    expect(isPrivate(only(outcome))).toBe(true);
  }
});

test('choices, pictures, a message command and a button of an earlier answer work', async () => {
  const choices = await stage.local.complete(mia, general, 'ask', { question: 'how many' }, 'question');
  expect(choices.length).toBeGreaterThan(0);
  const votes = only(await stage.local.run(mia, general, 'votes'));
  expect(votes.attachments).toHaveLength(1);
  const said = stage.local.say(noah, general, 'Only 12% voted yes.');
  const checked = only(await stage.local.runOnMessage(mia, general, 'Check this message', said));
  expect(textOf(checked)).toContain('No, the article says otherwise');
  const answer = only(await ask('how many voted yes'));
  await press(mia, answer, 'Share');
  const [shared] = publicIn(general, 'Shared by Mia');
  expect(textOf(shared)).toContain('96.3% voted yes');
  if (shared) await press(mia, shared, 'Remove');
  expect(publicIn(general, 'Shared by Mia')).toEqual([]);
});

test('a deferred answer is filled in: a summary is posted by one copy, updated and removed by others', async () => {
  const run = async (what: string) => textOf(only(await stage.local.run(max, deskTalk, `summary ${what}`)));
  expect(await run('post')).toContain('posted and pinned');
  expect(await run('update')).toContain('already up to date');
  const asked = only(await stage.local.run(max, deskTalk, 'summary remove'));
  expect(textOf(asked)).toContain("Delete this channel's summary?");
  expect(textOf(only(await press(max, asked, 'Delete it')))).toContain('The summary is deleted');
});

test('a fault of the program is told with a number that the log has too', async () => {
  const said = textOf(only(await stage.local.run(mia, general, 'broken')));
  const entry = stage.entries.find(({ level }) => level === 'error');
  expect(said).toContain(String(entry?.fields.failure));
  expect(said).not.toContain('the inside');
});

describe.skipIf(!REDIS)('with a store that the copies share', () => {
  test('the same thing, shared by two members through two copies at once, is posted once', async () => {
    const question = 'when does the contract expire';
    const answers = [only(await ask(question)), only(await ask(question, general, noah))];
    const [one, two] = await Promise.all(
      [mia, noah].map((person, i) => press(person, answers[i] as Message, 'Share')),
    );
    expect(publicIn(general, 'Shared by ')).toHaveLength(1);
    expect([...(one?.messages ?? []), ...(two?.messages ?? [])].map(textOf).join()).toContain(
      'was just posted',
    );
    const third = only(await ask(question));
    expect(textOf(only(await press(mia, third, 'Share')))).toContain('go to the message');
  });

  test('two summaries posted at once in a channel end as one, pinned', async () => {
    const posts = await Promise.all(
      Array.from({ length: 4 }, () => stage.local.run(max, deskTalk, 'summary post')),
    );
    const said = posts.map((outcome) => textOf(only(outcome)));
    expect(said.filter((text) => text.includes('posted and pinned'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('already up to date'))).toHaveLength(3);
    expect(stage.local.pins(deskTalk)).toHaveLength(1);
  });

  test('nothing that a member typed is kept there', async () => {
    await ask('what did the guild say about 987654 kangaroos');
    const answer = only(await ask('what was the turnout'));
    await press(mia, answer, 'Share');
    const { createClient } = await import('@redis/client');
    const client = createClient({ url: server?.url ?? '' });
    await client.connect();
    const keys = await client.keys('*');
    const values = await client.mGet(keys);
    await client.close();
    expect(keys.length).toBeGreaterThan(3);
    const words =
      /^(?:picket-desk:)?(?:post|message|turn|busy|slot|member|channel|taken|[0-9a-f]{64}|\d+|\s)*$/;
    for (const stored of [...keys, ...values]) expect(stored).toMatch(words);
  });
});

test('a copy that closes finishes what it has accepted, and takes nothing new', async () => {
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const asked = stage.local.run(mia, general, 'slow');
  await started;
  const closed = stage.connection.close();
  finish();
  expect(await closed).toBe(0);
  expect(textOf(only(await asked))).toContain('Done at last');
  stage.connection = { ...stage.connection, close: async () => 0 };
});
