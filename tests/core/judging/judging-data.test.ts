// Values of facts as claims are compared with them: in the units that texts are read in, whatever the curator wrote.
import { expect, test } from 'vitest';
import { toJudgingData } from '../../../src/core/judging/judging-data.ts';
import { factOf } from '../../../src/core/knowledge/parse.ts';
import { readQuantities } from '../../../src/core/text/read-quantities.ts';
import { knowledge } from '../../fixtures.ts';

/** The measure that a value of this unit becomes. */
function measureOf(unit: string, number = 2) {
  const fact = factOf(knowledge, 'turnout');
  const value = { kind: 'number' as const, number, unit, told: { by: ['turnout'] } };
  const facts = new Map([[fact.id, { ...fact, values: [value] }]]);
  const [measure] = toJudgingData({ ...knowledge, facts }).measures;
  return measure && [measure.unit, measure.number, measure.interval.low, measure.interval.high];
}

test.each([
  ['percent', ['percent', 2, 2, 2]],
  ['euros', ['EUR', 2, 2, 2]],
  ['GBP', ['GBP', 2, 2, 2]],
  ['week', ['weeks', 2, 2, 2]],
  ['minutes', ['minutes', 2, 2, 2]],
  ['decades', ['years', 20, 20, 20]],
  ['to', ['to', 2, 2, 2]],
  ['barrels', ['count', 2, 2, 2]],
])('%s', (unit, expected) => {
  expect(measureOf(unit)).toEqual(expected);
});

test.each(['3 euros', '20 minutes', 'two decades', '$5'])('and a text is read in the same: %s', (text) => {
  const [read] = readQuantities(text);
  expect(measureOf(text.replace(/^\S+ |\$5/, '') || '$')?.[0]).toBe(read?.unit);
});
