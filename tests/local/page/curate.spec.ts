// The curators' page in a browser: taking a draft by keyboard, editing, dropping, what is missing, and accessibility.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCurating } from '../../../src/app/curating.ts';
import { startCuratePage } from '../../../src/local/curate/index.ts';
import { BREAD_FACTS, bread, writeBread } from '../../bread-folder.ts';
import { launch } from './browser.ts';

let browser: Browser;
let folder: string;
let served: Awaited<ReturnType<typeof startCuratePage>>;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launch();
});
beforeEach(async () => {
  folder = await writeBread();
  served = await startCuratePage(openCurating(folder, bread), 0);
});
afterEach(async () => {
  expect(complaints.splice(0)).toEqual([]);
  await Promise.all(browser.contexts().map((context) => context.close()));
  await served.close();
  await rm(folder, { recursive: true });
});
afterAll(() => browser.close());

async function open(look: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(look)).newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(served.url);
  await page.getByText('1 facts, 1 drafts, 0 gaps').waitFor();
  return page;
}
const facts = () => readFile(join(folder, 'facts.yaml'), 'utf8');

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
  await page.keyboard.press('Enter');
  await page.getByText('2 facts, 0 drafts, 0 gaps').waitFor();
  expect(await facts()).toContain('- id: kinds\n  short: Two\n  claim: Bread comes in two kinds.\n');
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
  expect(await facts()).toBe(BREAD_FACTS);
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

test('a record is dropped after a second press, and what nobody cites is named', async () => {
  const page = await open();
  await page.getByRole('button', { name: /^3: no fact/ }).click();
  await page.getByText('paragraph 3 is not cited by any fact').waitFor();
  await page.getByRole('button', { name: 'Show all records' }).click();
  const kinds = page.getByRole('article', { name: 'kinds' });
  await kinds.getByRole('button', { name: 'Drop' }).click();
  expect(await facts()).toBe(BREAD_FACTS);
  await kinds.getByRole('button', { name: 'Drop kinds: sure?' }).click();
  await page.getByText('1 facts, 0 drafts, 0 gaps').waitFor();
  expect(await facts()).not.toContain('kinds');
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
  expect(await violations()).toEqual([]);
});
