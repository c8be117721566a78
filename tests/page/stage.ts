// The whole preview for a test: the local Discord, the real bot logged in to it, the page, and a browser.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createApp } from '../../src/app.ts';
import { connect } from '../../src/discord/index.ts';
import { createLocalDiscord, type LocalDiscord, type Place } from '../../src/local/index.ts';
import { startPage } from '../../src/local/page/index.ts';
import { createLog } from '../../src/log.ts';
import { greet } from '../../src/preview.ts';
import { launch, openPage } from './browser.ts';

export interface Preview {
  local: LocalDiscord;
  url: string;
  close(): Promise<void>;
}

/** Milliseconds that an interaction waits for an answer: a test for one without should not take Discord's three seconds. */
const RESPONSE_WINDOW = 1_000;

/** Starts the preview on free ports. */
export async function openPreview(): Promise<Preview> {
  const { bot, desk } = await createApp();
  const local = await createLocalDiscord({ responseWindow: RESPONSE_WINDOW });
  const log = createLog('silent');
  const connection = await connect({ bot, log, token: local.token, api: local.api });
  const page = await startPage({ local, greeting: greet(desk), port: 0 });
  return {
    local,
    url: page.url,
    async close() {
      await page.close();
      await connection.close();
      await local.close();
    },
  };
}

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
      const opened = await openPage(browser, `${preview.url}?${new URLSearchParams({ as, in: where })}`, look);
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
