// The list of unanswered questions that the copies of a bot share: its entries, their order, and what is dropped.
import { expect, test } from 'vitest';
import { openSharedUnanswered, readSharedUnanswered } from '../../src/app/shared-unanswered.ts';
import { createMemoryStore, type Journal } from '../../src/store/index.ts';
import { type Entry, keep } from '../discord/stage.ts';

const DAY = 86_400_000;

/** Lists that keep their promises but the lifetime, which is recorded. */
function createJournal() {
  const lists = new Map<string, string[]>();
  const lifetimes: number[] = [];
  const journal: Journal = {
    async append(list, entry, { lifetime, maximum }) {
      lists.set(list, [...(lists.get(list) ?? []), entry].slice(-maximum));
      lifetimes.push(lifetime);
    },
    entries: async (names) => names.flatMap((name) => lists.get(name) ?? []),
  };
  return { store: { ...createMemoryStore(), ...journal }, lifetimes, lists };
}

const HERE = '123456789012345678';
const somebody = (i: number) => ({ memberId: `member ${i}`, serverId: HERE });

test('questions are de-identified, listed oldest first, and gone after the days, in the store too', async () => {
  const { store, lifetimes, lists } = createJournal();
  let now = Date.UTC(2026, 2, 1, 23);
  const bounds = { days: 2, most: 100 };
  const list = await openSharedUnanswered(store, bounds, keep([]), () => now);
  expect(await list.add('Did <@123456789012345678> strike? id 987654321', somebody(1))).toBe('listed');
  expect(await list.add('<@123456789012345678>', somebody(1))).toBe('nothing left');
  now += 2 * DAY;
  expect(await list.add('and in May', { memberId: 'member 1' })).toBe('listed');
  const may = { day: '2026-03-03', question: 'and in may' };
  const first = {
    day: '2026-03-01',
    question: 'did strike? id',
    server: expect.stringMatching(/^[\w-]{16}$/),
  };
  const read = () => readSharedUnanswered(store, bounds, () => now);
  expect(await read()).toEqual([first, may]);
  expect(await list.entriesOf(HERE)).toEqual([first]);
  now += DAY;
  expect(await read()).toEqual([may]);
  expect(lifetimes).toEqual([3 * DAY, 3 * DAY]);
  expect(JSON.stringify([...lists])).not.toContain('123456789012345678');
});

test('a flood keeps the latest thousand of a day', async () => {
  const { store } = createJournal();
  const bounds = { days: 1, most: 2_000 };
  const list = await openSharedUnanswered(store, bounds, keep([]), () => 0);
  for (let i = 0; i <= 1_000; i += 1) await list.add(`question ${i}`, somebody(i));
  const entries = await readSharedUnanswered(store, bounds, () => 0);
  expect([entries.length, entries[0]?.question]).toEqual([1_000, 'question 1']);
});

test('where the store fails, the member is told that the question was not kept, and the log does not hold it', async () => {
  const entries: Entry[] = [];
  const { store } = createJournal();
  const list = await openSharedUnanswered(
    { ...store, append: () => Promise.reject(new Error('The socket closed')) },
    { days: 30, most: 100 },
    keep(entries),
  );
  expect(await list.add('which zebras', somebody(1))).toBe('not written');
  expect(entries.map(({ level }) => level)).toEqual(['warn']);
  expect(JSON.stringify(entries)).not.toContain('zebras');
});

test('copies share the codes of the servers, and another store has others', async () => {
  const { store } = createJournal();
  const bounds = { days: 1, most: 100 };
  const [one, other] = [
    await openSharedUnanswered(store, bounds, keep([])),
    await openSharedUnanswered(store, bounds, keep([])),
  ];
  await one.add('from here', somebody(1));
  await other.add('from there', { memberId: 'member 2', serverId: '876543210987654321' });
  expect((await other.entriesOf(HERE)).map(({ question }) => question)).toEqual(['from here']);
  const elsewhere = createJournal();
  const third = await openSharedUnanswered({ ...elsewhere.store, entries: store.entries }, bounds, keep([]));
  expect(await third.entriesOf(HERE)).toEqual([]);
});
