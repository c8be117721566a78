// `npm run train`: trains the ranker on every wording of the knowledge and keeps it there.
import { KNOWLEDGE } from './load.ts';
import { trainFolder, writeRanker } from './ranker-file.ts';

const folder = process.env.KNOWLEDGE_DIR ?? KNOWLEDGE;
const { model, validation } = await trainFolder(folder, console.log);
await writeRanker(folder, model);
console.log(`decision: ${JSON.stringify(validation.decision)}`);
console.log(
  `${model.classes.length} facts and gaps, ${model.features.length} features, ${model.weights.length} weights`,
);
