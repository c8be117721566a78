// Numbers, dates and times are formatted as members read them.
import { expect, test } from 'vitest';
import { formatDate, formatNumber, formatTime } from '../../src/bot/values.ts';

test.each([
  [{ number: 96.3, unit: 'percent', of: 'ballots' }, '96.3% of ballots'],
  [{ number: 13000, unit: 'members', bound: 'nearly' as const }, 'nearly 13,000 members'],
  [{ number: 287000000, unit: 'dollars', bound: 'over' as const }, 'more than 287,000,000 dollars'],
  [{ number: 6077, low: 6074, high: 6079, unit: 'ballots' }, '6,074 to 6,079 ballots'],
  [{ number: 3.7, unit: 'percent' }, '3.7%'],
])('%o is said as %s', (value, said) => {
  expect(formatNumber({ kind: 'number', ...value })).toBe(said);
});

test.each([
  ['2017', '2017'],
  ['2017-03', 'March 2017'],
  ['2017-04-24', 'Monday, April 24, 2017'],
])('%s is said as %s wherever the bot runs', (date, said) => {
  expect(formatDate(date)).toBe(said);
});

test.each([
  ['16:45', '4:45 p.m.'],
  ['00:05', '12:05 a.m.'],
  ['12:00', '12:00 p.m.'],
])('%s is said as %s', (time, said) => {
  expect(formatTime(time)).toBe(said);
});
