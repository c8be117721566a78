// Trains one ranker in a process of its own, and sends it back as bytes.
import { parseKnowledge } from './core/knowledge.ts';
import { createTraining } from './core/ranker/calibrate.ts';
import { encodeModel } from './core/ranker/model.ts';
import { loadKnowledgeFiles } from './load.ts';
import { fingerprintOf, type Training } from './ranker-file.ts';

process.once('message', async ({ folder, trainedOn, leftOut }: Training) => {
  const knowledge = parseKnowledge(await loadKnowledgeFiles(folder));
  if ((await fingerprintOf(folder, knowledge)) !== trainedOn)
    throw new Error('The knowledge changed during the training. Run it again.');
  const model = createTraining(knowledge, knowledge.wordings, trainedOn)(leftOut);
  process.send?.(encodeModel(model), () => process.disconnect());
});
