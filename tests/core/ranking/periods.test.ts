// Which vote a text is about, in the small story.
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/core/knowledge/schema.ts';
import { createPeriods } from '../../../src/core/ranking/periods.ts';
import { knowledge } from '../../fixtures.ts';

const MEASURED: Fact['values'] = [
  { kind: 'number', number: 50, unit: 'percent', of: 'ballots', measure: 'Voted yes' },
];
const facts = new Map(
  [...knowledge.facts].map(([id, fact]) =>
    id === 'yes-share' || id === 'vote-2007' ? [id, { ...fact, values: MEASURED }] : [id, fact],
  ),
);
const {
  namedIn,
  own,
  periodOf,
  preferNamedPeriod: prefer,
  withoutNames,
} = createPeriods({ ...knowledge, facts });
const ranked = [
  { id: 'vote-2007', probability: 0.7 },
  { id: 'refusal', probability: 0.2 },
  { id: 'yes-share', probability: 0.1 },
];

test.each([
  ['how many said yes last time', ['2007']],
  ['and this time?', ['2017']],
  ['more than last time in 2017', ['2017', '2007']],
  ['how many said yes', []],
])('the periods named in "%s"', (text, named) => {
  expect(namedIn(text)).toEqual(named);
});

test.each([
  ['how many said yes in 2007', undefined, 'how many said yes'],
  ['and this time, more than last time?', undefined, 'and , more than ?'],
  ['this time and last time', own, 'and last time'],
  ['2017-05-01', undefined, '2017-05-01'],
  ['how many said yes', undefined, 'how many said yes'],
])('"%s" without the names of periods', (text, id, rest) => {
  expect(withoutNames(text, id)).toBe(rest);
});

test('a fact without a period is of the first one', () => {
  expect([...facts.values()].map((fact) => [fact.id, periodOf(fact)])).toContainEqual(['yes-share', '2017']);
});

describe('a ranking prefers', () => {
  test('the fact that measures the same in the period named', () => {
    expect(prefer('90% yes this time', ranked).map(({ id }) => id)).toEqual([
      'yes-share',
      'refusal',
      'vote-2007',
    ]);
    expect(prefer('90% yes this time', ranked).map(({ probability }) => probability)).toEqual([
      0.7, 0.2, 0.1,
    ]);
  });

  test.each(['90% yes', '90% yes last time', '90% yes, this time or last time'])(
    'nothing else by "%s"',
    (text) => {
      expect(prefer(text, ranked)).toEqual(ranked);
    },
  );

  test('no other than a fact that measures nothing', () => {
    const other = [{ id: 'refusal', probability: 1 }];
    expect(prefer('they refused last time', other)).toEqual(other);
  });
});
