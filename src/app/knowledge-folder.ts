// Lists the files of a knowledge folder: which ones count, and which would be passed over by mistake.
import type { BigIntStats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KnowledgeError } from '../core/knowledge/parse.ts';
import { isStray } from './stray-files.ts';

/** A file, by its path below the folder, which is written with slashes. */
export type Listed =
  | { path: string; real: string; stats: BigIntStats }
  /** It looks like a knowledge file and is none, and this is why. */
  | { path: string; unreadable: string };

/** What curators may take for a knowledge file; on Windows the real ending may be hidden. */
const LOOKS_LIKE_YAML = /\.ya?ml(?:\.txt)?$/i;

/**
 * Lists the knowledge files of a folder and of all folders below it, in the order of their paths. Links are followed,
 * but a folder inside itself is not; stray files are passed over.
 *
 * @throws {KnowledgeError} where the folder itself cannot be read
 */
export async function listKnowledge(folder: string): Promise<Listed[]> {
  const listed: Listed[] = [];

  /** @param around the real paths of the folders that this one lies in */
  async function walk(path: string, around: readonly string[]): Promise<void> {
    const here = join(folder, path);
    const real = await realpath(here);
    if (around.includes(real)) return;
    const names = (await readdir(here)).filter((name) => !isStray(name));
    await Promise.all(names.map((name) => take(path ? `${path}/${name}` : name, [...around, real])));
  }

  async function take(path: string, around: readonly string[]): Promise<void> {
    const looksLikeYaml = LOOKS_LIKE_YAML.test(path);
    try {
      const stats = await stat(join(folder, path), { bigint: true });
      if (stats.isDirectory()) await walk(path, around);
      else if (path.endsWith('.yaml') && stats.isFile())
        listed.push({ path, real: await realpath(join(folder, path)), stats });
      else if (looksLikeYaml)
        listed.push({ path, unreadable: 'is not read: only names that end in ".yaml" are; rename it' });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const leadsNowhere = code === 'ENOENT' || code === 'ELOOP';
      if (!leadsNowhere) listed.push({ path, unreadable: `cannot be read (${code})` });
      else if (looksLikeYaml) listed.push({ path, unreadable: 'is a link that leads nowhere; take it out' });
    }
  }

  await walk('', []).catch(({ code }: NodeJS.ErrnoException) => {
    throw new KnowledgeError([
      `${folder}: cannot be read (${code}); set KNOWLEDGE_DIR to a folder of knowledge files`,
    ]);
  });
  return listed.sort((a, b) => (a.path < b.path ? -1 : 1));
}
