// `npm run eval`: scores the answers on the project's own labelled questions and claims.
import { join } from 'node:path';
import { openDesk } from '../app/app.ts';
import { readClaims, readQuestions } from '../evaluation/labelled.ts';
import { type Score, scoreClaims, scoreQuestions } from '../evaluation/scoring.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

const TESTS = join(import.meta.dirname, '../../tests');

/** Number of misses that are printed. */
const WORST = 10;

const evaluate = defineProgram({
  summary: 'Scores the answers on labelled questions and claims; docs/quality.md explains the figures.',
  usage: ['npm run eval'],
  async run(_, { knowledge, print, progress }) {
    progress(0, 5, 'opening the desk');
    const desk = await openDesk(knowledge);
    const score = async (folder: string, done: number): Promise<Score[]> => {
      const labelled = join(TESTS, folder);
      progress(done, 5, `${folder}: questions`);
      const questions = scoreQuestions(desk, await readQuestions(labelled));
      progress(done + 1, 5, `${folder}: claims`);
      return [questions, scoreClaims(desk, await readClaims(labelled))];
    };
    const heldOut = await score('held-out', 1);
    const development = await score('development', 3);
    print('Held out: nobody reads its misses, and nothing is fitted to it (see docs/quality.md).\n');
    print(toTable(heldOut));
    print('\nFor development: its misses are read.\n');
    print(toTable(development));
    print(`\n${worstOf(development)}`);
  },
});
export default evaluate;

function toTable(scores: readonly Score[]): string {
  return scores
    .flatMap(({ tallies }) => [...tallies])
    .map(([measure, { right, of }]) => {
      const percent = ((100 * right) / of).toFixed(1);
      return `${measure.padEnd(48)} ${`${right} / ${of}`.padStart(9)} ${percent.padStart(6)} %`;
    })
    .join('\n');
}

function worstOf(scores: readonly Score[]): string {
  const misses = scores.flatMap((one) => one.misses);
  const worst = misses.toSorted((a, b) => b.severity - a.severity).slice(0, WORST);
  return [
    `The ${worst.length} worst of ${misses.length} misses:`,
    ...worst.map(({ measure, id, asked, reason }) => `- ${id}, ${measure}: ${reason}\n  ${asked}`),
  ].join('\n');
}

await runAsMain(import.meta.filename, evaluate);
