// The trained ranker on disk: beside the knowledge, with the fingerprint of the wordings it was trained on.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Value } from '../core/knowledge/schema.ts';
import { decodeModel, encodeModel, type Model } from '../core/model.ts';
import { loadTexts, WORDINGS } from './load-knowledge.ts';

/** The trained model's file in a knowledge folder. */
export const MODEL_FILE = 'ranker.gz';

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
    values.flatMap(withoutTold),
    questions,
  ]);
  const asked = [...gaps.values()].map(({ id, questions }) => [id, questions]);
  const { names, parties, periods } = article;
  const hash = createHash('sha256').update(JSON.stringify([said, asked, names, parties, periods, words]));
  for (const [path, text] of await loadTexts(folder, (path) => WORDINGS.test(path)))
    hash.update(`${path}\n${text}`);
  return hash.digest('hex');
}

/** The model learns nothing from how claims word a value, nor from ranges, which only judging reads. */
function withoutTold(value: Value): object[] {
  if (value.kind === 'range') return [];
  return [{ ...value, told: undefined }];
}

/** The ranker of a knowledge folder, or undefined where none was trained yet. */
export async function readRanker(folder: string): Promise<Model | undefined> {
  const stored = await readFile(join(folder, MODEL_FILE)).catch(() => undefined);
  return stored && decodeModel(gunzipSync(stored));
}

/** Keeps a ranker beside its knowledge. */
export const writeRanker = (folder: string, model: Model): Promise<void> =>
  writeFile(join(folder, MODEL_FILE), gzipSync(encodeModel(model), { level: 9 }));
