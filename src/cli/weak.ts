// `npm run weak`: the facts and gaps that are hardest to find for a ranker trained without their questions.
import { rankHeldOut } from '../app/train-folder.ts';
import { findWeak } from '../training/find-weak.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

/** Maximum number of facts and gaps that are printed, and of records that each is mistaken for. */
const WEAKEST = 20;
const TAKEN = 3;

const weak = defineProgram({
  summary:
    'Trains on some of the questions and asks the others: which facts and gaps are hardest to find, and what they are mistaken for.',
  usage: ['npm run weak'],
  async run(_, { knowledge, print, progress }) {
    const questions = await rankHeldOut(knowledge, progress);
    const found = findWeak(questions);
    const right = questions.filter(({ id, ranked }) => ranked[0]?.id === id).length;
    print(`${right} of ${questions.length} questions that were held out find their own fact or gap.`);
    if (found.length > 0) print('A few more wordings would help these most:');
    for (const { id, heldOut, right, takenFor } of found.slice(0, WEAKEST)) {
      print(`\n${id}: ${right} of ${heldOut}`);
      for (const other of takenFor.slice(0, TAKEN))
        print(`  ${other.count} for ${other.id}, such as "${other.question}"`);
    }
  },
});
export default weak;

await runAsMain(import.meta.filename, weak);
