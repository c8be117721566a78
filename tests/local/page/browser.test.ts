// If the browser is missing, the tests say what to do.
import { expect, test } from 'vitest';
import { launch } from './browser.ts';

test('without Chromium one is told how to install it', async () => {
  await expect(launch('/no/such/browser')).rejects.toThrow(
    /no Chromium at \/no\/such\/browser\. Install it .*apt-get install -y chromium.*CHROMIUM_PATH/,
  );
});
