// Chromium without a window, from where the system has it.
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { OperatorError } from '../../../src/app/operator-error.ts';

/**
 * Starts the browser.
 * @param path where it is; CHROMIUM_PATH, or where Debian installs it
 * @throws {OperatorError} that says how to install it when it is missing
 */
export async function launch(
  path: string = process.env.CHROMIUM_PATH || '/usr/bin/chromium',
): Promise<Browser> {
  if (!existsSync(path))
    throw new OperatorError(
      `There is no Chromium at ${path}. Install it (Debian, Ubuntu: sudo apt-get install -y chromium), or set CHROMIUM_PATH to where it is.`,
    );
  return chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page whose every console error, failed request and request to the outside is kept in `complaints`. */
export async function openPage(
  browser: Browser,
  url: string,
  look: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    reducedMotion: 'reduce',
    ...look,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    // The stream of a page that is left is cut; that is no failure.
    if (!request.url().includes('/feed')) complaints.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') complaints.push(`outside: ${request.url()}`);
  });
  await page.goto(url);
  await page.getByRole('article', { name: 'Welcome' }).waitFor();
  return { page, complaints };
}
