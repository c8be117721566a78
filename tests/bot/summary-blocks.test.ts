// The summary is made from facts alone: what happened in one sentence, then sections in which each side has its say.
import { expect, test } from 'vitest';
import {
  type Block,
  chosenSections,
  factOf,
  inShort,
  type Knowledge,
  summaryBlocks,
  summarySections,
  toPlainText,
} from '../../src/bot/index.ts';
import { knowledge as story } from '../fixtures.ts';
import { desk } from '../real-desk.ts';

const real = desk.knowledge;
const all = summarySections(real).map(({ id }) => id);
const summaryOf = (knowledge: Knowledge, given?: string, version = '1') =>
  summaryBlocks(knowledge, chosenSections(given, knowledge), version);
const lists = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
const linesOf = (name: string) => lists(summaryOf(real, name))[0] ?? [];

test('it begins with what happened, as of when, and that no strike was called', () => {
  const [heading, first] = summaryOf(real, 'dates');
  expect(heading?.kind).toBe('heading');
  expect(first).toMatchObject({
    kind: 'text',
    text: expect.stringContaining(`As of ${real.article.asOf}: Writers authorized`),
  });
  expect(first).toMatchObject({ text: expect.stringContaining('none has been called') });
});

test('each line names its paragraph, and each section says once whose word it is', () => {
  const blocks = summaryOf(real);
  const lines = lists(blocks).flat();
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) expect(line).toMatch(/¶\d/);
  expect(linesOf('votes')).toEqual(
    expect.arrayContaining([
      'Voted yes: 2017: 96.3% of ballots; 2007: 90% of ballots ¶3, ¶4, ¶5',
      "Turnout of eligible members: 2017: 67.5%; 2007: the article doesn't say ¶3",
    ]),
  );
  const text = toPlainText(blocks);
  expect(text.match(/the Writers Guild of America says so/g)).toHaveLength(1);
  expect(text).toContain(`As of ${real.article.asOf}`);
});

test('both sides have as many lines', () => {
  const sides = new Map(real.article.parties.map(({ id, side }) => [id, side]));
  const chosen = (chosenSections('positions', real)[0]?.facts ?? []).map((id) => factOf(real, id));
  const of = (side: string) =>
    chosen.filter(
      ({ status, saidBy = [] }) => status === 'claimed' && saidBy.every((id) => sides.get(id) === side),
    );
  expect(of('writers')).toHaveLength(2);
  expect(of('studios')).toHaveLength(2);
  expect(linesOf('positions').join('\n')).toContain('committed to a deal');
});

test('what the article does not say begins with the outcome, and every line with its question word', () => {
  expect(linesOf('unknown')[0]).toMatch(/^Whether a deal was ever reached\. Nearest: ¶/);
  for (const line of linesOf('unknown'))
    expect(line).toMatch(/^(?:How|What|Whether|Which|Who|Why) [^;]+\. Nearest: ¶/);
});

test('where the curators chose nothing, it has the first facts of each topic, and the dates', () => {
  expect(inShort(story).map(({ topic }) => topic)).toEqual([
    ...new Set(inShort(story).map(({ topic }) => topic)),
  ]);
  const sections = summarySections(story);
  expect(sections.map(({ title }) => title)).toEqual(['Demands', 'Parties', 'Quotes', 'Votes', 'Dates']);
  const text = toPlainText(summaryOf(story));
  expect(text).toContain('- Claim of who-left. Disputed between the guild and the studios.');
  expect(text).toContain('Claim of raise.');
});

test.each(all)('section %s alone has lines of its own and fits', (name) => {
  const blocks = summaryOf(real, name);
  expect(lists(blocks)).toHaveLength(1);
  expect(lists(blocks)[0]?.length).toBeGreaterThan(2);
  expect(toPlainText(blocks).length).toBeLessThan(3500);
});

test('the sections stand in their own order, whatever order they are asked for in', () => {
  expect(summaryOf(real, 'dates,votes')).toEqual(summaryOf(real, 'votes.dates'));
});

test('the stamp is of all that is shown and of the version: the same for the same, another for one changed word', () => {
  const stamp = (knowledge: typeof real, version = '1') => summaryOf(knowledge, 'demands', version).at(-1);
  expect(stamp(real)).toEqual({ kind: 'stamp', text: expect.stringMatching(/^Edition [0-9a-f]{8}$/) });
  expect(stamp({ ...real, facts: new Map(real.facts) })).toEqual(stamp(real));
  expect(stamp(real, '2')).not.toEqual(stamp(real));
  const changed = (id: string) => {
    const fact = factOf(real, id);
    return { ...real, facts: new Map(real.facts).set(id, { ...fact, short: `${fact.short}!` }) };
  };
  expect(stamp(changed('demand-minimums'))).not.toEqual(stamp(real));
  expect(stamp(changed('turnout'))).toEqual(stamp(real));
});

test('a topic called dates has a section of its own where the timeline is too long for one', () => {
  const fact = factOf(story, 'last-strike');
  const event = fact.values.find(({ kind }) => kind === 'date');
  if (!event) throw new Error('the story dates this');
  const titles = (events: number) => {
    const facts = new Map(story.facts).set(fact.id, {
      ...fact,
      values: Array.from({ length: events }, () => event),
    });
    return summarySections({ ...story, facts }).map(({ id, title }) => `${id}: ${title}`);
  };
  expect(titles(1)).toContain('dates: Dates');
  expect(titles(20)).toContain('da: Dates');
  expect(titles(20)).not.toContain('dates: Dates');
});
