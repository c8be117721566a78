// `npm run load`: many members at once use the real bot on the local Discord. The table goes into docs/operations.md.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { runAsMain } from '../src/cli/main.ts';
import { defineProgram, UsageError } from '../src/cli/shell.ts';
import type { Act } from './acts.ts';
import { grouped, HEAD, measureLoad, type Part } from './measure-load.ts';
import { atOnce, everySoOften } from './pace.ts';

const DOCUMENT = join(import.meta.dirname, '../docs/operations.md');
const TABLE = /(?<=<!-- npm run load -- --write -->\n).*?(?=<!-- end -->)/s;

/** The kinds of interaction that are also measured alone. */
const ALONE = ['ask', 'check', 'typing', 'button', 'votes', 'dates', 'preview'];

/** Number of interactions at once, and in total, when one kind is measured alone. */
const AT_ONCE = 16;
const ALONE_COUNT = 400;

/** Interactions over HTTP. */
const HTTP_COUNT = 3_000;

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
    const atOnceMixed = (times: number, where = ''): Part => ({
      what: `${where}${grouped(times)} mixed, 32 at once`,
      run: ({ mixed }) =>
        atOnce(32, times, (i) => {
          progress(i, times, 'mixed interactions');
          return mixed(i);
        }),
    });
    const steady = (where = ''): Part => ({
      what: `${where}${rate} a second for ${seconds} s`,
      run: ({ mixed }) =>
        everySoOften(rate, rate * seconds, (i) => {
          progress(i, rate * seconds, 'a steady load');
          return mixed(i);
        }),
    });
    const alone = ALONE.map(
      (kind): Part => ({
        what: `only ${kind}, ${AT_ONCE} at once`,
        run: ({ acts }) => atOnce(AT_ONCE, Math.min(count, ALONE_COUNT), acts[kind] as Act),
      }),
    );
    const table = [
      `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}.`,
      '',
      ...HEAD,
      ...(await measureLoad('gateway', [atOnceMixed(count), { ...steady(), byKind: true }, ...alone])),
      ...(await measureLoad('http', [
        atOnceMixed(Math.min(count, HTTP_COUNT), 'over HTTP: '),
        steady('over HTTP: '),
      ])),
      '',
    ].join('\n');
    print(table);
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

await runAsMain(import.meta.filename, load);
