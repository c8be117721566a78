// `npm run train`: trains the model of the knowledge, and keeps it in the same folder.
import { MODEL_FILE } from '../app/model-file.ts';
import { trainAdded, trainFolder } from '../app/train-folder.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

const train = defineProgram({
  summary:
    'Trains the model on the knowledge, wordings and all, and keeps it in the folder of the knowledge.',
  usage: ['npm run train', 'npm run train -- --added'],
  options: { added: { type: 'boolean', help: 'learn only the facts and gaps that are new; takes seconds' } },
  async run({ options }, { knowledge, print, progress }) {
    if (options.added) {
      const added = await trainAdded(knowledge, progress);
      print(added.length === 0 ? 'Nothing was added since the training.' : `Learned ${added.join(', ')}.`);
      return;
    }
    const { classes, features, weights, decision } = await trainFolder(knowledge, progress);
    print(
      `${MODEL_FILE}: ${classes.length} facts and gaps, ${features.length} features, ${weights.length} weights`,
    );
    print('The held-out questions set these thresholds:');
    for (const [name, value] of Object.entries(decision)) print(`  ${name.padEnd(13)} ${value.toFixed(3)}`);
  },
});
export default train;

await runAsMain(import.meta.filename, train);
