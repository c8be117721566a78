// `npm run bench`: compares this search with its peers on the same generated knowledge, one process each.
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runAsMain } from '../src/cli/main.ts';
import { defineProgram, UsageError } from '../src/cli/shell.ts';
import { libraries } from './libraries.ts';
import type { Figures } from './measure.ts';
import type { SlowInput } from './slow-inputs.ts';

/** Seconds that a library gets for its queries, by the number of facts. */
const QUERY_SECONDS = [
  { upTo: 100, seconds: 2 },
  { upTo: 1_000, seconds: 5 },
  { upTo: 10_000, seconds: 10 },
  { upTo: Number.POSITIVE_INFINITY, seconds: 20 },
];
/** Seconds after which measuring a library is given up. */
const GIVE_UP = 150;
const SLOW_INPUTS = 'slow inputs';

const exec = promisify(execFile);

interface Measured {
  size: number;
  /** By name; null if it took too long. */
  libraries: Record<string, Figures | null>;
  slowInputs: SlowInput[] | null;
}

const bench = defineProgram({
  summary: 'Compares the search with its peers on generated facts, in some seven minutes.',
  usage: ['npm run bench', 'npm run bench -- --sizes 100,1000 --json'],
  options: {
    sizes: {
      type: 'string',
      value: 'NUMBERS',
      default: '100,1000,10000,100000',
      help: 'how many facts, with commas between (100,1000,10000,100000 by default)',
    },
    json: { type: 'boolean', help: 'print the figures as JSON instead of tables' },
  },
  async run({ options }, { print, progress }) {
    const sizes = options.sizes.split(',').map(Number);
    if (!sizes.every((size) => Number.isInteger(size) && size > 0))
      throw new UsageError(`--sizes takes whole numbers with commas between; it was "${options.sizes}".`);
    const subjects = [...Object.keys(libraries), SLOW_INPUTS];
    let done = 0;
    const next = <Result>(subject: string, size: number): Promise<Result | null> => {
      progress(done, sizes.length * subjects.length, `${subject}, ${grouped(size)} facts`);
      done += 1;
      return measure<Result>(subject, size);
    };
    const report: Measured[] = [];
    for (const size of sizes) {
      const figures: Measured['libraries'] = {};
      for (const library of Object.keys(libraries)) figures[library] = await next<Figures>(library, size);
      report.push({ size, libraries: figures, slowInputs: await next<SlowInput[]>(SLOW_INPUTS, size) });
    }
    const machine = `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`;
    print(
      options.json
        ? JSON.stringify({ machine, report }, null, 2)
        : [machine, ...report.map(toTables)].join('\n\n'),
    );
  },
});
export default bench;

/** Measures in a process of its own. Returns null if that took too long. */
async function measure<Result>(subject: string, size: number): Promise<Result | null> {
  const seconds = QUERY_SECONDS.find(({ upTo }) => size <= upTo)?.seconds ?? 0;
  const script = fileURLToPath(new URL('./measure.ts', import.meta.url));
  const flags = ['--expose-gc', '--import', 'tsx'];
  try {
    const args = [...flags, script, subject, String(size), String(seconds)];
    const { stdout } = await exec(process.execPath, args, { timeout: GIVE_UP * 1_000 });
    return JSON.parse(stdout) as Result;
  } catch (error) {
    if ((error as { killed?: boolean }).killed) return null;
    throw error;
  }
}

function toTables({ size, libraries, slowInputs }: Measured): string {
  return [
    `## ${grouped(size)} facts`,
    '',
    '| library | queries | top-1 found | median, ms | p99, ms | index build, ms | heap, MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...Object.entries(libraries).map(([library, figures]) =>
      figures
        ? `| ${library} | ${grouped(figures.queries)} | ${(figures.found * 100).toFixed(1)}% | ${digits(figures.median)} | ${digits(figures.p99)} | ${digits(figures.build)} | ${digits(figures.heap)} |`
        : `| ${library} | 0 | | | | over ${GIVE_UP} s in all | |`,
    ),
    '',
    '| input made to be slow, this search | median, ms | worst, ms |',
    '| --- | ---: | ---: |',
    ...(slowInputs ?? []).map(
      ({ input, median, worst }) => `| ${input} | ${digits(median)} | ${digits(worst)} |`,
    ),
  ].join('\n');
}

/** A number with three significant digits. */
function digits(value: number): string {
  return value >= 100 ? grouped(Math.round(value)) : value.toPrecision(value >= 1 ? 3 : 2);
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

await runAsMain(import.meta.filename, bench);
