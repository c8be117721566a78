// Accessibility, checked by axe-core in every state of the page, in both themes and on a phone.
import axe from 'axe-core';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { box, newest, stage, suggestions } from './stage.ts';

const on = stage();

/** What axe finds wrong that is more than minor, with where it is. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(),
  );
  return found
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    );
}

test.each<[string, BrowserContextOptions]>([
  ['dark', { colorScheme: 'dark' }],
  ['light', { colorScheme: 'light' }],
  ['a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
])(
  'nothing is wrong that matters: %s',
  async (_, look) => {
    const page = await on.open('max', 'general', look);
    expect(await violations(page)).toEqual([]);

    await box(page).pressSequentially('/');
    await suggestions(page).first().waitFor();
    expect(await violations(page)).toEqual([]);

    await box(page).pressSequentially('ask how');
    await suggestions(page).filter({ hasText: /^How/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await newest(page).getByText('Max used /ask').waitFor();
    expect(await violations(page)).toEqual([]);

    const { people, places } = on.local.world;
    on.local.say(people.noah, places.general, 'Worth **keeping**: https://example.org/ and `code`');
    await newest(page).getByText('Worth').waitFor();

    const menu = newest(page).getByRole('button', { name: 'More for this message' });
    await menu.click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Pin message' }).click();
    await newest(page).getByText('Max pinned a message').waitFor();

    await page.getByRole('button', { name: 'Pins (' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Unpin' }).first().click();
    await page.getByText('Nothing is pinned here.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Pinned messages');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('complementary').count()).toBe(0);

    await page.getByRole('button', { name: 'Show API traffic' }).last().click();
    await page.getByRole('complementary', { name: 'API traffic' }).waitFor();
    expect(await violations(page)).toEqual([]);
  },
  60_000,
);

test('on a phone the places open over the messages, and Escape closes them', async () => {
  const page = await on.open('mia', 'general', { viewport: { width: 360, height: 740 } });
  const button = page.getByRole('button', { name: 'Places and people' });
  await button.click();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('#general');
  await page.keyboard.press('Escape');
  expect(await button.getAttribute('aria-expanded')).toBe('false');
  await button.click();
  await page.getByRole('link', { name: '#desk-talk' }).click();
  await page.getByRole('heading', { name: '#desk-talk' }).waitFor();
  expect(await page.getByRole('link', { name: '#desk-talk' }).isVisible()).toBe(false);
});

test('the skip link leads into the message box', async () => {
  const page = await on.open('mia');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the message box');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Good evening');
  expect(await box(page).inputValue()).toBe('Good evening');
});

test.each(['general', 'announcements', 'post', 'dm'])(
  'at 360 px the name of the place is whole: %s',
  async (where) => {
    const page = await on.open('mia', where, { viewport: { width: 360, height: 740 } });
    const title = page.getByRole('heading', { level: 1 });
    const { cut, right } = await title.evaluate((one) => ({
      cut: one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight,
      right: one.getBoundingClientRect().right,
    }));
    expect(cut).toBe(false);
    const pins = await page.getByRole('button', { name: 'Pins (' }).boundingBox();
    expect(right).toBeLessThanOrEqual(pins?.x ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);

test('new messages are announced, those that were there before are not', async () => {
  const { people, places } = on.local.world;
  on.local.say(people.noah, places.deskTalk, 'Earlier');
  const page = await on.open('mia', 'deskTalk');
  const log = page.getByRole('log', { name: 'Messages in desk-talk' });
  expect(await log.getAttribute('aria-live')).toBe('off');
  on.local.say(people.noah, places.deskTalk, 'Now');
  await newest(page).getByText('Now').waitFor();
  expect(await log.getAttribute('aria-live')).toBe('polite');
});

test('on a phone the panel covers the page, and nothing behind it can be reached', async () => {
  const page = await on.open('mia', 'general', { viewport: { width: 360, height: 740 } });
  await page.getByRole('button', { name: 'Pins (' }).click();
  const panel = page.getByRole('complementary', { name: 'Pinned messages' });
  expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
  for (let tabs = 0; tabs < 4; tabs += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main, nav'))).toBeNull();
  }
  await page.keyboard.press('Escape');
  expect(await panel.count()).toBe(0);
});

test('at 360 px the menu of the sections and the question before a deletion are whole', async () => {
  const page = await on.open('max', 'general', { viewport: { width: 360, height: 640 } });
  async function run(command: string): Promise<void> {
    await box(page).fill(`/${command} `);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(`Max used /${command}`).last().waitFor();
  }
  const isWhole = async (part: Locator) => {
    const { x, y, width, height } = (await part.boundingBox()) ?? { x: -1, y: 0, width: 0, height: 0 };
    return x >= 0 && y >= 0 && x + width <= 360 && y + height <= 640;
  };
  await run('summary post');
  await page.getByText('posted and pinned').waitFor();
  await run('summary preview');
  await newest(page).locator('button.select').click();
  const menu = page.getByRole('menu', { name: 'Sections' });
  for (const item of [menu, ...(await menu.getByRole('menuitemcheckbox').all())])
    expect(await isWhole(item)).toBe(true);
  await page.keyboard.press('Escape');
  await run('summary remove');
  await newest(page).getByRole('button', { name: 'Delete it' }).waitFor();
  expect(await isWhole(newest(page))).toBe(true);
  await newest(page).getByRole('button', { name: 'Delete it' }).click();
  await page.getByText('The summary is deleted.').waitFor();
});
