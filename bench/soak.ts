// `npm run soak`: members use the bot on the local Discord for an hour. The table in docs/operations.md shows what
// its memory did.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runAsMain } from '../src/cli/main.ts';
import { defineProgram, UsageError } from '../src/cli/shell.ts';
import { createLocalDiscord } from '../src/local/server/index.ts';
import { createActs, mixOf } from './acts.ts';
import { startLoadBot } from './load-bot.ts';
import { recordLoad } from './load-record.ts';
import { everySoOften } from './pace.ts';
import { at } from './rounds.ts';

const DOCUMENT = join(import.meta.dirname, '../docs/operations.md');
const TABLE = /(?<=<!-- npm run soak -- --write -->\n).*?(?=<!-- end -->)/s;

/**
 * Number of interactions that warm the bot up, at the rate of the load: every text of `tests/held-out`, several
 * times.
 */
const WARM_UP = 3_000;
/** Minutes between two measurements. */
const EVERY = 5;
/** Seconds for which the bot is left alone before its memory is compared. */
const REST = 60;

const soak = defineProgram({
  summary: 'Uses the bot on the local Discord for an hour, and prints what its memory did.',
  usage: ['npm run soak', 'npm run soak -- --minutes 10 --rate 20'],
  options: {
    minutes: { type: 'string', value: 'N', default: '60', help: 'how long, a multiple of five (60)' },
    rate: { type: 'string', value: 'N', default: '10', help: 'interactions a second (10)' },
    write: { type: 'boolean', help: 'write the table into docs/operations.md' },
  },
  async run({ options }, { print, progress }) {
    const [minutes, rate] = [Number(options.minutes), Number(options.rate)];
    if (!(minutes >= EVERY) || minutes % EVERY !== 0 || !(rate > 0))
      throw new UsageError('--minutes takes a multiple of five, --rate a number above 0.');
    const local = await createLocalDiscord();
    const record = recordLoad(local);
    const bot = await startLoadBot(local);
    const mixed = mixOf(createActs(local));
    let done = 0;
    const use = (count: number) =>
      everySoOften(rate, count, async () => {
        progress(done, WARM_UP + minutes * 60 * rate, 'interactions');
        done += 1;
        await mixed(done);
      });
    const rested = async () => {
      await wait(REST * 1_000);
      return (await bot.look()).memory;
    };

    await use(WARM_UP);
    record.take();
    const before = await rested();
    const rows: string[] = [];
    const seen: number[] = [];
    for (let minute = EVERY; minute <= minutes; minute += EVERY) {
      await use(EVERY * 60 * rate);
      const { memory, heap, external } = await bot.look();
      const { all } = record.take();
      seen.push(memory);
      rows.push(
        `| ${[minute, all.count.toLocaleString('en-US'), `${all.lost}, ${all.doubled}`, `${all.p50.toFixed(0)} / ${all.p99.toFixed(0)}`, memory.toFixed(0), heap.toFixed(0), external.toFixed(0)].join(' | ')} |`,
      );
    }
    const after = await rested();
    await bot.stop();
    const problems = local.problems();
    await local.close();

    const table = [
      `Resident memory at rest, before and after: ${before.toFixed(0)} and ${after.toFixed(0)} MB; under load ${Math.min(...seen).toFixed(0)} to ${Math.max(...seen).toFixed(0)}, ${at(seen, 0.5).toFixed(0)} in the middle.`,
      '',
      '| minute | interactions | lost, doubled | p50 / p99, ms | memory, MB | heap in use, MB | outside of the heap, MB |',
      '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...rows,
      '',
    ].join('\n');
    print(table);
    if (problems.length > 0) throw new Error(`Discord would have refused: ${problems[0]}`);
    if (options.write) {
      const text = await readFile(DOCUMENT, 'utf8');
      await writeFile(DOCUMENT, text.replace(TABLE, table));
    }
  },
});
export default soak;

await runAsMain(import.meta.filename, soak);
