// `npm run hostile`: a hundred thousand interactions as nobody's client would send them; every answer must stay clean.
import fc from 'fast-check';
import { createApp } from '../src/app/app.ts';
import { runAsMain } from '../src/cli/main.ts';
import { defineProgram, UsageError } from '../src/cli/shell.ts';
import { anyInteraction } from '../tests/discord/any-interaction.ts';
import { impurities } from '../tests/discord/hostile.ts';

const hostile = defineProgram({
  summary:
    'Sends the bot hostile interactions, and stops at the first answer that throws, pings, shows markup or is refused.',
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
    let done = 0;
    await fc.assert(
      fc.asyncProperty(anyInteraction(bot), async (interaction) => {
        progress(done, numRuns, 'hostile interactions');
        done += 1;
        const found = await impurities(bot, interaction);
        if (found.length > 0) throw new Error(found.join('\n'));
      }),
      { numRuns, seed },
    );
    print(`${numRuns.toLocaleString('en-US')} hostile interactions (seed ${seed}): every answer was clean.`);
  },
});
export default hostile;

await runAsMain(import.meta.filename, hostile);
