// `npm run train`: trains the ranker on every wording of the knowledge, and keeps it beside them.
import { writeRanker } from '../app/model-file.ts';
import { trainFolder } from '../app/train-folder.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

/** Number of steps that the training reports. */
const STEPS = 6;

const train = defineProgram({
  summary:
    'Trains the ranker on the knowledge, wordings and all, and keeps it in the folder of the knowledge.',
  usage: ['npm run train'],
  async run(_, { knowledge, print, progress }) {
    let done = 0;
    progress(done, STEPS, 'training');
    const { model, validation } = await trainFolder(knowledge, (what) => {
      print(what);
      done += 1;
      progress(done, STEPS, 'training');
    });
    await writeRanker(knowledge, model);
    const { found, unsure, rival, newcomer } = validation.decision;
    const thresholds = {
      found,
      unsure,
      rival,
      newcomer,
      contradicted: model.verdict?.decision.contradicted,
      plausible: model.verdict?.plausible,
      falsePremise: model.falsePremise?.least,
    };
    print('thresholds that the cross-validation set:');
    for (const [name, value] of Object.entries(thresholds)) print(`  ${name.padEnd(12)} ${value}`);
    print(
      `${model.classes.length} facts and gaps, ${model.features.length} features, ${model.weights.length} weights`,
    );
  },
});
export default train;

await runAsMain(import.meta.filename, train);
