// Which vote a text speaks of, in the small story.
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/core/knowledge/schema.ts';
import { createPeriods } from '../../../src/core/ranking/periods.ts';
import type { Ranked } from '../../../src/core/ranking/ranked.ts';
import { knowledge } from '../../fixtures.ts';

const MEASURED: Fact['values'] = [
  { kind: 'number', number: 50, unit: 'percent', of: 'ballots', measure: 'Voted yes' },
];
const facts = new Map(
  [...knowledge.facts].map(([id, fact]) =>
    id === 'yes-share' || id === 'vote-2007' ? [id, { ...fact, values: MEASURED }] : [id, fact],
  ),
);
const { namedIn, periodOf, ...periods } = createPeriods({ ...knowledge, facts });
const RIVAL = 0.25;
const aim = (text: string, ranked: readonly Ranked[]) => periods.aim(text, ranked, RIVAL);
const ranked = [
  { id: 'vote-2007', share: 0.7 },
  { id: 'refusal', share: 0.2 },
  { id: 'yes-share', share: 0.1 },
];

test.each([
  ['how many said yes last time', ['2007']],
  ['and this time?', ['2017']],
  ['more than last time in 2017', ['2017', '2007']],
  ['how many said yes', []],
])('the periods named in "%s"', (text, named) => {
  expect(namedIn(text)).toEqual(named);
});

test('a fact without a period is of the first one', () => {
  expect([...facts.values()].map((fact) => [fact.id, periodOf(fact)])).toContainEqual(['yes-share', '2017']);
});

describe('a ranking is aimed', () => {
  test('at the fact that measures the same in the period named', () => {
    expect(aim('90% yes this time', ranked).map(({ id }) => id)).toEqual([
      'yes-share',
      'refusal',
      'vote-2007',
    ]);
    expect(aim('90% yes this time', ranked).map(({ share }) => share)).toEqual([0.7, 0.2, 0.1]);
  });

  test('at the own period where none is named and both are likely', () => {
    const both = [
      { id: 'vote-2007', share: 0.4 },
      { id: 'yes-share', share: 0.35 },
      { id: 'refusal', share: 0.25 },
    ];
    expect(aim('90% yes', both)).toEqual([
      { id: 'yes-share', share: 0.75 },
      { id: 'refusal', share: 0.25 },
      { id: 'vote-2007', share: 0 },
    ]);
  });

  test('not at the own period where the fact of the other one is much likelier', () => {
    const one = [
      { id: 'vote-2007', share: 0.7 },
      { id: 'yes-share', share: 0.1 },
    ];
    expect(aim('90% yes', one)).toEqual(one);
  });

  test.each(['90% yes last time', '90% yes, this time or last time'])('not by "%s"', (text) => {
    expect(aim(text, ranked)).toEqual(ranked);
  });

  test('not away from a fact that measures nothing', () => {
    const other = [{ id: 'refusal', share: 1 }];
    expect(aim('they refused last time', other)).toEqual(other);
  });
});
