// `npm run eval`: how good the answers are on the project's own labelled questions and claims, which nothing is tuned on.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDesk } from './app.ts';
import {
  LabelledClaim,
  LabelledQuestion,
  type Miss,
  scoreClaims,
  scoreQuestions,
  type Tally,
} from './scoring.ts';

const HELD_OUT = join(import.meta.dirname, '../tests/held-out');
const WORST = 10;

const desk = await openDesk(process.env.KNOWLEDGE_DIR);
const scores = [
  scoreQuestions(desk, await readLines('questions.jsonl', LabelledQuestion)),
  scoreClaims(desk, await readLines('claims.jsonl', LabelledClaim)),
];
print(
  scores.flatMap(({ tallies }) => [...tallies]),
  scores.flatMap(({ misses }) => misses),
);

async function readLines<T>(name: string, schema: { parse: (data: unknown) => T }): Promise<T[]> {
  const text = await readFile(join(HELD_OUT, name), 'utf8');
  return text.split('\n').flatMap((line) => (line.trim() ? [schema.parse(JSON.parse(line))] : []));
}

function print(tallies: readonly [string, Tally][], misses: readonly Miss[]): void {
  for (const [measure, { right, of }] of tallies)
    console.log(
      `${measure.padEnd(44)} ${`${right} / ${of}`.padStart(9)} ${((100 * right) / of).toFixed(1).padStart(6)} %`,
    );
  console.log(`\nThe ${WORST} worst of ${misses.length} misses:`);
  for (const { measure, id, asked, reason } of misses
    .toSorted((a, b) => b.severity - a.severity)
    .slice(0, WORST))
    console.log(`- ${id}, ${measure}: ${reason}\n  ${asked}`);
}
