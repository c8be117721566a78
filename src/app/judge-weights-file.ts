// Reads the weights of the judge, which are the same for every knowledge folder.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { JudgeWeights } from '../core/judging/judge-weights.ts';

/** The file that `npm run fit-judge` writes. */
export const JUDGE_WEIGHTS = resolve(import.meta.dirname, '../core/judging/judge-weights.json');

/**
 * Reads the weights as a file. Imported as a module they took 20 MB that were never freed: the text of the module, what
 * the loader made of it, and a source map.
 */
export const readJudgeWeights = async (): Promise<JudgeWeights> =>
  JSON.parse(await readFile(JUDGE_WEIGHTS, 'utf8'));
