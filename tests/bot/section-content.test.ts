// What a section of article.yaml shows: views, facts, dates and gaps in that order, and the commands that say more.
import { expect, test } from 'vitest';
import { type Section, sectionContent, summaryBlocks } from '../../src/bot/index.ts';
import { knowledge } from '../fixtures.ts';

const content = (section: Partial<Section>) => sectionContent({ id: 'a', title: 'A', ...section }, knowledge);

test('a section may have a view, dates and facts at once, each with its paragraphs, its picture and its command', () => {
  const { lines, sources, pictures, more } = content({
    view: 'votes',
    dates: ['vote-day'],
    facts: ['who-left', 'leverage'],
  });
  expect(lines).toEqual([
    'Voted yes: 2017: 96.3% of ballots; 2007: 90% of ballots ¶1',
    "Turnout: 2017: 67.5% of ballots; 2007: the article doesn't say ¶1",
    'Monday, April 24, 2017: The vote (worked out) ¶1',
    'Claim of who-left. Disputed between the guild and the studios. ¶1',
    'Claim of leverage. Chris Keyser says so. ¶1',
  ]);
  expect(sources).toBe('Voted yes: the guild says so. Turnout, 2007: the article says so.');
  expect(pictures.map(({ kind }) => kind)).toEqual(['bars', 'timeline']);
  expect(more).toEqual(['votes', 'dates', 'quotes']);
});

test('dates are all there are, or those of the facts named', () => {
  expect(content({ dates: 'all' }).lines).toHaveLength(3);
  expect(content({ dates: ['expiry', 'vote-day'] }).lines).toEqual([
    'Monday, April 24, 2017: The vote (worked out) ¶1',
    'Monday, May 1, 2017: The contract ends (year worked out) ¶1',
  ]);
});

test('a list has the short answers of its entries, and who says so once', () => {
  expect(content({ view: 'demands' })).toEqual({
    lines: ['A raise of 3% ¶1', 'A better health plan ¶1'],
    sources: 'The article says so.',
    pictures: [],
    more: ['demands'],
  });
});

test('a summary begins with a whole sentence: the claim, where the short answer is none', () => {
  const head = (short: string, inShort: string) => {
    const fact = knowledge.facts.get(inShort);
    if (!fact) throw new Error('the story has this fact');
    const told = { ...fact, short, claim: 'The whole claim stands alone. And more.' };
    const facts = new Map(knowledge.facts).set(inShort, told);
    const article = { ...knowledge.article, inShort: [inShort] };
    return summaryBlocks({ ...knowledge, article, facts }, [], '1')[1];
  };
  const at = `As of ${knowledge.article.asOf}: `;
  expect(head('In May', 'turnout')).toEqual({ kind: 'text', text: `${at}The whole claim stands alone.` });
  expect(head('They came in May', 'turnout')).toEqual({ kind: 'text', text: `${at}They came in May.` });
});
