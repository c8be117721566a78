// Trains the model of a knowledge folder, completely or only for what was added, and writes it to the folder.
import { parseKnowledge } from '../core/knowledge/parse.ts';
import type { Model } from '../core/model.ts';
import type { Ranked } from '../core/ranking/ranked.ts';
import { ownOf, wordingsOf } from '../training/examples.ts';
import type { Clash } from '../training/find-clashes.ts';
import type { RankedQuestion } from '../training/fit-answering.ts';
import type { OnProgress } from '../training/progress.ts';
import { trainAddedFacts } from '../training/train-added-facts.ts';
import { trainModel } from '../training/train-model.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { loadKnowledgeFiles } from './load-knowledge.ts';
import { MODEL_FILE, readModel, writeModel } from './model-file.ts';
import { OperatorError } from './operator-error.ts';

/**
 * Trains a model on a knowledge folder, wordings included, and writes it to the folder.
 *
 * @returns the model, and the facts and gaps that clash
 * @throws {KnowledgeError} with every problem of the knowledge
 */
export async function trainFolder(
  folder: string,
  onProgress?: OnProgress,
): Promise<{ model: Model; clashes: readonly Clash[] }> {
  const { knowledge, fingerprints } = await read(folder);
  const trained = trainModel(knowledge, fingerprints, onProgress);
  await writeModel(folder, trained.model);
  return trained;
}

/**
 * Teaches the model of a knowledge folder the facts and gaps added since it was trained.
 *
 * @returns their ids
 * @throws {KnowledgeError} with every problem of the knowledge
 * @throws {OperatorError} if there is no model yet
 */
export async function trainAdded(folder: string, onProgress?: OnProgress): Promise<string[]> {
  const model = await readModel(folder);
  if (!model) throw new OperatorError(`${folder} has no ${MODEL_FILE} to add to. Run: npm run train`);
  const { knowledge, fingerprints } = await read(folder);
  const known = new Set(model.classes);
  const added = [...knowledge.facts.keys(), ...knowledge.gaps.keys()].filter((id) => !known.has(id));
  if (added.length === 0) return [];
  const { shared, records } = model.trainedOn;
  const learned = Object.fromEntries(added.map((id) => [id, fingerprints.records[id] as string]));
  const taught = trainAddedFacts(model, knowledge, added, onProgress);
  await writeModel(folder, { ...taught, trainedOn: { shared, records: { ...records, ...learned } } });
  return added;
}

/**
 * Ranks the questions of a folder by rankers that were trained without them. With few wordings, only the folder's own
 * facts and gaps are ranked, which are what a question is compared with. Nothing is written.
 *
 * @throws {KnowledgeError} with every problem of the knowledge
 */
export async function rankHeldOut(folder: string, onProgress?: OnProgress): Promise<RankedQuestion[]> {
  const { knowledge, fingerprints } = await read(folder);
  const { model, heldOut } = trainModel(knowledge, fingerprints, onProgress);
  const isOwn = ({ id }: Ranked) => !knowledge.commonGaps.has(id);
  return model.decision.byMatch
    ? heldOut.map((one) => ({ ...one, ranked: one.ranked.filter(isOwn) }))
    : heldOut;
}

/**
 * Maximum number of a folder's own texts to train on without being told to. That takes a few seconds; 80,000 texts
 * take more than a minute.
 */
const FEW_TEXTS = 5_000;

/**
 * Trains the model of a folder that has none, if that only takes seconds, and stores it if the folder is writable.
 *
 * @param tell called with a sentence about what is being done
 * @throws {OperatorError} if there are too many texts to train on without being told to
 */
export async function trainSmallFolder(folder: string, tell: (sentence: string) => void): Promise<Model> {
  const { knowledge, fingerprints } = await read(folder);
  const texts = ownOf(wordingsOf(knowledge), knowledge).length;
  if (texts > FEW_TEXTS)
    throw new OperatorError(
      `${folder} has no ${MODEL_FILE}, the trained model. Run: npm run train (a minute or two for its ${texts} texts)`,
    );
  tell(
    `${folder} has no trained model yet: learning its ${texts} texts and the common ones, which takes a few seconds`,
  );
  const { model } = trainModel(knowledge, fingerprints);
  await writeModel(folder, model).catch((error: NodeJS.ErrnoException) =>
    tell(`The model cannot be kept (${error.code}), so every start trains it again`),
  );
  return model;
}

async function read(folder: string) {
  const knowledge = parseKnowledge(await loadKnowledgeFiles(folder));
  return { knowledge, fingerprints: await fingerprintsOf(folder, knowledge) };
}
