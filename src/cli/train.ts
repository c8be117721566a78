// `npm run train`: trains the ranker on every wording of the knowledge and keeps it there.
import { KNOWLEDGE } from '../app/load-knowledge.ts';
import { writeRanker } from '../app/model-file.ts';
import { trainFolder } from '../app/train-folder.ts';

const folder = process.env.KNOWLEDGE_DIR ?? KNOWLEDGE;
const { model, validation } = await trainFolder(folder, console.log);
await writeRanker(folder, model);
const { found, unsure, rival, newcomer } = validation.decision;
console.log('thresholds that the cross-validation set:', {
  found,
  unsure,
  rival,
  newcomer,
  contradicted: model.verdict?.decision.contradicted,
  plausible: model.verdict?.plausible,
  falsePremise: model.falsePremise?.least,
});
console.log(
  `${model.classes.length} facts and gaps, ${model.features.length} features, ${model.weights.length} weights`,
);
