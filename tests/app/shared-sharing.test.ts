// Channels in which sharing is off, for all copies of a bot.
import { expect, test } from 'vitest';
import { createSharedSharing } from '../../src/app/shared-sharing.ts';
import type { Journal } from '../../src/store/index.ts';
import { type Entry, keep } from '../discord/stage.ts';

function createJournal(): Journal {
  const lists = new Map<string, string[]>();
  return {
    async append(list, entry, { maximum }) {
      lists.set(list, [...(lists.get(list) ?? []), entry].slice(-maximum));
    },
    entries: async (names) => names.flatMap((name) => lists.get(name) ?? []),
  };
}

test('what one copy turns, all of them know', async () => {
  const journal = createJournal();
  const [one, other] = [createSharedSharing(journal, keep([])), createSharedSharing(journal, keep([]))];
  expect(await other.isOff('1')).toBe(false);
  expect(await one.turn('1', 'off')).toBe(true);
  expect([await other.isOff('1'), await other.isOff('2')]).toEqual([true, false]);
  await other.turn('1', 'on');
  expect(await one.isOff('1')).toBe(false);
});

test('while the store cannot be reached, nothing is shared and nothing turned, and the operator is told', async () => {
  const log: Entry[] = [];
  const fail = () => Promise.reject(new Error('The socket closed'));
  const sharing = createSharedSharing({ append: fail, entries: fail }, keep(log));
  expect(await sharing.isOff('1')).toBe(true);
  expect(await sharing.turn('1', 'off')).toBe(false);
  expect(log.map(({ level }) => level)).toEqual(['error', 'error']);
});
