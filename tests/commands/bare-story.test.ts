// The commands with a knowledge that has only the minimum: one dated claim, and an article of a year.
import { expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createBot } from '../../src/bot/bot.ts';
import {
  chosenSections,
  offeredCommands,
  summaryBlocks,
  toPlainText,
  withViews,
} from '../../src/bot/index.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { parseKnowledge } from '../../src/core/knowledge/parse.ts';
import { asker, files } from '../fixtures.ts';
import { desk as realDesk } from '../real-desk.ts';
import { openHere } from '../story-desk.ts';

const claim = {
  id: 'no-fuel',
  short: 'One in five stations',
  claim: 'The guild reported that one station in five had no fuel in February 1974.',
  status: 'claimed',
  saidBy: ['guild'],
  citations: [{ paragraph: 1, excerpt: 'had no fuel' }],
  values: [{ kind: 'date', date: '1974-02', event: 'Stations run dry' }],
  questions: ['how many stations had no fuel', 'when did stations run dry'],
  related: ['queues'],
};
const queues = {
  ...claim,
  id: 'queues',
  short: 'Long queues',
  claim: 'Motorists waited in long queues.',
  status: 'stated',
  values: [{ kind: 'direction', direction: 'up' }],
  questions: ['were there queues', 'did motorists have to wait'],
  related: ['no-fuel'],
};
const bare = {
  'article.yaml': {
    ...(files['article.yaml'] as object),
    date: '2016',
    views: [{ id: 'figures', kind: 'comparison', title: 'Figures', description: 'Figures side by side' }],
    summary: [
      { id: 'figures', title: 'Figures', view: 'figures' },
      { id: 'dates', title: 'Dates', dates: 'all' },
    ],
  },
  'facts/cars.yaml': [claim, queues],
  'gaps.yaml': [
    { id: 'price', says: "The article doesn't say it.", nearest: [], questions: ['what did a gallon cost'] },
  ],
  'words.yaml': files['words.yaml'],
};
const knowledge = parseKnowledge(
  Object.entries(bare).map(([path, data]) => ({ path, data, lineOf: () => 1 })),
);
const desk = openHere(knowledge);
const commands = await loadCommands();
const bot = createBot(commands, desk);
const respond = (command: string, options: Record<string, string> = {}) =>
  bot.respond({ command, options, member: asker });
const textOf = ({ blocks }: Reply) => toPlainText(blocks);

test('a comparison without a figure is not offered, and says so; a view that there is not is a command no more', async () => {
  expect(textOf(await respond('figures'))).toBe('The article gives no figures to compare.');
  expect(textOf(await respond('demands'))).toBe('This button is out of date. Ask again with /ask.');
  expect(bot.suggest({ command: 'demands', option: 'topic', typed: 'a' })).toEqual([]);
});

test('the date of a claim is given by whoever claims it', async () => {
  expect(textOf(await respond('dates'))).toContain('How many stations had no fuel');
  const [line] = summaryBlocks(knowledge, chosenSections('dates', knowledge), '1').flatMap((block) =>
    block.kind === 'list' ? block.items : [],
  );
  expect(line).toBe('February 1974: Stations run dry (the guild says so) ¶1');
});

test('a summary has no section without a line, and no picture without a bar', () => {
  const blocks = summaryBlocks(knowledge, chosenSections('figures,dates', knowledge), '1');
  expect(blocks.filter(({ kind }) => kind === 'lead')).toEqual([{ kind: 'lead', text: 'Dates' }]);
  expect(blocks.flatMap((block) => (block.kind === 'picture' ? block.picture.kind : []))).toEqual([
    'timeline',
  ]);
});

test('an article without a day of its own is asked and checked all the same', () => {
  expect(() => desk.ask('were there any queues at all when stations ran dry?')).not.toThrow();
  expect(desk.judge('Stations ran dry yesterday.').verdict).toBe('not_in_source');
});

test('a command that the knowledge has nothing for is neither offered nor listed, but answers old buttons', async () => {
  const lacking = ['figures', 'quotes'];
  expect([...bot.commands.keys()].filter((name) => !bot.offered.has(name)).sort()).toEqual(lacking);
  const help = textOf(await respond('help'));
  expect(help).toContain('/dates');
  for (const name of lacking) {
    expect(help).not.toContain(`/${name}`);
    expect(textOf(await respond(name))).toContain('The article');
  }
});

test('a knowledge that has something for all of them is offered all', () => {
  const full = realDesk.knowledge;
  expect([...offeredCommands(commands, full).keys()]).toEqual([...withViews(commands, full).keys()]);
});

test.each([
  claim.claim,
  `It is false that ${claim.claim}`,
  'Four stations in five had no fuel.',
  'Bananas are yellow.',
])('a claim that no rule can compare is not called supported: %s', (text) => {
  expect(desk.judge(text).verdict).toBe('not_in_source');
});
