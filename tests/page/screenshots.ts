// Makes the pictures of the README from the page: `npm run screenshots`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch, openPage } from './browser.ts';
import { openPreview } from './preview.ts';

const FOLDER = join(import.meta.dirname, '../../docs');

interface Picture {
  /** The name of the file in docs/. */
  name: string;
  /** Who types what; each in a browser of their own, so that nothing private of another is in it. */
  as: string;
  typed: string;
  /** The message to be seen, when it is not the answer to what was typed. */
  shown?: string;
}

const PICTURES: readonly Picture[] = [
  { name: 'answer', as: 'mia', typed: '/ask How many voted yes?' },
  { name: 'refusal', as: 'noah', typed: '/ask Which shows would stop first?' },
  { name: 'votes', as: 'max', typed: '/votes ' },
  { name: 'summary', as: 'max', typed: '/summary post', shown: 'article:has-text("pinned"):has(.container)' },
];

async function take(
  page: Page,
  { name, typed, shown = 'article:has-text(" used /")' }: Picture,
): Promise<void> {
  await page.locator('#composer input').fill(typed);
  await page.keyboard.press('Enter');
  const message = page.locator(`#log ${shown}`).last();
  await message.waitFor();
  await page.getByRole('heading', { level: 1 }).hover();
  await message.screenshot({ path: join(FOLDER, `${name}.png`) });
}

await mkdir(FOLDER, { recursive: true });
const preview = await openPreview();
const browser = await launch();
for (const picture of PICTURES) {
  const url = `${preview.url}?${new URLSearchParams({ as: picture.as, in: 'general' })}`;
  const { page } = await openPage(browser, url, {
    // Tall enough for the longest message as a whole.
    viewport: { width: 980, height: 2400 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  });
  await take(page, picture);
  console.log(`docs/${picture.name}.png`);
}
await browser.close();
await preview.close();
