// Which values of a fact its paragraphs state, in whatever notation, and which they don't.
import { expect, test } from 'vitest';
import { factOf } from '../../src/core/knowledge/parse.ts';
import type { Fact, Value } from '../../src/core/knowledge/schema.ts';
import { findUnstatedValues } from '../../src/evaluation/value-evidence.ts';
import { knowledge } from '../fixtures.ts';

const DAY = '2017-04-24';

const unstated = (values: Value[], paragraph: string, more: Partial<Fact> = {}) =>
  findUnstatedValues({ ...factOf(knowledge, 'raise'), values, ...more }, [paragraph], DAY).map(
    ({ name }) => name,
  );

const number = (number: number, more: Partial<Extract<Value, { kind: 'number' }>> = {}): Value => ({
  kind: 'number',
  number,
  unit: 'members',
  ...more,
});
const date = (date: string): Value => ({ kind: 'date', date });

test.each<[paragraph: string, stated: Value, other: Value, name: string]>([
  ['Of the 6,310 writers 96.3% agreed.', number(6310), number(6301), 'the number 6301'],
  ['Of the 6,310 writers 96.3% agreed.', number(96.3), number(96), 'the number 96'],
  ['They lost more than $287 million.', number(287_000_000), number(278_000_000), 'the number 278000000'],
  ['It has nearly thirteen thousand members.', number(13_000), number(12_000), 'the number 12000'],
  [
    'It takes five to ten years.',
    number(7, { low: 5, high: 10 }),
    number(7, { low: 6, high: 10 }),
    'the number 7',
  ],
  ['It was the second strike.', number(2), number(3), 'the number 3'],
  ['The contract ends May 1.', date('2017-05-01'), date('2017-05-02'), 'the date 2017-05-02'],
  ['The contract ends May 1.', date('2017-05'), date('2017-06'), 'the date 2017-06'],
  ['They voted on April 18, 2017.', date('2017-04-18'), date('2016-04-18'), 'the date 2016-04-18'],
  ['They talked all April.', date('2017-04'), date('2017-04-30'), 'the date 2017-04-30'],
  ['The strike of 2007-08 was the last.', date('2008'), date('2009'), 'the date 2009'],
  ['They meet again tomorrow.', date('2017-04-25'), date('2017-04-26'), 'the date 2017-04-26'],
  [
    'It appeared at 4:45 p.m. on Monday.',
    { kind: 'time', time: '16:45' },
    { kind: 'time', time: '04:45' },
    'the time 04:45',
  ],
])('%s', (paragraph, stated, other, name) => {
  expect(unstated([stated], paragraph)).toEqual([]);
  expect(unstated([other], paragraph)).toEqual([name]);
});

test('a value of another kind is none to look for, and a fact with a working is trusted', () => {
  expect(unstated([{ kind: 'direction', direction: 'up' }], 'Nothing.')).toEqual([]);
  expect(unstated([number(3)], 'Nothing.', { working: 'Half of six.' })).toEqual([]);
});
