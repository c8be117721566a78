// Numbers, dates and times as members type them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFigures } from '../../src/core/figures.ts';

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
])('the date in "%s"', (text, figure) => {
  expect(readFigures(text)).toEqual([expect.objectContaining({ kind: 'date', ...figure })]);
});

test.each([
  ['at 4:45 p.m.', 16 * 60 + 45, 'pm'],
  ['at 9 am', 9 * 60, 'am'],
  ['at 18:45', 18 * 60 + 45, 'pm'],
  ['at noon', 12 * 60, 'pm'],
  ['at 4:45', 4 * 60 + 45, undefined],
])('the time in "%s"', (text, minutes, half) => {
  expect(readFigures(text)).toEqual([expect.objectContaining({ kind: 'time', minutes, half })]);
});

test.each(['may they strike', 'first thing', 'one series at a time', 'on the third floor'])(
  'no figure in "%s"',
  (text) => {
    expect(readFigures(text)).toEqual([]);
  },
);

test('whatever is typed is read without fault, and every figure is a finite one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      for (const figure of readFigures(text))
        if (figure.kind === 'number') expect(Number.isFinite(figure.number)).toBe(true);
    }),
  );
});
