// The order of the timeline: by date, and a less precise date before those within it.
import { expect, test } from 'vitest';
import { datedEvents, factOf, timelineOf } from '../../src/bot/index.ts';
import { knowledge } from '../fixtures.ts';

test('a year stands before its months and days, a month before its days, and equal dates in the order of the facts', () => {
  const dates = ['1974-03', '1974-01-18', '1974', '1973-12-31', '1974-01', '1974-03-17', '1974', '1975'];
  const fact = factOf(knowledge, 'last-strike');
  const facts = dates.map((date, at) => ({
    ...fact,
    id: `fact-${at}`,
    values: [{ kind: 'date' as const, date, event: `Event ${at}` }],
  }));
  const events = datedEvents({ ...knowledge, facts: new Map(facts.map((one) => [one.id, one])) });
  expect(events.map(({ date, name }) => `${date} ${name}`)).toEqual([
    '1973-12-31 Event 3',
    '1974 Event 2',
    '1974 Event 6',
    '1974-01 Event 4',
    '1974-01-18 Event 1',
    '1974-03 Event 0',
    '1974-03-17 Event 5',
    '1975 Event 7',
  ]);
});

test('twelve events are drawn, and neither more nor none', () => {
  const [event] = datedEvents(knowledge);
  if (!event) throw new Error('the story has events');
  const drawn = (count: number) => timelineOf(Array.from({ length: count }, () => event))?.events.length;
  expect([0, 1, 12, 13].map(drawn)).toEqual([undefined, 1, 12, undefined]);
});
