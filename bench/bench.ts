// `npm run bench`: compares this search with its peers on the same generated knowledge, one process each.
//   --sizes 100,1000   how many facts (100, 1,000, 10,000 and 100,000 by default)
//   --json             the figures as JSON instead of tables
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { libraries } from './libraries.ts';
import type { Figures } from './measure.ts';
import type { SlowInput } from './slow-inputs.ts';

/** Seconds that a library gets for its queries at a size; the whole run then takes about ten minutes. */
const QUERY_SECONDS = [
  { upTo: 100, seconds: 2 },
  { upTo: 1_000, seconds: 5 },
  { upTo: 10_000, seconds: 10 },
  { upTo: Number.POSITIVE_INFINITY, seconds: 20 },
];
/** Seconds after which a library is given up at a size. */
const GIVE_UP = 150;

const run = promisify(execFile);
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000,100000' },
    json: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
  throw new Error(
    `--sizes takes whole numbers with commas between, such as 100,1000; it was "${values.sizes}".`,
  );
}

const report: { size: number; libraries: Record<string, Figures | null>; slowInputs: SlowInput[] | null }[] =
  [];
for (const size of sizes) {
  const figures: Record<string, Figures | null> = {};
  for (const library of Object.keys(libraries)) figures[library] = await measure<Figures>(library, size);
  report.push({ size, libraries: figures, slowInputs: await measure<SlowInput[]>('slow inputs', size) });
}
const machine = `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`;
console.log(
  values.json
    ? JSON.stringify({ machine, report }, null, 2)
    : [machine, ...report.map(toTables)].join('\n\n'),
);

/** Null when the library took too long. */
async function measure<Result>(subject: string, size: number): Promise<Result | null> {
  const seconds = QUERY_SECONDS.find(({ upTo }) => size <= upTo)?.seconds ?? 0;
  process.stderr.write(`${subject}, ${grouped(size)} facts\n`);
  const script = fileURLToPath(new URL('./measure.ts', import.meta.url));
  const flags = ['--expose-gc', '--import', 'tsx'];
  try {
    const args = [...flags, script, subject, String(size), String(seconds)];
    const { stdout } = await run(process.execPath, args, { timeout: GIVE_UP * 1_000 });
    return JSON.parse(stdout) as Result;
  } catch (error) {
    if ((error as { killed?: boolean }).killed) return null;
    throw error;
  }
}

function toTables({ size, libraries, slowInputs }: (typeof report)[number]): string {
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

/** Three digits that count. */
function digits(value: number): string {
  return value >= 100 ? grouped(Math.round(value)) : value.toPrecision(value >= 1 ? 3 : 2);
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}
