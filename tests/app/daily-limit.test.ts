// How often a person may do something in a day.
import { expect, test } from 'vitest';
import { createDailyLimit } from '../../src/app/daily-limit.ts';

test('each person may so many times a day, and as many again the next day', () => {
  let day = '2026-03-01';
  const may = createDailyLimit(2, () => day);
  expect([may('a'), may('a'), may('a'), may('b'), may('a')]).toEqual([true, true, false, true, false]);
  day = '2026-03-02';
  expect([may('a'), may('a'), may('a')]).toEqual([true, true, false]);
});

test('however many people come, few are remembered, and the latest are', () => {
  const may = createDailyLimit(1, () => '2026-03-01');
  for (let i = 0; i < 10_001; i += 1) expect(may(`person ${i}`)).toBe(true);
  expect(may('person 10000')).toBe(false);
  expect(may('person 0')).toBe(true);
});
