// `npm run load`: members use the real bot on the local Discord, many at once; the table goes into docs/operations.md.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { runAsMain } from '../src/cli/main.ts';
import { defineProgram, UsageError } from '../src/cli/shell.ts';
import { createLocalDiscord } from '../src/local/server/index.ts';
import { type Act, createActs, mixOf } from './acts.ts';
import { startLoadBot } from './load-bot.ts';
import { recordLoad, type Summary } from './load-record.ts';
import { atOnce, everySoOften } from './pace.ts';

const DOCUMENT = join(import.meta.dirname, '../docs/operations.md');
const TABLE = /(?<=<!-- npm run load -- --write -->\n).*?(?=<!-- end -->)/s;

/** What is also measured by itself. */
const ALONE = ['ask', 'check', 'typing', 'button', 'votes', 'dates', 'preview'];

/** Interactions at once, and interactions of one kind, when a kind is measured by itself. */
const AT_ONCE = 16;
const ALONE_COUNT = 400;

const load = defineProgram({
  summary: 'Uses the bot on the local Discord as many members at once do, and prints what it took.',
  usage: ['npm run load', 'npm run load -- --count 1000 --seconds 10'],
  options: {
    count: { type: 'string', value: 'N', default: '10000', help: 'mixed interactions, 32 at once (10000)' },
    rate: { type: 'string', value: 'N', default: '50', help: 'then so many a second (50)' },
    seconds: { type: 'string', value: 'N', default: '60', help: 'for so long (60)' },
    write: { type: 'boolean', help: 'write the table into docs/operations.md' },
  },
  async run({ options }, { print, progress }) {
    const count = toNumber(options.count);
    const rate = toNumber(options.rate);
    const seconds = toNumber(options.seconds);
    const rows: string[] = [];
    const local = await createLocalDiscord();
    const record = recordLoad(local);
    const bot = await startLoadBot(local);
    const acts = createActs(local);
    const mixed = mixOf(acts);

    /** Runs one part of the load, and adds its rows. */
    async function measure(what: string, run: () => Promise<void>, byKind = false): Promise<void> {
      const before = await bot.look();
      const begin = performance.now();
      const [busy = 0] = loadavg();
      await run();
      const took = (performance.now() - begin) / 1_000;
      const after = await bot.look();
      const { all, kinds } = record.take();
      const processor = ((after.processor - before.processor) * 1_000) / all.count;
      rows.push(
        rowOf(what, all, [
          (all.count / took).toFixed(0),
          processor.toFixed(1),
          `${after.delay.p99.toFixed(0)} / ${after.delay.max.toFixed(0)}`,
          after.memory.toFixed(0),
          busy.toFixed(1),
        ]),
      );
      if (byKind)
        for (const [kind, summary] of Object.entries(kinds))
          rows.push(rowOf(`- ${kind}`, summary, ['', '', '', '', '']));
    }

    for (let i = 0; i < 3 * 20; i += 1) await mixed(i);
    record.take();
    await measure(`${grouped(count)} mixed, 32 at once`, () =>
      atOnce(32, count, (i) => {
        progress(i, count, 'mixed interactions');
        return mixed(i);
      }),
    );
    await measure(
      `${rate} a second for ${seconds} s`,
      () =>
        everySoOften(rate, rate * seconds, (i) => {
          progress(i, rate * seconds, 'a steady load');
          return mixed(i);
        }),
      true,
    );
    for (const kind of ALONE)
      await measure(`only ${kind}, ${AT_ONCE} at once`, () =>
        atOnce(AT_ONCE, Math.min(count, ALONE_COUNT), acts[kind] as Act),
      );
    await bot.stop();
    const problems = local.problems();
    await local.close();

    const table = [
      `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}.`,
      '',
      '| load | interactions | p50 / p99 / max, ms | lost, doubled | a second | processor, ms each | event loop delay p99 / max, ms | memory, MB | load of the machine |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
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
export default load;

function toNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is not a whole number above 0.`);
}

const grouped = (count: number) => count.toLocaleString('en-US');

/** Of no response at all there is no time. */
const inWhole = (milliseconds: number) => (Number.isFinite(milliseconds) ? Math.round(milliseconds) : '-');

const rowOf = (what: string, { count, p50, p99, max, lost, doubled }: Summary, more: readonly string[]) =>
  `| ${[what, grouped(count), [p50, p99, max].map(inWhole).join(' / '), `${lost}, ${doubled}`, ...more].join(' | ')} |`;

await runAsMain(import.meta.filename, load);
