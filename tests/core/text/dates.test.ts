// Dates and times as people write them, read from the day of an article.
import { expect, test } from 'vitest';
import { readDates } from '../../../src/core/text/read-dates.ts';

const REFERENCE = '2017-04-24';

test.each([
  ['May 1', '2017-05-01', '2017-05-01'],
  ['the first of May', '2017-05-01', '2017-05-01'],
  ['2017-05-01', '2017-05-01', '2017-05-01'],
  ['a week from today', '2017-05-01', '2017-05-01'],
  ['in seven days', '2017-05-01', '2017-05-01'],
  ["May '17", '2017-05-01', '2017-05-31'],
  ['last month', '2017-03-01', '2017-03-31'],
  ['next week', '2017-05-01', '2017-05-07'],
  ['late 2007', '2007-09-01', '2007-12-31'],
  ['the 2007-08 strike', '2007-01-01', '2008-12-31'],
  ['the eighties', '1980-01-01', '1989-12-31'],
])('"%s" is %s to %s', (text, from, to) => {
  expect(readDates(text, REFERENCE)).toEqual([expect.objectContaining({ kind: 'date', from, to })]);
});

test.each(['this may cost', '$2000', '2000 voters', '9/10 voted', 'six days before', '6,310 ballots'])(
  '"%s" is no date',
  (text) => {
    expect(readDates(text, REFERENCE)).toEqual([]);
  },
);
