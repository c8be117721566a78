// Describes the state of a knowledge folder, so that changes are noticed.
import type { BigIntStats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listKnowledge } from './knowledge-folder.ts';
import { MODEL_FILE } from './model-file.ts';

/**
 * Describes the knowledge files of a folder and its trained model as a text. The text changes whenever one of them is
 * changed, added or removed. It is `unreadable` while the folder is missing.
 */
export async function knowledgeState(folder: string): Promise<string> {
  const model = join(folder, MODEL_FILE);
  try {
    const files = await listKnowledge(folder);
    return [
      await stateOfModel(model),
      ...files.map((file) => `${file.path} ${'stats' in file ? stateOf(file) : file.unreadable}`),
    ].join('\n');
  } catch {
    return 'unreadable';
  }
}

async function stateOfModel(path: string): Promise<string> {
  try {
    return stateOf({ real: await realpath(path), stats: await stat(path, { bigint: true }) });
  } catch {
    return 'no model';
  }
}

/**
 * The real path is included because a link can change to another file of the same age and size. The inode is not,
 * because on some network file systems it changes on its own.
 */
const stateOf = ({ real, stats: { mode, size, mtimeNs } }: { real: string; stats: BigIntStats }): string =>
  [real, mode, size, mtimeNs].join(' ');
