// Lists the files of a knowledge folder: those that count, and those that only look as if they do.
import type { BigIntStats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { COMMON } from '../core/knowledge/knowledge-file.ts';
import { KnowledgeError } from '../core/knowledge/parse.ts';
import { isStray } from './stray-files.ts';

/** The folder that comes with the bot and is the same for every article. */
const BUILT_IN = resolve(import.meta.dirname, '../../knowledge', COMMON);

/** A file, by its path relative to the folder, with slashes. */
export type Listed =
  /** `at` is the path to read, `real` the same path with every link followed. */
  | { path: string; at: string; real: string; stats: BigIntStats }
  /** Why a file that looks like a knowledge file is not read. */
  | { path: string; unreadable: string };

/** Names that curators may take for knowledge files; Windows may hide a last ".txt". */
const LOOKS_LIKE_YAML = /\.ya?ml(?:\.txt)?$/i;

/**
 * Lists the knowledge files of a folder and those that are the same for every article. The latter are in its folder
 * `common`, or else in the one that comes with the bot; their paths begin with "common/" either way.
 *
 * @throws {KnowledgeError} if the folder itself cannot be read
 */
export async function listKnowledge(folder: string): Promise<Listed[]> {
  const listed = await listFolder(folder);
  if (listed.some(({ path }) => path.startsWith(COMMON))) return listed;
  const common = await listFolder(BUILT_IN);
  return [...listed, ...common.map((file) => ({ ...file, path: `${COMMON}${file.path}` }))];
}

/**
 * Lists the knowledge files of a folder and its subfolders, sorted by path. Links are followed, except links to a
 * folder that contains them. Stray files are left out.
 *
 * @throws {KnowledgeError} if the folder itself cannot be read
 */
async function listFolder(folder: string): Promise<Listed[]> {
  const listed: Listed[] = [];

  /** @param around the real paths of the folders that contain this one */
  async function walk(path: string, around: readonly string[]): Promise<void> {
    const here = join(folder, path);
    const real = await realpath(here);
    if (around.includes(real)) return;
    const names = (await readdir(here)).filter((name) => !isStray(name));
    await Promise.all(names.map((name) => take(path ? `${path}/${name}` : name, [...around, real])));
  }

  async function take(path: string, around: readonly string[]): Promise<void> {
    const looksLikeYaml = LOOKS_LIKE_YAML.test(path);
    const at = join(folder, path);
    try {
      const stats = await stat(at, { bigint: true });
      if (stats.isDirectory()) await walk(path, around);
      else if (looksLikeYaml && !stats.isFile())
        listed.push({ path, unreadable: 'is not a file; remove it' });
      else if (path.endsWith('.yaml')) listed.push({ path, at, real: await realpath(at), stats });
      else if (looksLikeYaml)
        listed.push({ path, unreadable: 'is not read, because its name does not end in ".yaml"; rename it' });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const leadsNowhere = code === 'ENOENT' || code === 'ELOOP';
      if (!leadsNowhere) listed.push({ path, unreadable: `cannot be read (${code})` });
      else if (looksLikeYaml)
        listed.push({ path, unreadable: 'is a link to a file that does not exist; remove it' });
    }
  }

  await walk('', []).catch(({ code }: NodeJS.ErrnoException) => {
    throw new KnowledgeError([
      `${folder}: cannot be read (${code}); set KNOWLEDGE_DIR to a folder of knowledge files`,
    ]);
  });
  return listed.sort((a, b) => (a.path < b.path ? -1 : 1));
}
