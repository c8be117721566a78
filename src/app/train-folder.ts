// Trains the model of a knowledge folder, its parts in processes of their own.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseKnowledge } from '../core/knowledge/parse.ts';
import { decodeModel, type Model } from '../core/model.ts';
import { trainCalibrated, type Validation } from '../training/train-model.ts';
import { loadKnowledgeFiles } from './load-knowledge.ts';
import { fingerprintOf } from './model-file.ts';

/** More trainings at once would take more memory than most machines have: each takes some 2 GB. */
const MOST_AT_ONCE = 3;

/**
 * Trains a ranker on a knowledge folder, wordings and all, its parts beside each other where there are processors.
 *
 * @param progress is told what is being done, for the minutes that it takes
 * @throws {KnowledgeError} with every problem of the knowledge; {Error} where a part could not be trained
 */
export async function trainFolder(
  folder: string,
  progress: (what: string) => void,
): Promise<{ model: Model; validation: Validation }> {
  const knowledge = parseKnowledge(await loadKnowledgeFiles(folder));
  const trainedOn = await fingerprintOf(folder, knowledge);
  const failed = new AbortController();
  const lanes = Array.from({ length: Math.min(availableParallelism(), MOST_AT_ONCE) }, () =>
    Promise.resolve(),
  );
  let started = 0;
  function trainPart(leftOut: number | undefined): Promise<Model> {
    const lane = started % lanes.length;
    started += 1;
    const model = (lanes[lane] as Promise<void>).then(() =>
      trainApart({ folder, trainedOn, leftOut }, failed.signal),
    );
    lanes[lane] = model.then(
      () => {},
      () => failed.abort(),
    );
    return model;
  }
  return trainCalibrated(knowledge, knowledge.wordings, trainPart, progress);
}

/** What a process of its own is told to train. */
export interface Training {
  folder: string;
  trainedOn: string;
  /** The part of the wordings to leave out; undefined for none. */
  leftOut: number | undefined;
}

/**
 * Trains in a process of its own; not in a worker thread, since in Node 20 those cannot load TypeScript.
 *
 * @param failed ends the process when another one failed
 * @throws {Error} where the process ends without a model
 */
function trainApart(training: Training, failed: AbortSignal): Promise<Model> {
  const child = fork(join(import.meta.dirname, 'train-part.ts'), {
    execArgv: ['--import', import.meta.resolve('tsx/esm')],
    serialization: 'advanced',
    signal: failed,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (bytes) => resolve(decodeModel(bytes as Uint8Array)));
    child.once('close', (code, signal) =>
      reject(new Error(`The training of a part ended without a model (${signal ?? `exit code ${code}`})`)),
    );
    child.send(training);
  });
}
