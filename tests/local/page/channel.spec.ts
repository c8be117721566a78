// The channel around the bot: places, permissions, pins, message commands, live changes, failures, API traffic.
import { expect, test } from 'vitest';
import { box, newest, postAsBot, stage, suggestions } from './stage.ts';

const on = stage();

test('an ordinary message is posted, seen by others at once, and deleted by its author', async () => {
  const mia = await on.open('mia');
  const noah = await on.open('noah');
  await box(mia).fill('Good evening');
  await mia.keyboard.press('Enter');
  await newest(noah).getByText('Good evening').waitFor();
  await newest(noah).getByRole('button', { name: 'More for this message' }).click();
  expect(await noah.getByRole('menuitem', { name: 'Delete message' }).count()).toBe(0);
  await newest(mia).getByRole('button', { name: 'More for this message' }).click();
  await mia.getByRole('menuitem', { name: 'Delete message' }).click();
  await noah.getByText('Good evening').waitFor({ state: 'detached' });
});

test('a moderator pins and unpins, everybody sees it at once, a member cannot', async () => {
  const { people, places } = on.local.world;
  on.local.say(people.noah, places.deskTalk, 'Worth keeping');
  const max = await on.open('max', 'deskTalk');
  const mia = await on.open('mia', 'deskTalk');
  await mia.getByRole('button', { name: 'Pins (0)' }).click();
  const panel = mia.getByRole('complementary', { name: 'Pinned messages' });
  expect(await panel.textContent()).toContain('Nothing is pinned here.');

  await newest(max).getByRole('button', { name: 'More for this message' }).click();
  await max.getByRole('menuitem', { name: 'Pin message' }).click();
  await panel.getByText('Worth keeping').waitFor();
  expect(await mia.getByRole('button', { name: 'Pins (1)' }).getAttribute('aria-expanded')).toBe('true');
  expect(await panel.getByRole('button', { name: 'Unpin' }).count()).toBe(0);
  await panel.getByRole('button', { name: 'Go to message' }).click();
  expect(await mia.locator('#log article:focus').textContent()).toContain('Worth keeping');

  await max.getByRole('button', { name: 'Pins (1)' }).click();
  await max.getByRole('button', { name: 'Unpin' }).click();
  await panel.getByText('Nothing is pinned here.').waitFor();
});

test('one can be another person in another place, by address as well', async () => {
  const page = await on.open('mia');
  await page.getByRole('link', { name: '@Picket Desk' }).click();
  await page.getByRole('heading', { name: '@Picket Desk', level: 1 }).waitFor();
  await page.getByLabel('You are').selectOption('max');
  await expect.poll(() => page.url()).toContain('as=max&in=dm');
  // The address changes at once, the page when its view of Max arrives, which begins the message box anew.
  await page.locator('a[href*="as=max&in=dm"]').waitFor();
  await box(page).fill('/votes');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await newest(page).getByText('Max used /votes').waitFor();
  await page.goBack();
  await expect.poll(() => page.getByLabel('You are').inputValue()).toBe('mia');
  expect(await page.getByText('Max used /votes').count()).toBe(0);
});

test('by user install the bot answers in a server that does not have it', async () => {
  const page = await on.open('noah', 'elsewhere');
  await page.getByText('The server Somewhere Else does not have the bot').waitFor();
  await page.getByRole('list', { name: 'Examples' }).getByRole('button').first().click();
  await newest(page).getByText('Noah used /ask').waitFor();
});

test('a message command is in the menu of a message, and the bot answers it', async () => {
  const { local } = on;
  const { people, places } = local.world;
  const commands = `${local.api}/v10/applications/${local.applicationId}/commands`;
  const headers = { authorization: `Bot ${local.token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ type: 3, name: 'Look into it' });
  const added = (await (await fetch(commands, { method: 'POST', headers, body })).json()) as { id: string };
  local.say(people.noah, places.thread, 'They all voted yes');
  const page = await on.open('mia', 'thread');
  await newest(page).getByRole('button', { name: 'More for this message' }).click();
  await page.getByRole('group', { name: 'Apps' }).getByRole('menuitem', { name: 'Look into it' }).click();
  await newest(page).getByText('Mia used Look into it').waitFor();
  await fetch(`${commands}/${added.id}`, { method: 'DELETE', headers });
});

test('an edit is drawn in place and keeps the focus', async () => {
  const { local } = on;
  const { general } = local.world.places;
  const row = { type: 1, components: [{ type: 2, style: 2, label: 'First', custom_id: 'first' }] };
  await postAsBot(local, general, { content: 'Before', components: [row] });
  const page = await on.open('mia');
  const [message] = local.messages(local.world.people.mia, general).slice(-1);
  await newest(page).getByRole('button', { name: 'First' }).focus();
  await fetch(`${local.api}/v10/channels/${general.id}/messages/${message?.id}`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${local.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'After' }),
  });
  await newest(page).getByText('After').waitFor();
  expect(await page.locator('button:focus').textContent()).toBe('First');
});

test('a menu of a message is used; what is left without an answer is told', async () => {
  const options = ['One', 'Two', 'Three'].map((label) => ({ label, value: label.toLowerCase() }));
  const select = {
    type: 3,
    custom_id: 'numbers',
    placeholder: 'Choose numbers',
    min_values: 2,
    max_values: 2,
    options,
  };
  await postAsBot(on.local, on.local.world.places.general, {
    content: 'Numbers',
    components: [{ type: 1, components: [select] }],
  });
  on.local.failNext({ method: 'POST', route: /^\/interactions\/.*\/callback/, status: 404, code: 10062 });
  const page = await on.open('mia');
  await page.getByRole('button', { name: 'Choose numbers' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'One' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Three' }).click();
  await page.getByRole('menuitem', { name: 'Done' }).click();
  await page.getByRole('alert').getByText('This interaction failed').waitFor();
  const sent = on.local.wire().findLast((entry) => entry.kind === 'gateway');
  expect(sent).toMatchObject({ data: { data: { custom_id: 'numbers', values: ['one', 'three'] } } });
});

test('the panel of API traffic shows what passed, with what Discord would say of it', async () => {
  const page = await on.open('mia');
  await page.getByRole('list', { name: 'Examples' }).getByRole('button').first().click();
  await newest(page).getByText('Mia used /ask').waitFor();
  const opener = newest(page).getByRole('button', { name: 'Show API traffic' });
  await opener.click();
  const panel = page.getByRole('complementary', { name: 'API traffic' });
  const told = (await panel.textContent()) ?? '';
  expect(told).toContain('Gateway: INTERACTION_CREATE');
  expect(told).toMatch(/POST \/interactions\/\d+\/:token\/callback/);
  expect(told).toContain('Valid: Discord would take it.');
  const [, request] = await panel.locator('pre').allTextContents();
  expect(JSON.parse(request ?? '')).toMatchObject({ type: 4, data: { flags: (1 << 15) | (1 << 6) } });
  await page.keyboard.press('Escape');
  expect(await panel.count()).toBe(0);
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('a bot that leaves and comes back is told of', async () => {
  const page = await on.open('mia');
  on.local.gateway.reconnect();
  await page.getByRole('status').getByText('Bot offline').waitFor();
  await page.getByRole('status').getByText('Bot online').waitFor();
});

test('on a phone no name in the header is cut, and no command in /about is wider than the screen', async () => {
  const page = await on.open('mia', 'deskTalk', { viewport: { width: 360, height: 740 } });
  for (const part of [page.getByRole('heading', { level: 1 }), page.getByRole('status')]) {
    await part.waitFor();
    expect(await part.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  }
  await box(page).fill('/about');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await newest(page).getByText('Mia used /about').waitFor();
  expect(await newest(page).evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
});

test('a moderator chooses the channel of a summary from those of the server, and no other', async () => {
  const page = await on.open('max');
  await box(page).fill('/summary post ');
  const field = page.getByRole('combobox', { name: 'channel' });
  await field.focus();
  await suggestions(page).first().waitFor();
  const { general, deskTalk, announcements, thread, post } = on.local.world.places;
  expect(await suggestions(page).allTextContents()).toEqual(
    [general, deskTalk, announcements, thread, post].map(({ name }) => `#${name}`),
  );
  await suggestions(page).filter({ hasText: '#announcements' }).click();
  await page.keyboard.press('Enter');
  await newest(page).getByText('In #announcements:').waitFor();
  expect(on.local.pins(announcements)).toHaveLength(1);
  expect(on.local.pins(general)).toEqual([]);
});

test('on a phone the list of places lies below the header, however long the name of the place', async () => {
  const page = await on.open('mia', 'thread', { viewport: { width: 360, height: 740 } });
  const button = page.getByRole('button', { name: 'Places and people' });
  await button.click();
  const places = page.getByRole('navigation', { name: 'Places and people' });
  const header = await page.locator('main > header').boundingBox();
  expect((await places.boundingBox())?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  await button.click();
  await places.waitFor({ state: 'hidden' });
});
