// The version of the bot, from package.json.
import { createRequire } from 'node:module';
import { z } from 'zod';

export const { version: VERSION } = z
  .object({ version: z.string() })
  .parse(createRequire(import.meta.url)('../../package.json'));
