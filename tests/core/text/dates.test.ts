// Dates and times as people write them, read from the day of an article: Monday, April 24, 2017.
import { expect, test } from 'vitest';
import { readDates } from '../../../src/core/text/read-dates.ts';

const REFERENCE = '2017-04-24';
const MONDAY = '2017-04-24';

const only = (text: string) => {
  const [date, ...others] = readDates(text, REFERENCE);
  expect(others).toEqual([]);
  if (!date) throw new Error(`No date in "${text}".`);
  return date;
};
const day = (from: string) => ({ kind: 'date', from, to: from });

test.each([
  ['2017-05-01'],
  ['2017/05/01'],
  ['May 1, 2017'],
  ['May 1st 2017'],
  ['1 May 2017'],
  ['the first of May 2017'],
  ['May the 1st, 2017'],
  ['Monday, May 1, 2017'],
  ['Monday, 1/5/2017'],
  ['２０１７-０５-０１'],
])('"%s" is May 1, 2017', (text) => {
  expect(only(text)).toMatchObject({ ...day('2017-05-01'), yearKnown: true, isRelative: false });
});

test.each([['May 1'], ['5/1'], ['1 May'], ['May first'], ['on the 1st']])(
  '"%s" is May 1 of some year',
  (text) => {
    expect(only(text)).toMatchObject({ ...day('2017-05-01'), yearKnown: false });
  },
);

test.each([
  ['1/5/2017', '2017-01-05', '2017-05-01'],
  ['1.5.2017', '2017-05-01', '2017-01-05'],
])('"%s" may be read in two orders', (text, first, second) => {
  expect(only(text)).toMatchObject({ ...day(first), alternatives: [{ from: second, to: second }] });
});

test.each([
  ['24/4/2017', '2017-04-24', '2017-04-24'],
  ['Sep 2012', '2012-09-01', '2012-09-30'],
  ['04/2016', '2016-04-01', '2016-04-30'],
  ['2024 August', '2024-08-01', '2024-08-31'],
  ["May '17", '2017-05-01', '2017-05-31'],
  ['10 to 22 August', '2017-08-10', '2017-08-22'],
  ['from the 10th to the 22nd of August', '2017-08-10', '2017-08-22'],
  ['July 13 thru 15', '2017-07-13', '2017-07-15'],
  ['May twenty-fourth', '2017-05-24', '2017-05-24'],
  ['in 2007', '2007-01-01', '2007-12-31'],
  ["back in '07", '2007-01-01', '2007-12-31'],
  ['the 07 strike', '2007-01-01', '2007-12-31'],
  ['2007-08', '2007-01-01', '2008-12-31'],
  ['2007/8', '2007-01-01', '2008-12-31'],
  ['the 2007-2008 strike', '2007-01-01', '2008-12-31'],
  ['from 2007 to 2008', '2007-01-01', '2008-12-31'],
  ['in nineteen eighty-eight', '1988-01-01', '1988-12-31'],
  ['the 1980s', '1980-01-01', '1989-12-31'],
  ['the eighties', '1980-01-01', '1989-12-31'],
  ['the 70s', '1970-01-01', '1979-12-31'],
  ['early March', '2017-03-01', '2017-03-10'],
  ['mid-April', '2017-04-11', '2017-04-20'],
  ['the end of April', '2017-04-21', '2017-04-30'],
  ['in the first days of March', '2017-03-01', '2017-03-10'],
  ['the closing days of April', '2017-04-21', '2017-04-30'],
  ['in the latter part of May 2017', '2017-05-21', '2017-05-31'],
  ['at the outset of March', '2017-03-01', '2017-03-10'],
  ['late 2007', '2007-09-01', '2007-12-31'],
  ['the spring of 2017', '2017-03-01', '2017-05-31'],
  ['the second half of 2007', '2007-07-01', '2007-12-31'],
  ['Q1 2017', '2017-01-01', '2017-03-31'],
  ['the last Monday of March', '2017-03-27', '2017-03-27'],
  ['the first week of May', '2017-05-01', '2017-05-07'],
])('"%s" is %s to %s', (text, from, to) => {
  expect(only(text)).toMatchObject({ kind: 'date', from, to, isRelative: false });
});

test.each([
  ['today', MONDAY, MONDAY],
  ['tomorrow', '2017-04-25', '2017-04-25'],
  ['the day after tomorrow', '2017-04-26', '2017-04-26'],
  ['yesterday afternoon', '2017-04-23', '2017-04-23'],
  ['Monday', MONDAY, MONDAY],
  ['this Tuesday', '2017-04-25', '2017-04-25'],
  ['last Tuesday', '2017-04-18', '2017-04-18'],
  ['this week', '2017-04-24', '2017-04-30'],
  ['next week', '2017-05-01', '2017-05-07'],
  ['Friday of next week', '2017-05-05', '2017-05-05'],
  ['over the weekend', '2017-04-22', '2017-04-23'],
  ['last month', '2017-03-01', '2017-03-31'],
  ['earlier this month', '2017-04-01', '2017-04-23'],
  ['later this year', '2017-04-25', '2017-12-31'],
  ['late last year', '2016-09-01', '2016-12-31'],
  ["last year's deal", '2016-01-01', '2016-12-31'],
  ["tomorrow's talks", '2017-04-25', '2017-04-25'],
  ['last summer', '2016-06-01', '2016-08-31'],
  ['a week from today', '2017-05-01', '2017-05-01'],
  ['in seven days', '2017-05-01', '2017-05-01'],
  ['two weeks from Monday', '2017-05-08', '2017-05-08'],
  ['two years ago', '2015-01-01', '2015-12-31'],
  ['twenty years ago', '1997-01-01', '1997-12-31'],
  ['a decade ago', '2007-01-01', '2007-12-31'],
  ['the past two years', '2015-04-24', '2017-04-24'],
])('"%s" is counted from the day of the article: %s to %s', (text, from, to) => {
  expect(only(text)).toMatchObject({ kind: 'date', from, to, isRelative: true, yearKnown: true });
});

test.each([
  ['Talks resume Friday', '2017-04-28'],
  ['They will be back at the table Friday', '2017-04-28'],
  ['They left the table Friday', '2017-04-21'],
  ['The vote ended on Wednesday', '2017-04-19'],
])('"%s": a weekday is past or to come as its verb is', (text, from) => {
  const date = only(text);
  expect(date).toMatchObject(day(from));
  expect(date).not.toHaveProperty('alternatives');
});

test('a weekday that no verb tells may be either, and so may "next Tuesday"', () => {
  expect(only('Friday at the latest')).toMatchObject({ alternatives: [expect.anything()] });
  expect(only('next Tuesday')).toMatchObject({
    ...day('2017-05-02'),
    alternatives: [{ from: '2017-04-25', to: '2017-04-25' }],
  });
});

test.each([
  ['before May 1', 'before'],
  ['ahead of the May 1 deadline', 'before'],
  ['after the 2007 strike', 'after'],
  ['by the end of April', 'by'],
  ['no later than May 1', 'by'],
  ['since 2007', 'since'],
  ['until May 1', 'until'],
  ['around May 1', 'about'],
  ['hurt by the 2007 strike', undefined],
  ['from May 1 to May 5', undefined],
])('"%s": the hedge is %s', (text, hedge) => {
  expect(only(text).hedge).toBe(hedge);
});

test.each([
  ['not on May 1', true],
  ["doesn't expire on May 1", true],
  ["it wasn't in 2007", true],
  ["wasn't it on May 1?", false],
  ["don't resume until May 1", false],
  ["hadn't walked out since 1988", false],
])('"%s": denied is %s', (text, negated) => {
  expect(only(text).negated).toBe(negated);
});

test.each([
  ['at noon', { minutes: 720, half: 'pm' }],
  ['6:45 p.m.', { minutes: 18 * 60 + 45, half: 'pm' }],
  ['at 18:45', { minutes: 18 * 60 + 45, half: 'pm' }],
  ['at 6:45', { minutes: 6 * 60 + 45 }],
  ['quarter to seven in the evening', { minutes: 18 * 60 + 45, half: 'pm' }],
  ['seven thirty p.m.', { minutes: 19 * 60 + 30, half: 'pm' }],
  ['half past six', { minutes: 6 * 60 + 30 }],
  ['at six p.m.', { minutes: 18 * 60, half: 'pm' }],
])('"%s" is a time without a day', (text, time) => {
  expect(only(text)).toMatchObject({ kind: 'time', ...time });
});

test('a day takes the time beside it', () => {
  for (const text of ['May 1 at noon', '2017-05-01, noon', 'noon on May 1'])
    expect(only(text)).toMatchObject({ ...day('2017-05-01'), time: { minutes: 720 } });
});

test.each([
  'this may cost them',
  'Writers may strike',
  'they march on',
  '$2000',
  '2000 voters',
  '6,310 ballots',
  '9/10 voted',
  '1/4 of them',
  'six days before',
  'two years later',
  'for three months',
  'within the month',
  'at 3 studios',
  'in the morning',
  'version 1.1.30',
  'in the high 90s',
  '2000 to 2100 ballots',
  'February 30',
  '8/32/2014',
  'fell 23% in two years',
])('"%s" is no date', (text) => {
  expect(readDates(text, REFERENCE)).toEqual([]);
});

test.each(['2017', '2017-04'])('nothing is counted from a day where only %s is known', (reference) => {
  expect(readDates('tomorrow, or last month', reference)).toEqual([]);
  expect(readDates('on May 1, 2017', reference)).toMatchObject([{ from: '2017-05-01', to: '2017-05-01' }]);
});

test('a reference that is no day is refused', () => {
  expect(() => readDates('tomorrow', 'April 24')).toThrow('YYYY-MM-DD');
});
