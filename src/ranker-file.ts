// The trained ranker on disk: beside the knowledge, with the fingerprint of the wordings it was trained on.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Knowledge, parseKnowledge } from './core/knowledge.ts';
import { trainCalibrated, type Validation } from './core/ranker/calibrate.ts';
import { decodeModel, encodeModel, type RankerModel } from './core/ranker/model.ts';
import { loadKnowledgeFiles, loadTexts, WORDINGS } from './load.ts';

const FILE = 'ranker.gz';

/**
 * What training depends on, as a SHA-256: what the facts say and which figures they hold, the questions of the gaps,
 * the names of the article, its parties and periods, the field's words, every wording.
 */
export async function fingerprintOf(folder: string, knowledge: Knowledge): Promise<string> {
  const { article, facts, gaps, words } = knowledge;
  const said = [...facts.values()].map(({ id, short, claim, status, saidBy, period, values, questions }) => [
    id,
    short,
    claim,
    status,
    saidBy,
    period,
    values,
    questions,
  ]);
  const asked = [...gaps.values()].map(({ id, questions }) => [id, questions]);
  const { names, parties, periods } = article;
  const hash = createHash('sha256').update(JSON.stringify([said, asked, names, parties, periods, words]));
  for (const [path, text] of await loadTexts(folder, (path) => WORDINGS.test(path)))
    hash.update(`${path}\n${text}`);
  return hash.digest('hex');
}

/** The ranker of a knowledge folder, or undefined where none was trained yet. */
export async function readRanker(folder: string): Promise<RankerModel | undefined> {
  const stored = await readFile(join(folder, FILE)).catch(() => undefined);
  return stored && decodeModel(gunzipSync(stored));
}

/** Keeps a ranker beside its knowledge. */
export const writeRanker = (folder: string, model: RankerModel): Promise<void> =>
  writeFile(join(folder, FILE), gzipSync(encodeModel(model), { level: 9 }));

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
): Promise<{ model: RankerModel; validation: Validation }> {
  const knowledge = parseKnowledge(await loadKnowledgeFiles(folder));
  const trainedOn = await fingerprintOf(folder, knowledge);
  const failed = new AbortController();
  const lanes = Array.from({ length: Math.min(availableParallelism(), MOST_AT_ONCE) }, () =>
    Promise.resolve(),
  );
  let started = 0;
  function trainPart(leftOut: number | undefined): Promise<RankerModel> {
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
function trainApart(training: Training, failed: AbortSignal): Promise<RankerModel> {
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
