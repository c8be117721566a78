// `npm run train`: trains the model of the knowledge, and stores it in the same folder.
import { MODEL_FILE } from '../app/model-file.ts';
import { trainAdded, trainFolder } from '../app/train-folder.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

/** Maximum number of clashes that are printed. */
const CLASHES = 10;

const train = defineProgram({
  summary: 'Trains the model on the knowledge, including its wordings, and stores it in the same folder.',
  usage: ['npm run train', 'npm run train -- --added'],
  options: { added: { type: 'boolean', help: 'learn only the facts and gaps that are new; takes seconds' } },
  async run({ options }, { knowledge, print, progress }) {
    if (options.added) {
      const added = await trainAdded(knowledge, progress);
      print(added.length === 0 ? 'Nothing was added since the training.' : `Learned ${added.join(', ')}.`);
      return;
    }
    const { model, clashes } = await trainFolder(knowledge, progress);
    const { classes, features, weights, decision } = model;
    print(
      `${MODEL_FILE}: ${classes.length} facts and gaps, ${features.length} features, ${weights.length} weights`,
    );
    if (decision.byMatch)
      print('The folder has few wordings, so weights learned from other folders decide what is answered.');
    print('The held-out questions set these thresholds:');
    for (const name of ['found', 'unsure', 'untrainedFact'] as const)
      print(`  ${name.padEnd(13)} ${decision[name].toFixed(3)}`);
    if (clashes.length > 0)
      print('Facts and gaps whose questions are mistaken for one another, the worst first:');
    for (const { id, takenFor, questions } of clashes.slice(0, CLASHES))
      print(`  ${id} for ${takenFor}: ${questions.length}, such as "${questions[0]}"`);
  },
});
export default train;

await runAsMain(import.meta.filename, train);
