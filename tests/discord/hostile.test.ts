// A sample of what `npm run hostile` tries a hundred thousand times: no input makes the bot throw, ping, or send what
// Discord refuses.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { type Bot, createBot } from '../../src/bot/index.ts';
import { desk } from '../real-desk.ts';
import { anyInteraction } from './any-interaction.ts';
import { impurities } from './hostile.ts';
import { anyPosted } from './http/any-body.ts';
import { bodyImpurities } from './http/hostile-body.ts';

let bot: Bot;
beforeAll(async () => {
  bot = createBot(await loadCommands(), desk);
});

test('whatever is sent, the answer is clean', async () => {
  await fc.assert(
    fc.asyncProperty(anyInteraction(bot), async (interaction) => {
      expect(await impurities(bot, interaction)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('whatever is posted to the endpoint, it is refused, or the answer is clean', async () => {
  await fc.assert(
    fc.asyncProperty(anyPosted(bot), async (posted) => {
      expect(await bodyImpurities(bot, posted)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
