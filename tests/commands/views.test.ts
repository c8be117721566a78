// Commands from data: what each kind of view makes of an article that has its own columns, lists and names.
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import {
  altText,
  createBot,
  type Reply,
  summaryBlocks,
  summarySections,
  toPlainText,
} from '../../src/bot/index.ts';
import { parseKnowledge } from '../../src/core/knowledge/parse.ts';
import { asker, files, record as recordOf } from '../fixtures.ts';
import { openHere } from '../story-desk.ts';

const price = (number: number, column: string) => ({
  kind: 'number',
  number,
  unit: 'dollars',
  measure: 'Price of a loaf',
  column,
});
const record = (id: string, fields: object) => recordOf(id, { related: [], ...fields });
const { periods, ...article } = files['article.yaml'] as { periods: unknown };
const knowledge = parseKnowledge(
  Object.entries({
    'article.yaml': {
      ...article,
      bot: 'Bread Desk',
      examples: ['what about brown'],
      views: [
        {
          id: 'prices',
          kind: 'comparison',
          title: 'What a loaf costs',
          description: 'Prices then and now',
          measures: ['Price of a loaf'],
          columns: [
            { id: 'then', name: 'In spring' },
            { id: 'now', name: 'In autumn' },
          ],
        },
        { id: 'weights', kind: 'comparison', title: 'Weights', description: 'What a loaf weighs' },
        {
          id: 'breads',
          kind: 'list',
          title: 'The breads',
          description: 'All breads',
          option: 'One bread',
          list: 'kinds',
        },
      ],
    },
    'facts/bread.yaml': [
      record('loaf', { values: [price(2, 'then'), price(3, 'now')] }),
      record('double', {
        status: 'derived',
        working: '3 / 2.',
        values: [{ ...price(1.5, 'now'), unit: 'times', measure: 'Rise' }],
      }),
      record('kinds', { items: ['white', 'brown'] }),
      record('white', { short: 'White bread' }),
      record('brown', { short: 'Brown bread' }),
    ],
    'words.yaml': files['words.yaml'],
  }).map(([path, data]) => ({ path, data, lineOf: () => 1 })),
);
const desk = openHere(knowledge);
const bot = createBot(await loadCommands(), desk);
const say = (command: string, options: Record<string, string> = {}) =>
  bot.respond({ command, options, member: asker });
const textOf = ({ blocks }: Reply) => toPlainText(blocks);

describe('a comparison of columns', () => {
  test('has the figures of each, and a picture in their unit', async () => {
    const reply = await say('prices');
    expect(textOf(reply)).toContain(
      'Price of a loaf\n- In spring: 2 dollars\n- In autumn: 3 dollars\nThe article says so.',
    );
    expect(reply.blocks[0]).toMatchObject({
      kind: 'picture',
      picture: { unit: 'dollars', title: 'What a loaf costs' },
    });
  });

  test('is asked for by its id, and the first one by any words for a comparison', async () => {
    for (const question of ['prices', 'compare', 'show me the comparison'])
      expect(textOf(await say('ask', { question }))).toContain('In autumn');
  });

  test('is not offered where nothing has a figure for it', async () => {
    expect([...bot.offered.keys()]).toContain('prices');
    expect([...bot.offered.keys()]).not.toContain('weights');
    expect(textOf(await say('help'))).not.toContain('weighs');
  });

  test('leaves what was worked out of other measures to another view', async () => {
    expect((await say('prices')).buttons?.map(({ label }) => label)).toEqual(['Share']);
  });
});

test('a list has its entries under its title, and nothing where nobody says anything of them', async () => {
  expect(textOf(await say('breads'))).toMatch(/^The breads\n- Claim of white\.\n- Claim of brown\.\n/);
  expect(textOf(await say('breads', { topic: 'brown' }))).toMatch(
    /^The breads\nBrown bread\nClaim of brown\.\n/,
  );
  expect(bot.suggest({ command: 'breads', option: 'topic', typed: 'whi' })).toEqual([
    { name: 'White bread', value: 'white' },
  ]);
});

test('a view takes its place among the commands, and another article has none of it', async () => {
  const names = [...bot.commands.keys()];
  expect(names).toEqual([...names].sort());
  for (const old of ['votes', 'demands'])
    expect(textOf(await say(old))).toBe('This button is out of date. Ask again with /ask.');
});

test('the bot says its own name and its own examples', async () => {
  const help = await say('help');
  expect(textOf(help)).toMatch(/^How to use Bread Desk\n/);
  expect(textOf(await say('about'))).toMatch(/^Bread Desk 0\n/);
  expect(help.buttons?.[0]?.label).toBe('What about brown');
});

test('without sections of its own a summary has one for each topic', () => {
  const sections = summarySections(knowledge);
  expect(sections.map(({ id, title }) => [id, title])).toEqual([['b', 'Bread']]);
  const pictures = summaryBlocks(knowledge, sections, '1').filter(({ kind }) => kind === 'picture');
  expect(pictures).toEqual([]);
});

test('the alt text of a picture names every column with its figure', async () => {
  const [first] = (await say('prices')).blocks;
  expect(first?.kind === 'picture' && altText(first.picture)).toBe(
    'Bar chart. What a loaf costs. Price of a loaf: In spring: 2 dollars, In autumn: 3 dollars.',
  );
});
