// The summary is made from the facts alone, with paragraph and attribution on each line.
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/app/load-knowledge.ts';
import { type Block, knowledgeStamp, SECTIONS, summaryBlocks, toPlainText } from '../../src/bot/index.ts';

const real = await loadKnowledge();
const all = Object.keys(SECTIONS);
const lists = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));

test('each line of the real summary names its paragraph, and its figures who says them', () => {
  const blocks = summaryBlocks(real, all);
  const lines = lists(blocks).flat();
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) expect(line).toMatch(/¶\d/);
  const [votes = []] = lists(blocks);
  expect(votes.join('\n')).toContain('96.3% of ballots (the Writers Guild of America says so) ¶3');
  expect(votes.join('\n')).toContain("2007: the article doesn't say");
  expect(votes.join('\n')).toContain('90% of ballots (the article says so) ¶4');
  expect(toPlainText(blocks)).toContain(`As of ${real.article.asOf}`);
});

test.each(all)('section %s alone has lines of its own and fits', (name) => {
  const blocks = summaryBlocks(real, [name]);
  expect(lists(blocks)).toHaveLength(1);
  expect(lists(blocks)[0]?.length).toBeGreaterThan(2);
  expect(toPlainText(blocks).length).toBeLessThan(3500);
});

test('the sections stand in their own order, whatever order they are asked for in', () => {
  expect(summaryBlocks(real, ['dates', 'votes'])).toEqual(summaryBlocks(real, ['votes', 'dates']));
});

test('the stamp is of the knowledge: the same for the same, another for one changed word', () => {
  expect(knowledgeStamp(real)).toMatch(/^[0-9a-f]{8}$/);
  const [id, fact] = [...real.facts][0] ?? [];
  if (!id || !fact) throw new Error('no facts');
  const changed = { ...real, facts: new Map(real.facts).set(id, { ...fact, short: `${fact.short}.` }) };
  expect(knowledgeStamp(changed)).not.toBe(knowledgeStamp(real));
  expect(knowledgeStamp({ ...real, facts: new Map(real.facts) })).toBe(knowledgeStamp(real));
});
