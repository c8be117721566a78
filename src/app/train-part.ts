// Trains one ranker in a process of its own, and sends it back as bytes.
import { parseKnowledge } from '../core/knowledge/parse.ts';
import { encodeModel } from '../core/model.ts';
import { createTraining } from '../training/train-model.ts';
import { loadKnowledgeFiles } from './load-knowledge.ts';
import { fingerprintOf } from './model-file.ts';
import type { Training } from './train-folder.ts';

process.once('message', async ({ folder, trainedOn, leftOut }: Training) => {
  const knowledge = parseKnowledge(await loadKnowledgeFiles(folder));
  if ((await fingerprintOf(folder, knowledge)) !== trainedOn)
    throw new Error('The knowledge changed during the training. Run it again.');
  const model = createTraining(knowledge, knowledge.wordings, trainedOn)(leftOut);
  process.send?.(encodeModel(model), () => process.disconnect());
});
