// Tells whether a knowledge folder was changed.
import type { BigIntStats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listKnowledge } from './knowledge-folder.ts';
import { MODEL_FILE } from './model-file.ts';

/**
 * A text that is another one whenever a knowledge file or the trained model was changed, added or taken away; it is
 * `unreadable` while the folder is gone.
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
 * With the real path, because a link may be turned to another file of the same age and size; without the inode,
 * because some network file systems make it up anew each time.
 */
const stateOf = ({ real, stats: { mode, size, mtimeNs } }: { real: string; stats: BigIntStats }): string =>
  [real, mode, size, mtimeNs].join(' ');
