// A visitor asks, shares and removes, with the mouse and with the keyboard alone; others see what is meant for them.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { box, newest, stage, suggestions } from './stage.ts';

const on = stage();

/** Asks by typing, as fast as the keys go; resolves when the answer is there. */
async function ask(page: Page, question: string): Promise<void> {
  const before = await page.locator('#log article').count();
  await box(page).fill(`/ask ${question}`);
  await page.keyboard.press('Enter');
  await page.locator('#log article').nth(before).waitFor();
}

test('an example of the greeting gets a cited answer with one click', async () => {
  const page = await on.open('mia');
  const examples = page.getByRole('list', { name: 'Examples' }).getByRole('button');
  const labels = await examples.allTextContents();
  expect(labels.map((label) => label.split(' ')[0])).toEqual(['/ask', '/ask', '/ask', '/check', '/summary']);
  await examples.first().click();
  await newest(page).getByText('Mia used /ask').waitFor();
  const answer = await newest(page).textContent();
  expect(answer).toMatch(/Paragraph \d+: “/);
  expect(answer).toContain('Only you can see this');
});

test('a first visit shows what /check does, and what a moderator does with /summary, with one click each', async () => {
  const page = await on.open('mia');
  const examples = page.getByRole('list', { name: 'Examples' }).getByRole('button');
  await examples.filter({ hasText: '/check' }).click();
  await newest(page).getByText('Mia used /check').waitFor();
  expect(await newest(page).textContent()).toMatch(/Claim: .*Paragraph \d+: “/s);

  await examples.filter({ hasText: '/summary preview as Max, moderator' }).click();
  await newest(page).getByText('Max used /summary preview').waitFor();
  expect(await page.getByLabel('You are').inputValue()).toBe('max');
});

test('where nobody may run a command, it is no example', async () => {
  const page = await on.open('mia', 'dm');
  const labels = await page.getByRole('list', { name: 'Examples' }).getByRole('button').allTextContents();
  expect(labels.filter((label) => label.startsWith('/summary'))).toEqual([]);
  expect(labels.filter((label) => label.startsWith('/check'))).toHaveLength(1);
});

test('a slash lists every command with its description', async () => {
  const page = await on.open('noah');
  await box(page).pressSequentially('/');
  const options = suggestions(page);
  const { people, places } = on.local.world;
  const slash = on.local.commands(people.noah, places.general).filter(({ type }) => type === 1);
  expect(slash.length).toBeGreaterThan(3);
  expect((await options.allTextContents()).sort()).toEqual(
    slash.map(({ name, description }) => `/${name}${description}`).sort(),
  );
  await box(page).pressSequentially('vot');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('group', { name: 'Command /votes' }).isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  await newest(page).getByText('Noah used /votes').waitFor();
});

test('each subcommand is listed by itself, is filled in like a command, and is named above its answer', async () => {
  const page = await on.open('max');
  await box(page).pressSequentially('/summary');
  const names = (await suggestions(page).allTextContents()).map(
    (text) => /^\/summary \w+?(?=[A-Z])/.exec(text)?.[0],
  );
  expect(names).toEqual(['/summary post', '/summary preview', '/summary remove', '/summary update']);
  await box(page).pressSequentially(' prev');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const preview = newest(page);
  await preview.getByText('Max used /summary preview').waitFor();
  const titles = preview.getByRole('heading', { level: 5 });
  expect(await preview.textContent()).toContain('Who says what');
  await preview.locator('button.select').click();
  const menu = page.getByRole('menu', { name: 'Sections' });
  for (const section of ['Dates', 'Who says what', 'What the article does not say'])
    await menu.getByRole('menuitemcheckbox', { name: section }).click();
  await menu.getByRole('menuitem', { name: 'Done' }).click();
  await titles.filter({ hasText: 'Who says what' }).waitFor({ state: 'detached' });
  expect(await preview.textContent()).toContain('What the guild asks for');
  expect(await preview.textContent()).not.toContain('May 1, 2017');
});

test('an answer is asked with autocomplete, shared, seen by another, and removed for all', async () => {
  const mia = await on.open('mia', 'deskTalk');
  const noah = await on.open('noah', 'deskTalk');
  await box(mia).pressSequentially('/ask how many voted');
  const option = suggestions(mia).first();
  await option.waitFor();
  const question = (await option.textContent()) ?? '';
  expect(question).toMatch(/^How many/);
  await option.click();
  await mia.keyboard.press('Enter');
  await newest(mia).getByText('Mia used /ask').waitFor();
  expect(await newest(mia).textContent()).toMatch(/Paragraph \d+: “/);
  expect(await noah.locator('#log .message').count()).toBe(1);

  await newest(mia).getByRole('button', { name: 'Share', exact: true }).click();
  const shared = newest(noah);
  await shared.getByText('Shared by Mia').waitFor();
  expect(await shared.textContent()).toMatch(/Paragraph \d+: “/);
  expect(await mia.getByRole('button', { name: 'Share', exact: true }).count()).toBe(0);
  await mia.getByText('(edited)').waitFor();

  await shared.getByRole('button', { name: 'Remove' }).click();
  await noah.getByText('Noah used').or(noah.getByText('Only you can see this')).first().waitFor();
  expect(await noah.getByText('Shared by Mia').count()).toBe(1);

  await newest(mia).getByRole('button', { name: 'Remove' }).click();
  await noah.getByText('Shared by Mia').waitFor({ state: 'detached' });
  expect(await mia.getByText('Shared by Mia').count()).toBe(0);
});

test('what the article does not say is said so', async () => {
  const page = await on.open('mia');
  await ask(page, 'Which shows would stop first?');
  const answer = await newest(page).textContent();
  expect(answer).toContain('What it does say');
  expect(answer).not.toContain('Paragraph');
});

test('a private answer vanishes when it is dismissed', async () => {
  const page = await on.open('mia');
  await ask(page, 'When was the vote');
  const count = await page.locator('#log article').count();
  await newest(page).getByRole('button', { name: 'Dismiss message' }).click();
  await expect.poll(() => page.locator('#log article').count()).toBe(count - 1);
});

test('the keyboard alone is enough', async () => {
  const page = await on.open('max', 'announcements');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    });

  await press('Tab');
  expect(await focused()).toBe('Skip to the message box');
  await press('Enter');
  expect(await focused()).toContain('Message #announcements');
  await page.keyboard.type('/as');
  await press('Tab');
  await page.keyboard.type('turnout');
  await suggestions(page)
    .filter({ hasText: /turnout/i })
    .first()
    .waitFor();
  await press('ArrowDown');
  const marked = await box(page).getAttribute('aria-activedescendant');
  const chosen = await page.locator(`#${marked}`).textContent();
  await press('Enter');
  expect(await box(page).inputValue()).toBe(chosen);
  await press('Enter');
  await newest(page).getByText('Max used /ask').waitFor();
  await expect.poll(focused).toContain('Message #announcements');

  await press('Shift+Tab', 'Enter');
  expect(await page.getByRole('menu').isVisible()).toBe(true);
  await press('Escape');
  expect(await focused()).toBe('More for this message');
  for (let tabs = 0; tabs < 10 && (await focused()) !== 'Share'; tabs += 1) await press('Shift+Tab');
  await press('Enter');
  await newest(page).getByText('Shared by Max').waitFor();

  await box(page).focus();
  await press('Shift+Tab', 'Enter', 'p', 'Enter');
  await page.getByText('Max pinned a message to this channel.').waitFor();
  for (let tabs = 0; tabs < 30 && (await focused()) !== 'Pins (1)'; tabs += 1) await press('Shift+Tab');
  await press('Enter');
  expect(await focused()).toBe('Pinned messages');
  expect(await page.getByRole('complementary').textContent()).toContain('Shared by Max');
  await press('Escape');
  expect(await focused()).toBe('Pins (1)');
});

test('Escape leaves a list, then the command; Backspace in an empty field leaves too', async () => {
  const page = await on.open('mia');
  await box(page).pressSequentially('/ask w');
  await suggestions(page).first().waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('listbox').count()).toBe(0);
  expect(await page.getByRole('group', { name: 'Command /ask' }).count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('group', { name: 'Command /ask' }).count()).toBe(0);
  await box(page).pressSequentially('/ask ');
  await page.keyboard.press('Backspace');
  expect(await page.getByRole('group', { name: 'Command /ask' }).count()).toBe(0);
});

test('a command with an option missing is not sent, and says which', async () => {
  const page = await on.open('mia');
  await box(page).fill('/ask ');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('question: This option is required').waitFor();
  expect(await page.getByRole('group', { name: 'Command /ask' }).count()).toBe(1);
});
