// The curators' page in a browser: what is done with records by keyboard and mouse, what is missing, and accessibility.
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCurating } from '../../../src/app/curating.ts';
import { startCuratePage } from '../../../src/local/curate/index.ts';
import { articleOf, FACTS as DOLLARS, keepBread, sundayFact, TEXT } from '../../bread-folder.ts';
import { launch } from './browser.ts';

/** Its claim looks like markup. */
const FACTS = DOLLARS.replace('A loaf is 3 dollars.', 'A loaf is <b>3</b> dollars.');
const ASKED = ['who bakes', 'wot does a loaf cost', 'wot does a loaf cost'];

const { path, read, write } = keepBread();
let browser: Browser;
let served: Awaited<ReturnType<typeof startCuratePage>>;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launch();
});
beforeEach(async () => {
  await write('facts.yaml', FACTS);
  const unanswered = ASKED.map((question) => ({ day: '2026-03-01', question }));
  served = await startCuratePage(
    openCurating(path(), articleOf(TEXT), async () => unanswered),
    0,
  );
});
afterEach(async () => {
  expect(complaints.splice(0)).toEqual([]);
  await Promise.all(browser.contexts().map((context) => context.close()));
  await served.close();
});
afterAll(() => browser.close());

async function open(look: BrowserContextOptions = {}, count = '1 facts, 1 drafts, 0 gaps'): Promise<Page> {
  const page = await (await browser.newContext(look)).newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(served.url);
  await page.getByText(count).waitFor();
  return page;
}
const facts = () => read('facts.yaml');

test('a draft is taken by keyboard alone', async () => {
  const page = await open();
  await page.getByRole('button', { name: /^2: no fact/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Paragraph 2' }).waitFor();
  await page.getByLabel('The answer in a few words').focus();
  await page.keyboard.type('Two');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bread comes in two kinds.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nhow many sorts');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('2 facts, 0 drafts, 0 gaps').waitFor();
  expect(await facts()).toContain('- id: kinds\n  short: Two\n  claim: Bread comes in two kinds.\n');
  expect(await facts()).toContain('questions: [how many kinds are there, which kinds, how many sorts]');
});

test('an edit that breaks the folder is refused with its line, and what was typed stays; mended it is saved', async () => {
  const page = await open();
  const loaf = page.getByRole('article', { name: 'loaf' });
  await loaf.getByRole('button', { name: 'Edit' }).click();
  const field = loaf.getByLabel('As it stands in its file');
  const yaml = await field.inputValue();
  await field.fill(yaml.replace('short: 3', 'shrot: 3'));
  await loaf.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('facts.yaml:2').waitFor();
  expect(await facts()).toBe(FACTS);
  expect(await field.inputValue()).toContain('shrot');
  await field.fill(yaml.replace('short: 3 dollars', 'short: 3 dollars a loaf'));
  await loaf.getByRole('button', { name: 'Save' }).click();
  await loaf.getByText('3 dollars a loaf', { exact: true }).waitFor();
  expect(await page.getByRole('alert').textContent()).toBe('');
});

test('what is typed and not saved yet outlives what is done with another record', async () => {
  const page = await open();
  await page.getByLabel('The answer in a few words').fill('Two');
  const loaf = page.getByRole('article', { name: 'loaf' });
  await loaf.getByRole('button', { name: 'Edit' }).click();
  const field = loaf.getByLabel('As it stands in its file');
  await field.fill((await field.inputValue()).replace('short: 3 dollars', 'short: Three'));
  await page.getByRole('button', { name: /^2: / }).click();
  await page.getByRole('button', { name: 'Show all records' }).click();
  expect(await field.inputValue()).toContain('short: Three');
  await loaf.getByRole('button', { name: 'Save' }).click();
  await loaf.getByText('Three', { exact: true }).waitFor();
  expect(await page.getByLabel('The answer in a few words').inputValue()).toBe('Two');
  expect(await field.count()).toBe(0);
});

test('nor is it forgotten when a record is saved of which the id ends alike, or is asked for in a word', async () => {
  const rye = FACTS.slice(FACTS.indexOf('- id: kinds')).replace('id: kinds', 'id: rye-loaf');
  await write('facts.yaml', `${FACTS}\n${rye.replace('how many kinds are there, which kinds', 'rye')}`);
  await served.close();
  served = await startCuratePage(
    openCurating(path(), articleOf(TEXT), async () => [{ day: '2026-03-01', question: 'kinds' }]),
    0,
  );
  const page = await open({}, '1 facts, 2 drafts, 0 gaps');
  await page.getByRole('article', { name: 'rye-loaf' }).getByLabel('The answer in a few').fill('Rye');
  const asked = page.getByRole('region', { name: 'Asked and not answered' });
  await asked.getByRole('button', { name: 'New gap' }).click();
  await asked.getByLabel('How people ask for it').fill('which kinds of bread');
  const kinds = page.getByRole('article', { name: 'kinds' });
  expect(await kinds.getByLabel('How members ask for it').inputValue()).toBe(
    'how many kinds are there\nwhich kinds',
  );
  for (const [id, from, to] of [
    ['loaf', 'short: 3 dollars', 'short: Three'],
    ['kinds', 'status: stated', 'status: stated # by it'],
  ] as const) {
    const record = page.getByRole('article', { name: id, exact: true });
    await record.getByRole('button', { name: 'Edit' }).click();
    const field = record.getByLabel('As it stands in its file');
    await field.fill((await field.inputValue()).replace(from, to));
    await record.getByRole('button', { name: 'Save' }).click();
    await field.waitFor({ state: 'detached' });
    expect(await facts()).toContain(to);
  }
  expect(
    await page.getByRole('article', { name: 'rye-loaf' }).getByLabel('The answer in a few').inputValue(),
  ).toBe('Rye');
  expect(await asked.getByLabel('How people ask for it').inputValue()).toBe('which kinds of bread');
});

test('what is open stays open when another record is saved, with what was chosen and typed', async () => {
  const sunday = FACTS.slice(FACTS.indexOf('- id: kinds'))
    .replace('id: kinds', 'id: sunday')
    .replace('how many kinds are there, which kinds', 'open on sunday');
  await write('facts.yaml', `${FACTS}\n${sunday}`);
  const page = await open({}, '1 facts, 2 drafts, 0 gaps');
  const kinds = page.getByRole('article', { name: 'kinds' });
  await kinds.getByRole('button', { name: 'Merge' }).click();
  await kinds.getByLabel('The fact that it goes into').selectOption('loaf');
  await kinds.getByLabel('The claim of both').fill('Typed.');
  await kinds.getByRole('button', { name: 'Edit' }).click();
  await kinds.getByRole('button', { name: 'Merge' }).click();
  const asked = page.getByRole('region', { name: 'Asked and not answered' });
  await asked.getByRole('button', { name: 'Put into' }).last().click();
  await asked.getByRole('combobox').selectOption('sunday');
  const loaf = page.getByRole('article', { name: 'loaf' });
  await page.getByRole('listitem').filter({ hasText: 'wot does a loaf cost 2 times' }).dragTo(loaf);
  await page.getByText('1 question not answered').waitFor();
  expect(await kinds.getByLabel('The fact that it goes into').inputValue()).toBe('loaf');
  expect(await kinds.getByLabel('The answer of both').inputValue()).toBe('3 dollars');
  expect(await kinds.getByLabel('The claim of both').inputValue()).toBe('Typed.');
  expect(await asked.getByRole('combobox').inputValue()).toBe('sunday');
  await kinds.getByRole('button', { name: 'Merge kinds into it' }).click();
  await page.getByText('1 facts, 1 drafts, 0 gaps').waitFor();
  expect(await facts()).toContain('claim: Typed.');
});

test('a failure of the program is told, and what was typed stays', async () => {
  await served.close();
  const { look } = openCurating(path(), articleOf(TEXT));
  const change = () => Promise.reject(new Error('The disk is gone.'));
  served = await startCuratePage({ look, change }, 0);
  const page = await open();
  await page.getByLabel('The answer in a few words').fill('Two');
  await page.getByRole('button', { name: 'Take' }).click();
  await page.getByRole('alert').getByText('The page failed: Error: The disk is gone.').waitFor();
  expect(await page.getByLabel('The answer in a few words').inputValue()).toBe('Two');
  expect(complaints.splice(0)).toEqual([expect.stringContaining('500')]);
});

test('a record is dropped after a second press, and what nobody cites is named', async () => {
  const page = await open();
  await page.getByRole('button', { name: /^3: no fact/ }).click();
  await page.getByText('paragraph 3 is not cited by any fact').waitFor();
  await page.getByRole('button', { name: 'Show all records' }).click();
  const kinds = page.getByRole('article', { name: 'kinds' });
  await kinds.getByRole('button', { name: 'Drop' }).click();
  expect(await facts()).toBe(FACTS);
  await kinds.getByRole('button', { name: 'Drop kinds: sure?' }).click();
  await page.getByText('1 facts, 0 drafts, 0 gaps').waitFor();
  expect(await facts()).not.toContain('kinds');
});

test('an edit made elsewhere meanwhile is shown instead of written over, and what was typed stays', async () => {
  const page = await open();
  await page.getByLabel('The answer in a few words').fill('Two');
  await page.getByLabel('The claim, in sentences').fill('There are two.');
  const theirs = FACTS.replace('short: 3 dollars', 'short: Three');
  await write('facts.yaml', theirs);
  await page.getByRole('button', { name: 'Take' }).click();
  await page.getByRole('alert').getByText('facts.yaml was changed meanwhile').waitFor();
  await page.getByText('Three', { exact: true }).waitFor();
  expect(await facts()).toBe(theirs);
  await page.getByRole('button', { name: 'Take' }).click();
  await page.getByText('2 facts, 0 drafts, 0 gaps').waitFor();
  expect(await facts()).toContain('short: Three');
  expect(await facts()).toContain('claim: There are two.');
});

test('a question that a record is given while its editor is open is not undone by saving what was typed there', async () => {
  const page = await open();
  const loaf = page.getByRole('article', { name: 'loaf' });
  await loaf.getByRole('button', { name: 'Edit' }).click();
  const field = loaf.getByLabel('As it stands in its file');
  await field.fill((await field.inputValue()).replace('short: 3 dollars', 'short: Three'));
  await page.getByText('who bakes', { exact: true }).first().dragTo(loaf);
  await loaf.getByText('bread price · who bakes').waitFor();
  await loaf.getByRole('button', { name: 'Save' }).click();
  await loaf.getByText('Three', { exact: true }).waitFor();
  expect(await facts()).toContain('questions: [what does a loaf cost, bread price, who bakes]');
});

test('what a text has become stands below what is typed in the same place', async () => {
  const page = await open();
  const loaf = page.getByRole('article', { name: 'loaf' });
  await loaf.getByRole('button', { name: 'Edit' }).click();
  const field = loaf.getByLabel('As it stands in its file');
  await field.fill((await field.inputValue()).replace('bread price', 'price of bread'));
  await page.getByText('who bakes', { exact: true }).first().dragTo(loaf);
  await loaf.getByText('It was changed meanwhile').waitFor();
  expect(await loaf.locator('pre').textContent()).toContain('bread price, who bakes]');
  expect(await field.inputValue()).toContain('[what does a loaf cost, price of bread]');
});

test('a passage is selected by keyboard, and a fact drafted of it is written next', async () => {
  const page = await open();
  await page.getByRole('button', { name: /^3: no fact/ }).focus();
  await page.keyboard.press('Enter');
  const passage = page.getByLabel('Select the passage');
  expect(await page.getByRole('button', { name: 'Draft a fact' }).isDisabled()).toBe(true);
  await passage.focus();
  await page.keyboard.press('Control+Home');
  for (const _ of 'Nobody bakes') await page.keyboard.press('Shift+ArrowRight');
  await page.getByText('Selected: 2 words.').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('1 facts, 2 drafts, 0 gaps').waitFor();
  await page.keyboard.type('None');
  expect(await page.getByLabel('The answer in a few words').inputValue()).toBe('None');
  expect(await facts()).toContain('{ paragraph: 3, excerpt: Nobody bakes }');
});

test('a passage that is selected with the mouse is selected beside the records', async () => {
  const page = await open();
  await page.getByText('Nobody bakes on Sunday.').dblclick({ position: { x: 5, y: 8 } });
  await page.getByRole('heading', { name: 'Paragraph 3' }).waitFor();
  await page.getByText('Selected: 1 words.').waitFor();
});

test('a gap of a paragraph is added by keyboard', async () => {
  const page = await open();
  await page.getByRole('button', { name: /^3: no fact/ }).click();
  await page.getByLabel('Add from paragraph 3').getByRole('button', { name: 'New gap' }).press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type('why nobody bakes on Sunday.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('why no bread on sunday');
  await page.keyboard.press('Tab');
  await page.keyboard.type('sunday-why');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('1 facts, 1 drafts, 1 gaps').waitFor();
  await page.getByRole('article', { name: 'sunday-why' }).waitFor();
  expect(await read('gaps.yaml')).toContain("says: The article doesn't say why nobody bakes on Sunday.");
});

test('two facts are merged by keyboard, and the page goes to what became of them', async () => {
  const page = await open();
  const kinds = page.getByRole('article', { name: 'kinds' });
  await kinds.getByRole('button', { name: 'Merge' }).press('Enter');
  expect(await kinds.getByLabel('The fact that it goes into').inputValue()).toBe('loaf');
  expect(await kinds.getByLabel('The claim of both').inputValue()).toBe('A loaf is <b>3</b> dollars.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.type(' There are two kinds.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('1 facts, 0 drafts, 0 gaps').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('title-loaf');
  expect(await facts()).toContain('claim: A loaf is <b>3</b> dollars. There are two kinds.\n');
  expect(await facts()).toContain('{ paragraph: 2, excerpt: two kinds }');
});

test('what was asked is dragged into a fact, and nothing else is', async () => {
  const page = await open();
  const question = page.getByRole('listitem').filter({ hasText: 'wot does a loaf cost 2 times' });
  await question.dragTo(page.getByRole('article', { name: 'loaf' }));
  await question.waitFor({ state: 'detached' });
  expect(await facts()).toContain('questions: [what does a loaf cost, bread price, wot does a loaf cost]');
  await page.getByRole('link', { name: '1 question not answered' }).click();
  const before = await facts();
  await page.getByText('A loaf is').dblclick({ position: { x: 25, y: 8 } });
  const selected = () => page.evaluate(() => getSelection()?.toString().trim());
  expect(await selected()).not.toBe('');
  await page.getByText('A loaf is').hover({ position: { x: 25, y: 8 } });
  await page.mouse.down();
  await page.getByRole('heading', { name: 'loaf' }).hover({ force: true });
  await page.mouse.up();
  // What a drop begins is done before what is asked for after it.
  await page.getByRole('button', { name: /^1: / }).click();
  await page.getByRole('button', { name: 'Show all records' }).click();
  const kinds = page.getByRole('article', { name: 'kinds' });
  await kinds.getByRole('button', { name: 'Drop' }).click();
  await kinds.getByRole('button', { name: 'Drop kinds: sure?' }).click();
  await page.getByText('1 facts, 0 drafts, 0 gaps').waitFor();
  expect(await facts()).toBe(before.slice(0, before.indexOf('\n# From the draft.')));
});

test('what was asked is put by keyboard into a record, the nearest first, or begins a gap', async () => {
  const page = await open();
  const questions = page.getByRole('region', { name: 'Asked and not answered' });
  await questions.getByRole('button', { name: 'Put into' }).first().press('Enter');
  expect(await questions.getByRole('combobox').inputValue()).toBe('loaf');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('1 question not answered').waitFor();
  expect(await facts()).toContain('bread price, wot does a loaf cost]');
  await questions.getByRole('button', { name: 'New gap' }).press('Enter');
  expect(await questions.getByLabel('How people ask for it').inputValue()).toBe('who bakes');
  await questions.getByLabel('What the article leaves open').fill("The article doesn't say who bakes.");
  await questions.getByRole('button', { name: 'Add the gap' }).press('Enter');
  await page.getByText('1 facts, 1 drafts, 1 gaps').waitFor();
  expect(await questions.isHidden()).toBe(true);
  expect(await read('gaps.yaml')).toMatch(/^- id: bakes\n/);
});

test('a fact that nobody finds says what its questions find', async () => {
  const lost = sundayFact(['what does it cost on a holiday', 'price of nothing']);
  await write('facts.yaml', FACTS.replace('[what does', '[loaf cost today, what does') + lost);
  const page = await open({}, '2 facts, 1 drafts, 0 gaps');
  await page
    .getByRole('article', { name: 'sunday' })
    .getByText('Nobody finds it: its questions lead to loaf.')
    .waitFor();
  expect(await page.getByText('Nobody finds it').count()).toBe(1);
});

test('text of a fact is no markup, and its excerpt is marked in the paragraph', async () => {
  const page = await open();
  await page.getByText('A loaf is <b>3</b> dollars.').waitFor();
  expect(await page.locator('mark').allTextContents()).toEqual(['costs 3 dollars', 'two kinds']);
});

test.each<[string, BrowserContextOptions]>([
  ['dark', { colorScheme: 'dark' }],
  ['light', { colorScheme: 'light' }],
  ['a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
])('axe finds nothing: %s', async (_, look) => {
  const page = await open(look);
  const violations = async () => {
    await page.evaluate(axe.source);
    const { violations: found } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(),
    );
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    );
  };
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: /^2: no fact/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByText('missing or wrong').waitFor();
  await page.getByRole('button', { name: 'New gap' }).last().click();
  await page.getByRole('button', { name: 'Put into' }).first().click();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Merge' }).click();
  expect(await violations()).toEqual([]);
});
