// `npm run eval`: how good the answers are on the project's own labelled questions and claims.
import { join } from 'node:path';
import { openDesk } from '../app/app.ts';
import { readClaims, readQuestions } from '../evaluation/labelled.ts';
import { type Score, scoreClaims, scoreQuestions } from '../evaluation/scoring.ts';

const TESTS = join(import.meta.dirname, '../../tests');
const WORST = 10;

const desk = await openDesk(process.env.KNOWLEDGE_DIR);

console.log('Held out: nobody reads its misses, and nothing is fitted to it (see docs/quality.md).\n');
printTable(await score(join(TESTS, 'held-out')));
console.log('\nFor development: its misses are read.\n');
const development = await score(join(TESTS, 'development'));
printTable(development);
printWorst(development);

/** Scores the labelled questions and claims of a folder. */
async function score(labelled: string): Promise<Score[]> {
  return [scoreQuestions(desk, await readQuestions(labelled)), scoreClaims(desk, await readClaims(labelled))];
}

function printTable(scores: readonly Score[]): void {
  for (const [measure, { right, of }] of scores.flatMap(({ tallies }) => [...tallies]))
    console.log(
      `${measure.padEnd(48)} ${`${right} / ${of}`.padStart(9)} ${((100 * right) / of).toFixed(1).padStart(6)} %`,
    );
}

function printWorst(scores: readonly Score[]): void {
  const misses = scores.flatMap((one) => one.misses);
  console.log(`\nThe ${Math.min(WORST, misses.length)} worst of ${misses.length} misses:`);
  for (const { measure, id, asked, reason } of misses
    .toSorted((a, b) => b.severity - a.severity)
    .slice(0, WORST))
    console.log(`- ${id}, ${measure}: ${reason}\n  ${asked}`);
}
