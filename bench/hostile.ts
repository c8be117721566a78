// `npm run hostile`: sends a hundred thousand inputs that no client would send. Every answer must stay clean.
import type { APIInteraction } from 'discord.js';
import fc from 'fast-check';
import { createApp } from '../src/app/app.ts';
import { runAsMain } from '../src/cli/main.ts';
import { defineProgram, UsageError } from '../src/cli/shell.ts';
import { createLocalDiscord } from '../src/local/server/index.ts';
import { anyInteraction } from '../tests/discord/any-interaction.ts';
import { impurities } from '../tests/discord/hostile.ts';
import { anyPosted, type Posted } from '../tests/discord/http/any-body.ts';
import { bodyImpurities } from '../tests/discord/http/hostile-body.ts';
import { anyFrames, type Frames, frameImpurities } from '../tests/local/server/hostile-frames.ts';

const hostile = defineProgram({
  summary:
    'Sends the bot hostile interactions and HTTP bodies, and the local Discord hostile frames; stops at the first answer that throws, pings, shows markup or is refused.',
  usage: ['npm run hostile', 'npm run hostile -- --runs 1000 --seed 42'],
  options: {
    runs: { type: 'string', value: 'N', default: '100000', help: 'how many (100000)' },
    seed: {
      type: 'string',
      value: 'N',
      default: '20170424',
      help: 'which ones; the same seed sends the same (20170424)',
    },
  },
  async run({ options }, { knowledge, print, progress }) {
    const [numRuns, seed] = [Number(options.runs), Number(options.seed)];
    if (!(numRuns > 0) || !Number.isInteger(seed))
      throw new UsageError('--runs and --seed take whole numbers.');
    const { bot } = await createApp({ knowledge });
    const local = await createLocalDiscord();
    const check = {
      interaction: (input: APIInteraction) => impurities(bot, input),
      body: (input: Posted) => bodyImpurities(bot, input),
      frames: (input: Frames) => frameImpurities(local, input),
    };
    const anyInput = fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({ kind: fc.constant('interaction' as const), input: anyInteraction(bot) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('body' as const), input: anyPosted(bot) }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('frames' as const), input: anyFrames(local.token) }),
      },
    );
    const counts = { interaction: 0, body: 0, frames: 0 };
    let done = 0;
    await fc.assert(
      fc.asyncProperty(anyInput, async ({ kind, input }) => {
        progress(done, numRuns, 'hostile inputs');
        done += 1;
        counts[kind] += 1;
        const found = await check[kind](input as never);
        if (found.length > 0) throw new Error(found.join('\n'));
      }),
      { numRuns, seed },
    );
    await local.close();
    print(
      `${numRuns.toLocaleString('en-US')} hostile inputs (seed ${seed}): every answer was clean. ${counts.interaction} were interactions, ${counts.body} HTTP bodies, ${counts.frames} series of WebSocket frames.`,
    );
  },
});
export default hostile;

await runAsMain(import.meta.filename, hostile);
