// Numbers, dates and times in the words that members read, and texts cut at a word.
import { expect, test } from 'vitest';
import { filterChoices } from '../../src/bot/filter-choices.ts';
import { shorten } from '../../src/bot/shorten.ts';
import { formatNumber, sayDate, sayTime } from '../../src/bot/values.ts';

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
  expect(sayDate(date)).toBe(said);
});

test.each([
  ['16:45', '4:45 p.m.'],
  ['00:05', '12:05 a.m.'],
  ['12:00', '12:00 p.m.'],
])('%s is said as %s', (time, said) => {
  expect(sayTime(time)).toBe(said);
});

test.each([
  ['one two three', 13, 'one two three'],
  ['one two three', 12, 'one two…'],
  ['onetwothree', 5, 'onet…'],
  ['ab😀cd', 4, 'ab…'],
])('%s in %i characters is %s', (text, limit, short) => {
  expect(shorten(text, limit)).toBe(short);
});

test('picking finds every typed word in names and other words, and an exact value alone', () => {
  const entries = [
    { name: 'The guild', value: 'guild', words: ['union'] },
    { name: 'The guild committee', value: 'committee' },
  ];
  const values = (typed: string) => filterChoices(entries, typed).map(({ value }) => value);
  expect(values('')).toEqual(['guild', 'committee']);
  expect(values('GUILD the')).toEqual(['guild', 'committee']);
  expect(values('union')).toEqual(['guild']);
  expect(values('guild')).toEqual(['guild']);
  expect(values('studios')).toEqual([]);
});
