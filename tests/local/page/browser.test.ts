// A browser that is missing: what to do is said, in words.
import { expect, test, vi } from 'vitest';

test('without Chromium one is told how to install it', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/no/such/browser');
  const { launch } = await import('./browser.ts');
  await expect(launch()).rejects.toThrow(
    /no Chromium at \/no\/such\/browser\. Install it .*apt-get install -y chromium.*CHROMIUM_PATH/,
  );
});
