// The list of unanswered questions that copies of the bot share: what stands in it, in which order, and what goes.
import { expect, test } from 'vitest';
import { openSharedUnanswered } from '../../src/app/shared-unanswered.ts';
import type { Journal } from '../../src/store/index.ts';
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
  return { journal, lifetimes, lists };
}

test('questions are de-identified, listed oldest first, and gone after the days, in the store too', async () => {
  const { journal, lifetimes, lists } = createJournal();
  let now = Date.UTC(2026, 2, 1, 23);
  const list = openSharedUnanswered(journal, 2, keep([]), () => now);
  expect(await list.add('Did <@123456789012345678> strike? id 987654321')).toBe(true);
  expect(await list.add('<@123456789012345678>')).toBe(false);
  now += 2 * DAY;
  expect(await list.add('and in May')).toBe(true);
  const may = { day: '2026-03-03', question: 'and in may' };
  expect(await list.entries()).toEqual([{ day: '2026-03-01', question: 'did strike? id' }, may]);
  now += DAY;
  expect(await list.entries()).toEqual([may]);
  expect(lifetimes).toEqual([3 * DAY, 3 * DAY]);
  expect(JSON.stringify([...lists])).not.toContain('123456789012345678');
});

test('a flood keeps the latest thousand of a day', async () => {
  const { journal } = createJournal();
  const list = openSharedUnanswered(journal, 1, keep([]), () => 0);
  for (let i = 0; i <= 1_000; i += 1) await list.add(`question ${i}`);
  const entries = await list.entries();
  expect([entries.length, entries[0]?.question]).toEqual([1_000, 'question 1']);
});

test('where the store fails, the member is told that the question was not kept, and the log does not hold it', async () => {
  const entries: Entry[] = [];
  const { journal } = createJournal();
  const list = openSharedUnanswered(
    { ...journal, append: () => Promise.reject(new Error('The socket closed')) },
    30,
    keep(entries),
  );
  expect(await list.add('which zebras')).toBe(false);
  expect(entries.map(({ level }) => level)).toEqual(['warn']);
  expect(JSON.stringify(entries)).not.toContain('zebras');
});
