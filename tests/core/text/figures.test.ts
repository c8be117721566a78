// Numbers, dates and times as members type them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFigures } from '../../../src/core/text/figures.ts';

test.each([
  ['so 90% voted yes', { number: 90, unit: 'percent' }],
  ['ninety-six percent', { number: 96, unit: 'percent' }],
  ['three per cent', { number: 3, unit: 'percent' }],
  ['about two thirds of them', { number: 200 / 3, unit: 'percent', hedge: 'about' }],
  ['2/3 of members', { number: 200 / 3, unit: 'percent' }],
  ['nearly a quarter', { number: 25, unit: 'percent', hedge: 'just under' }],
  ['less than half', { number: 50, unit: 'percent', hedge: 'under' }],
  ['nine out of ten', { number: 90, unit: 'percent' }],
  ['13k members', { number: 13_000, unit: 'members', precision: 500 }],
  ['$287M', { number: 287e6, unit: 'dollars', precision: 500_000 }],
  ['$28.7 million', { number: 28.7e6, unit: 'dollars' }],
  ['over a hundred days', { number: 100, unit: 'days', hedge: 'over' }],
  ['6,310 ballots', { number: 6310, unit: 'ballots' }],
  ['a hundred percent', { number: 100, unit: 'percent', precision: 0.5 }],
  ['six thousand votes', { number: 6000, unit: 'votes' }],
  ['a full month', { number: 1, unit: 'months' }],
  ['ninety-six point three percent', { number: 96.3, unit: 'percent', precision: 0.05 }],
  ['six thousand three hundred and ten ballots', { number: 6310, unit: 'ballots' }],
  ['two hundred and eighty-seven million dollars', { number: 287e6, unit: 'dollars' }],
  ['sixty seven and a half percent', { number: 67.5, unit: 'percent' }],
  ['three dozen writers', { number: 36, unit: 'writers' }],
  ['two hundred and thirty-odd ballots', { number: 230, unit: 'ballots', hedge: 'about' }],
  ['96ish percent', { number: 96, unit: 'percent', hedge: 'about' }],
  ['a quarter of a billion', { number: 250e6, unit: '' }],
  ['half a year', { number: 0.5, unit: 'years' }],
  ['two of every three', { number: 200 / 3, unit: 'percent' }],
  ['not 13,000 members', { number: 13_000, unit: 'members', hedge: 'not' }],
  ['not even half', { number: 50, unit: 'percent', hedge: 'under' }],
  ['no more than 70%', { number: 70, unit: 'percent', hedge: 'under' }],
  ["didn't exceed 70%", { number: 70, unit: 'percent', hedge: 'under' }],
  ['not less than 70%', { number: 70, unit: 'percent', hedge: 'over' }],
  ['not quite 13,000 members', { number: 13_000, unit: 'members', hedge: 'just under' }],
  ['did not last 100 days', { number: 100, unit: 'days', hedge: 'not' }],
  ['$287-million', { number: 287e6, unit: 'dollars' }],
  ['longer than 90 days', { number: 90, unit: 'days', hedge: 'over' }],
])('the number in "%s"', (text, figure) => {
  expect(readFigures(text)).toEqual([expect.objectContaining({ kind: 'number', ...figure })]);
});

test.each([
  ['march 14', { month: 3, day: 14 }],
  ['on May the 1st', { month: 5, day: 1 }],
  ['the 24th of April 2017', { month: 4, day: 24, year: 2017 }],
  ['5/1', { month: 5, day: 1 }],
  ['last Friday', { weekday: 5 }],
  ['the 2007-08 strike', { year: 2007 }],
  ["back in '07", { year: 2007 }],
  ['since january', { month: 1 }],
  ['in late May', { month: 5, part: 'late' }],
  ['the middle of April', { month: 4, part: 'mid' }],
  ['before april 24', { month: 4, day: 24, hedge: 'before' }],
  ['the day after Tuesday', { weekday: 2, hedge: 'after' }],
  ['not in 2023', { year: 2023, hedge: 'not' }],
  ["doesn't expire on May 1", { month: 5, day: 1, hedge: 'not' }],
  ["wasn't '07", { year: 2007, hedge: 'not' }],
])('the date in "%s"', (text, figure) => {
  expect(readFigures(text)).toEqual([expect.objectContaining({ kind: 'date', ...figure })]);
});

test.each([
  ['at 4:45 p.m.', 16 * 60 + 45, 'pm'],
  ['at 9 am', 9 * 60, 'am'],
  ['at 18:45', 18 * 60 + 45, 'pm'],
  ['at noon', 12 * 60, 'pm'],
  ['at 4:45', 4 * 60 + 45, undefined],
  ['at 4:45 in the morning', 4 * 60 + 45, 'am'],
  ["7 o'clock in the evening", 19 * 60, 'pm'],
])('the time in "%s"', (text, minutes, half) => {
  expect(readFigures(text)).toEqual([expect.objectContaining({ kind: 'time', minutes, half })]);
});

test.each([
  'may they strike',
  'first thing',
  'a 2nd show',
  'the 12th street',
  'one series at a time',
  'on the third floor',
])('no figure in "%s"', (text) => {
  expect(readFigures(text)).toEqual([]);
});

test('a share of thousands is no share of their first digits', () => {
  expect(readFigures('5 of 13,000')).toEqual([
    expect.objectContaining({ number: 5 }),
    expect.objectContaining({ number: 13_000 }),
  ]);
});

// A pattern that tries every way to read these would not be done before the test times out.
test.each([
  ['twenty one ', 1],
  ['two hundred and ', 1],
  ['one point five ', 201],
  ['a half of ', 600],
  ['1,', 3_000],
  ['not more than ', 0],
])('6,000 characters of "%s" hold %i figures', (text, count) => {
  expect(readFigures(text.repeat(6_000 / text.length))).toHaveLength(count);
});

test('whatever is typed is read without fault, and every figure is a finite one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      for (const figure of readFigures(text))
        if (figure.kind === 'number') expect(Number.isFinite(figure.number)).toBe(true);
    }),
  );
});
