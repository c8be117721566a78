// However many members use the bot, discord.js keeps nothing about them.
import { Client, REST } from 'discord.js';
import { expect, onTestFinished, test, vi } from 'vitest';
import { restOptions } from '../../src/discord/rest-client.ts';
import { button, createStage, keep, only, type Stage, textOf } from './stage.ts';

/** A person asks, presses a button and has a message checked, in every kind of place; a moderator looks at the summary. */
async function use({ local }: Stage, names: readonly string[]): Promise<void> {
  const { people, places, dm } = local.world;
  for (const person of Object.values(people).filter(({ name }) => names.includes(name)))
    for (const place of [places.general, places.thread, places.elsewhere, dm(person)]) {
      const answer = only(await local.run(person, place, 'ask', { question: 'how many voted yes' }));
      expect(textOf(answer)).toContain('96.3%');
      await local.press(person, answer, button(answer, 'How many people voted'));
      const said = local.say(person, place, '12% voted yes');
      expect(textOf(only(await local.runOnMessage(person, place, 'Check this message', said)))).toContain(
        '96.3%',
      );
    }
  await local.run(people.max, places.general, 'summary preview');
}

/** The number of entries of every map and set that an object leads to, by its path. */
function sizesIn(root: object): Map<string, number> {
  const sizes = new Map<string, number>();
  const seen = new WeakSet();
  const visit = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Map || value instanceof Set) sizes.set(path, value.size);
    if (value instanceof Map) for (const [key, inside] of value) visit(inside, `${path}/${String(key)}`);
    // The caches themselves are not enumerable.
    for (const [key, { value: inside }] of Object.entries(Object.getOwnPropertyDescriptors(value)))
      visit(inside, `${path}.${key}`);
  };
  visit(root, 'client');
  return sizes;
}

test('discord.js makes nothing of an interaction', async () => {
  const login = vi.spyOn(Client.prototype, 'login');
  onTestFinished(() => login.mockRestore());
  const stage = await createStage();
  onTestFinished(() => stage.close());
  const client = login.mock.contexts[0] as Client;
  const made: unknown[] = [];
  client.on('interactionCreate', (interaction) => made.push(interaction));
  const { people, places } = stage.local.world;
  await stage.local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' });
  expect([stage.local.wire().some(({ kind }) => kind === 'gateway'), made]).toEqual([true, []]);
});

test('after other people did the same in every kind of place, discord.js keeps no more than before', async () => {
  const login = vi.spyOn(Client.prototype, 'login');
  onTestFinished(() => login.mockRestore());
  const stage = await createStage();
  onTestFinished(() => stage.close());
  const client = login.mock.contexts[0] as Client;
  const { people } = stage.local.world;
  await use(stage, [people.mia.name]);
  await stage.connection.idle();
  const before = sizesIn(client);
  await use(
    stage,
    Object.values(people)
      .map(({ name }) => name)
      .filter((name) => name !== people.mia.name),
  );
  await stage.connection.idle();
  const grown = [...sizesIn(client)].filter(([path, size]) => size > (before.get(path) ?? 0));
  // The routes of edited answers are dropped a minute later; see below.
  expect(grown.filter(([path]) => !path.startsWith('client.rest.handlers'))).toEqual([]);
  expect(before.size).toBeGreaterThan(20);
  expect(stage.local.problems()).toEqual([]);
});

test('of interactions whose answers were edited, nothing is kept two minutes later', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const rest = new REST({
    ...restOptions({ log: keep([]) }),
    makeRequest: async () => new Response('{}') as never,
  });
  for (let i = 0; i < 10; i += 1)
    await rest.patch(`/webhooks/123456789012345678/token-${i}/messages/@original`, { auth: false, body: {} });
  expect(rest.handlers.size).toBe(10);
  vi.advanceTimersByTime(120_000);
  expect(rest.handlers.size).toBe(0);
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
});
