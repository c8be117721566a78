// What a question asks for, and which facts give it.
import { expect, test } from 'vitest';
import { factOf } from '../../../src/core/knowledge/parse.ts';
import type { Value } from '../../../src/core/knowledge/schema.ts';
import { type AskedFor, gives, isYesNo, thingsAskedFor } from '../../../src/core/matching/asked-for.ts';
import { knowledge } from '../../fixtures.ts';

test.each<[string, AskedFor[]]>([
  ['Who signed it?', ['who']],
  ["who's behind it", ['who']],
  ['when did it end', ['when']],
  ['In which year?', ['when']],
  ['where was it signed', ['where']],
  ['how many barrels were there', ['how many']],
  ['How long did it last?', ['how long']],
  ['how many days was it', ['how long', 'how many']],
  ['what percentage of stations', ['what share']],
  ['Why was it ended?', ['why']],
  ['what about the rest', []],
])('"%s"', (question, kinds) => {
  expect(thingsAskedFor(question)).toEqual(kinds);
});

test('a question that asks for yes or no begins with its verb', () => {
  expect(isYesNo('so did they stop it?')).toBe(true);
  expect(isYesNo('what did they stop?')).toBe(false);
});

test.each<[AskedFor, Value]>([
  ['who', { kind: 'party', party: 'guild' }],
  ['when', { kind: 'date', date: '2017' }],
  ['where', { kind: 'place', place: 'Vienna' }],
  ['how many', { kind: 'number', number: 3, unit: 'barrels' }],
  ['how long', { kind: 'number', number: 3, unit: 'days' }],
  ['what share', { kind: 'number', number: 3, unit: 'percent' }],
  ['why', { kind: 'reason', reason: 'fear' }],
])('what gives an answer to "%s" is among the values of a fact', (asked, value) => {
  const fact = factOf(knowledge, 'turnout');
  expect(gives({ ...fact, values: [value] }, asked)).toBe(true);
  expect(gives({ ...fact, values: [{ kind: 'direction', direction: 'up' }] }, asked)).toBe(false);
});
