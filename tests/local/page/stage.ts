// What the tests of a file share: the preview, and a browser whose console has to stay silent.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { LocalDiscord, Place } from '../../../src/local/server/index.ts';
import { launch, openPage } from './browser.ts';
import { openPreview, type Preview } from './preview.ts';

export interface Stage {
  readonly local: LocalDiscord;
  /** Opens the page as somebody (`mia`, `noah`, `max`) somewhere (`general`, `dm`, `elsewhere`, ...). */
  open(as: string, where?: string, look?: BrowserContextOptions): Promise<Page>;
}

/**
 * A preview and a browser for the tests of a file; no test may leave a complaint in the browser's console, nor a
 * request that Discord would find fault with.
 */
export function stage(): Stage {
  let preview: Preview;
  let browser: Browser;
  let complaints: string[][] = [];
  beforeAll(async () => {
    [preview, browser] = await Promise.all([openPreview(), launch()]);
  });
  afterEach(async () => {
    expect(complaints.flat()).toEqual([]);
    expect(preview.local.problems()).toEqual([]);
    complaints = [];
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.close();
  });
  return {
    get local() {
      return preview.local;
    },
    async open(as, where = 'general', look = {}) {
      const opened = await openPage(
        browser,
        `${preview.url}?${new URLSearchParams({ as, in: where })}`,
        look,
      );
      complaints.push(opened.complaints);
      return opened.page;
    },
  };
}

/** Posts a message as the bot, over REST as it does. */
export async function postAsBot({ api, token }: LocalDiscord, { id }: Place, body: object): Promise<void> {
  const response = await fetch(`${api}/v10/channels/${id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.text()).toBe(200);
}

/** The newest message that is shown. */
export const newest = (page: Page) => page.locator('#log article').last();

/** The box one types in, whatever it holds. */
export const box = (page: Page) => page.locator('#composer input').first();

/** What is offered while typing. */
export const suggestions = (page: Page) =>
  page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
