// `npm run fit-judge`: fits the weights for claims and questions on the labelled ones of tests/development.
import { writeFile } from 'node:fs/promises';
import { openDesk } from '../app/app.ts';
import { JUDGE_WEIGHTS } from '../app/judge-weights-file.ts';
import { fitJudge } from '../evaluation/fit-judge.ts';
import { LABELLED, readAllClaims, readAllQuestions } from '../evaluation/labelled.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

const fit = defineProgram({
  summary:
    "Fits the judge's weights for claims and questions on labelled examples. Run it after npm run train.",
  usage: ['npm run fit-judge'],
  async run(_, { knowledge, print, progress }) {
    const desk = await openDesk(knowledge);
    const claims = await readAllClaims(LABELLED.development);
    const questions = await readAllQuestions(LABELLED.development);
    const weights = fitJudge(desk, claims, questions, progress);
    await writeFile(JUDGE_WEIGHTS, `${JSON.stringify(weights)}\n`);
    print(`${claims.length} claims and ${questions.length} questions set these thresholds:`);
    print(`  supported     ${weights.claims.supported}`);
    print(`  contradicted  ${weights.claims.contradicted}`);
    print(`  false premise ${weights.questions.falsePremise}`);
  },
});
export default fit;

await runAsMain(import.meta.filename, fit);
