// `npm run screenshots`: makes the pictures of the README from the page.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runAsMain } from '../../../src/cli/main.ts';
import { defineProgram } from '../../../src/cli/shell.ts';
import { launch, openPage } from './browser.ts';
import { openPreview } from './preview.ts';

const FOLDER = join(import.meta.dirname, '../../../docs');

interface Picture {
  /** The name of the file in docs/. */
  name: string;
  /** Who uses which command; each in a browser of their own, so that nothing private of another is in it. */
  as: string;
  command: string;
  options?: Record<string, string>;
  /** The message to be seen, when it is not the answer to what was typed. */
  shown?: string;
}

const PICTURES: readonly Picture[] = [
  { name: 'answer', as: 'mia', command: 'ask', options: { question: 'How many voted yes?' } },
  { name: 'refusal', as: 'noah', command: 'ask', options: { question: 'Which shows would stop first?' } },
  { name: 'votes', as: 'max', command: 'votes' },
  {
    name: 'summary',
    as: 'max',
    command: 'summary post',
    shown: 'article:has(.container):has-text("pinned")',
  },
];

async function take(page: Page, { name, command, options = {}, shown }: Picture): Promise<void> {
  await page.locator('#composer input').fill(`/${command} `);
  for (const [option, value] of Object.entries(options))
    await page.getByRole('combobox', { name: option }).fill(value);
  await page.getByRole('button', { name: 'Send' }).click();
  const message = page.locator(`#log ${shown ?? `article:has-text(" used /${command}")`}`).last();
  await message.waitFor();
  for (const image of await message.locator('img').all())
    await image.evaluate((one: HTMLImageElement) => one.decode());
  await page.getByRole('heading', { level: 1 }).hover();
  await message.screenshot({ path: join(FOLDER, `${name}.png`) });
}

const screenshots = defineProgram({
  summary: 'Makes the pictures of README.md from the preview, in the browser at CHROMIUM_PATH.',
  usage: ['npm run screenshots'],
  async run(_, { print, progress }) {
    await mkdir(FOLDER, { recursive: true });
    const browser = await launch();
    const preview = await openPreview();
    try {
      for (const [i, picture] of PICTURES.entries()) {
        progress(i, PICTURES.length, picture.name);
        const url = `${preview.url}?${new URLSearchParams({ as: picture.as, in: 'general' })}`;
        const { page } = await openPage(browser, url, {
          // Tall enough for the longest message as a whole.
          viewport: { width: 980, height: 2400 },
          deviceScaleFactor: 2,
          colorScheme: 'light',
        });
        await take(page, picture);
        print(`docs/${picture.name}.png`);
      }
    } finally {
      await browser.close();
      await preview.close();
    }
  },
});
export default screenshots;

await runAsMain(import.meta.filename, screenshots);
