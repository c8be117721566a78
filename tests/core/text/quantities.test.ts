// Quantities as people write them: each with the values that it allows, its unit and what it counts.
import { expect, test } from 'vitest';
import type { Quantity } from '../../../src/core/text/quantity.ts';
import { readQuantities, readUnclear } from '../../../src/core/text/read-quantities.ts';

/** "(60, Infinity)": round brackets for open ends. */
const written = ({ interval: { low, high, lowOpen, highOpen } }: Quantity): string =>
  `${lowOpen ? '(' : '['}${low}, ${high}${highOpen ? ')' : ']'}`;

const only = (text: string): Quantity => {
  const [quantity, ...others] = readQuantities(text);
  expect(others).toEqual([]);
  if (!quantity) throw new Error(`No quantity in "${text}".`);
  return quantity;
};

test.each([
  ['96.3% said yes', '[96.25, 96.35]', 'percent'],
  ['ninety-six per cent said yes', '[95.5, 96.5]', 'percent'],
  ['up by 6.3 percentage points', '[6.25, 6.35]', 'points'],
  ['6,310 ballots', '[6310, 6310]', 'count'],
  ['13k members', '[12500, 13500)', 'count'],
  ['sixty-three hundred ballots', '[6250, 6350)', 'count'],
  ['six thousand three hundred and ten ballots', '[6310, 6310]', 'count'],
  ['two hundred & forty shows', '[240, 240]', 'count'],
  ['US$287m', '[286500000, 287500000)', 'dollars'],
  ['287 mn dollars', '[286500000, 287500000)', 'dollars'],
  ['$2.174T', '[2173500000000, 2174500000000)', 'dollars'],
  ['£2.5bn', '[2450000000, 2550000000)', 'GBP'],
  ['1 234,56 €', '[1234.555, 1234.565]', 'EUR'],
  ['a 100-day strike', '[99.5, 100.5]', 'days'],
  ['three and a half months', '[3.325, 3.675]', 'months'],
  ['a year and a half', '[1.425, 1.575]', 'years'],
  ['half a year', '[0.45, 0.55]', 'years'],
  ['a decade', '[5, 15]', 'years'],
  ['two full weeks', '[1.5, 2.5]', 'weeks'],
  ['pay fell -3%', '[-3.5, -2.5]', 'percent'],
  ['3 1/2 percent', '[3.325, 3.675]', 'percent'],
  ['half of one percent', '[0.45, 0.55]', 'percent'],
  ['twice as long', '[1.5, 2.5]', 'times'],
  ['a fivefold rise', '[4.5, 5.5]', 'times'],
  ['by 26 to 1', '[25.5, 26.5]', 'to'],
  ['a dozen writers', '[12, 12]', 'count'],
  ['exactly 96%', '[96, 96]', 'percent'],
  ['an extra $3 on every $100', '[2.5, 3.5]', 'percent'],
  ['three cents on the dollar', '[2.5, 3.5]', 'percent'],
  ['profits rose twofold', '[1.5, 2.5]', 'times'],
])('"%s" is %s %s', (text, interval, unit) => {
  const quantity = only(text);
  expect([written(quantity), quantity.unit]).toEqual([interval, unit]);
});

test.each([
  ['1/4', 25],
  ['⅓ of them', 100 / 3],
  ['two-thirds', 200 / 3],
  ['a third of the members', 100 / 3],
  ['three quarters', 75],
  ['9/10 voted', 90],
  ['9 in 10', 90],
  ['nine out of every ten', 90],
  ['one voter in twenty-five', 4],
  ['one registered local voter out of three', 100 / 3],
  ['two of three members', 200 / 3],
  ['half the writers', 50],
  ['fifty-fifty', 50],
  ['1 out of every 25', 4],
  ['one of three', 100 / 3],
])('"%s" is a share', (text, percent) => {
  const { number, unit } = only(text);
  expect(unit).toBe('percent');
  expect(number).toBeCloseTo(percent, 6);
});

test.each([
  ['more than 60%', '(60, Infinity)', 'over'],
  ['>60%', '(60, Infinity)', 'over'],
  ['north of 60 percent', '(60, Infinity)', 'over'],
  ['no fewer than 60%', '[60, Infinity)', 'at least'],
  ['60% or more', '[60, Infinity)', 'at least'],
  ['60+ percent', '[60, Infinity)', 'at least'],
  ['under 4%', '[0, 4)', 'under'],
  ['not even half', '[0, 50)', 'under'],
  ["didn't exceed 70%", '[0, 70]', 'at most'],
  ['70% tops', '[0, 70]', 'at most'],
  ['~70%', '[65, 75]', 'about'],
  ['60-odd percent', '[55, 65]', 'about'],
  ['96ish percent', '[94.5, 97.5]', 'about'],
  ['just shy of half', '[45, 50)', 'just under'],
  ['nearly 13,000', '[12350, 13000)', 'just under'],
  ['a bit over 6,300', '(6300, 6615]', 'just over'],
  ['a quarter of a billion dollars and change', '(250000000, 300000000]', 'just over'],
  ['95-97%', '[95, 97]', 'between'],
  ['between 95 and 97 percent', '[95, 97]', 'between'],
  ['$2-3 million', '[2000000, 3000000]', 'between'],
  ['two or three weeks', '[2, 3]', 'between'],
  ['around 10 to 20 dollars', '[9, 22]', 'between'],
  ['8- to 16-day', '[8, 16]', 'between'],
  ['in the high 90s', '[96, 100)', 'about'],
])('"%s" allows %s', (text, interval, hedge) => {
  const quantity = only(text);
  expect([written(quantity), quantity.hedge]).toEqual([interval, hedge]);
});

test('a hedge may come after what is counted', () => {
  expect(only('Two in three eligible members, give or take, voted.')).toMatchObject({
    hedge: 'about',
    of: 'eligible members',
  });
});

test('a change from one share to another is no range', () => {
  expect(readQuantities('fell from 90 to 67 percent').map(({ number, unit }) => [number, unit])).toEqual([
    [90, 'percent'],
    [67, 'percent'],
  ]);
});

test('the time that a change took is no bound', () => {
  expect(readQuantities('pay fell 23% over two years')[1]).not.toHaveProperty('hedge');
  expect(only('the strike went on for over two years')).toMatchObject({ hedge: 'over' });
});

test.each([
  ['everyone who voted', '[100, 100]'],
  ['all of the members', '[100, 100]'],
  ['nearly everyone', '[90, 100)'],
  ['all but a sliver', '[90, 100)'],
  ['a near-unanimous vote', '[90, 100)'],
  ['most writers', '(50, 100]'],
  ['a majority of them', '(50, 100]'],
  ['a bare majority', '(50, 55]'],
  ['less than a majority', '[0, 50]'],
  ['no more than a handful', '[0, 9]'],
  ['more than a few writers', '(2, Infinity)'],
  ['several weeks', '[3, 9]'],
  ['few of the members', '[0, 30)'],
  ['hardly anyone', '[0, 10]'],
  ['no one', '[0, 0]'],
  ['not a single writer', '[0, 0]'],
  ['dozens of writers', '[24, 1000)'],
])('"%s" stands for %s', (text, interval) => {
  const quantity = only(text);
  expect(written(quantity)).toBe(interval);
  expect(quantity.isQuantifier).toBe(true);
  expect(quantity.number).toBeUndefined();
});

test.each([
  ['It paid $20 for the $50 ticket', 'dollars'],
  ['$60 million in the $100 million deal', 'dollars'],
  ['Two writers walked out of three studios', 'count'],
  ['Five members dropped out of ten meetings', 'count'],
])('"%s" holds two amounts and no share', (text, unit) => {
  expect(readQuantities(text).map((quantity) => quantity.unit)).toEqual([unit, unit]);
});

test.each([
  ['not all that bad'],
  ['after all'],
  ['the most popular show'],
  ['most of the time'],
  ['no longer'],
  ['they voted no'],
  ['all night long'],
  ['the past few years'],
  ['@everyone'],
])('"%s" holds no quantifier', (text) => {
  expect(readQuantities(text)).toEqual([]);
});

test.each([
  ['96.3% of the 6,310 writers who cast ballots', ['writers who cast ballots', undefined]],
  ['67.5% of eligible WGA members', ['eligible wga members']],
  ['under 4% of the people voting', ['people voting']],
  ['some 96 percent of those who voted', ['those who voted']],
  ['most of its demands', ['demands']],
  ['everyone who voted', ['people who voted']],
  ['6,310 of them', ['them']],
  ['200 of the members', ['members']],
])('"%s" says whose share it is', (text, of) => {
  expect(readQuantities(text).map((quantity) => quantity.of)).toEqual(of);
});

test.each([
  ['6,310 valid paper ballots came in', 'ballots'],
  ['nearly 13,000 WGA members', 'members'],
  ['three co-chairs', 'co-chairs'],
  ['the 13,000-member union', 'member'],
  ['200 no votes', 'no votes'],
  ['two series at once', 'series'],
  ['dozens of writers', 'writers'],
])('"%s" counts %s', (text, noun) => {
  expect(only(text)).toMatchObject({ unit: 'count', noun });
});

test('a rate says what it is measured by', () => {
  expect(only('$3 million a day')).toMatchObject({ unit: 'dollars', per: 'day' });
  expect(only('four times per week')).toMatchObject({ unit: 'times', per: 'week' });
});

test.each([
  ['not 90%', true],
  ["it wasn't 96%", true],
  ['wasnt 96%', true],
  ['did not last for 100 days', true],
  ['far from 90%', true],
  ['not everyone voted', true],
  ["wasn't it 96%?", false],
  ["so didn't 90% vote yes in 2007", false],
  ['was it not 96%?', false],
  ['not only 96%', false],
  ["it wasn't close: 96% said yes", false],
  ['it was not 2007, but 96% said yes', false],
])('"%s": denied is %s', (text, negated) => {
  expect(only(text).negated).toBe(negated);
});

test.each([
  ['6.310 ballots', 6310, [6.31]],
  ['6.310%', 6.31, [6310]],
  ['96,300 percent', 96_300, [96.3]],
  ['6,310 ballots', 6310, undefined],
])('"%s" may be read as %d or as %j', (text, number, alternatives) => {
  const quantity = only(text);
  expect([quantity.number, quantity.alternatives]).toEqual([number, alternatives]);
});

test.each([
  'in 2007',
  'the 2007-08 strike',
  'on 5/1',
  'May 1, 2017',
  'at 6:45 p.m.',
  'the 3rd co-chair',
  'a third season',
  'the twenty-first century',
  'Prop 22',
  'Local 871',
  'channel 4',
  'peak TV 2.0',
  'Party of Five',
  'a six-figure sum',
  'the No. 1 show',
  'call 323-782-4502',
  'the MP3 and the A4',
  'one another',
  'on the one hand',
  'from one year into the next',
  'one week after another',
  'one month or the other',
])('"%s" holds no quantity', (text) => {
  expect(readQuantities(text)).toEqual([]);
  expect(readUnclear(text)).toEqual([]);
});

test.each([
  '6,31,0 ballots',
  '9o% said yes',
  '96 3% said yes',
  '9?% said yes',
  '96..3%',
  'February 30',
  '8/32/2014',
])('"%s" is unclear, and no quantity', (text) => {
  expect(readQuantities(text)).toEqual([]);
  expect(readUnclear(text)).toHaveLength(1);
});

test.each(['47% of all the members', 'half of all members', '6,310 of all those asked'])(
  '"all" behind a share names its whole, and is no share itself: %s',
  (text) => {
    expect(readQuantities(text)).toHaveLength(1);
  },
);
