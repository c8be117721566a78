// `npm run eval`: scores the answers on the project's own labelled questions and claims.
import { openDesk } from '../app/app.ts';
import { LABELLED, type LabelledSet, readClaims, readQuestions } from '../evaluation/labelled.ts';
import { type Score, scoreClaims, scoreQuestions } from '../evaluation/scoring.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

const SETS: readonly LabelledSet[] = ['members', 'prose'];
const NAMES: Readonly<Record<LabelledSet, string>> = {
  members: "in members' own style",
  prose: 'in the prose of news, explainers and comments',
};
/** Opening the desk, then scoring questions and claims of two sets in two folders. */
const STEPS = 1 + 2 * 2 * 2;

/** Number of misses that are printed. */
const WORST = 10;

const evaluate = defineProgram({
  summary: 'Scores the answers on labelled questions and claims; docs/quality.md explains the figures.',
  usage: ['npm run eval'],
  async run(_, { knowledge, print, progress }) {
    progress(0, STEPS, 'opening the desk');
    const desk = await openDesk(knowledge);
    let done = 0;
    const step = (what: string) => {
      done += 1;
      progress(done, STEPS, what);
    };
    const score = async (folder: keyof typeof LABELLED, set: LabelledSet): Promise<Score[]> => {
      const name = `${folder === 'heldOut' ? 'held out' : 'development'}, ${set}`;
      step(`${name}: questions`);
      const questions = scoreQuestions(desk, await readQuestions(LABELLED[folder], set));
      step(`${name}: claims`);
      return [questions, scoreClaims(desk, await readClaims(LABELLED[folder], set))];
    };
    for (const set of SETS) {
      print(
        `Held out, ${NAMES[set]}: nobody reads its misses, and nothing is fitted to it (see docs/quality.md).\n`,
      );
      print(`${toTable(await score('heldOut', set))}\n`);
    }
    for (const set of SETS) {
      const development = await score('development', set);
      print(`For development, ${NAMES[set]}: its misses are read, and the judge is fitted to it.\n`);
      print(toTable(development));
      print(`\n${worstOf(development)}\n`);
    }
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
    ...worst.map(({ measure, id, text, reason }) => `- ${id}, ${measure}: ${reason}\n  ${text}`),
  ].join('\n');
}

await runAsMain(import.meta.filename, evaluate);
