// Reads a knowledge folder from disk, and reports every file in it that looks like knowledge but cannot be read.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  formatUnreadable,
  type KnowledgeFile,
  kindOf,
  type Unreadable,
} from '../core/knowledge/knowledge-file.ts';
import { type Knowledge, KnowledgeError, parseKnowledge } from '../core/knowledge/parse.ts';
import { decodeText } from './decode-text.ts';
import { listKnowledge } from './knowledge-folder.ts';
import { commandNames } from './load-commands.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

/** The folder of the knowledge that comes with the bot. */
export const KNOWLEDGE = resolve(import.meta.dirname, '../../knowledge');

/** Whether a file is only read for training: wordings are large, and answering does not need them. */
export const isWordings = (path: string): boolean => kindOf({ path }) === 'wordings';

/**
 * Reads and checks what the bot answers from: every knowledge file of a folder except the wordings. As long as nothing
 * is wrong with them, the lines of their values are not needed, and the slow parser that knows them is not loaded.
 *
 * @throws {KnowledgeError} with every problem of every file at once
 */
export async function loadKnowledge(folder: string = KNOWLEDGE): Promise<Knowledge> {
  const decoded = await decodeFiles(folder, (path) => !isWordings(path));
  return (await checkPlain(decoded)) ?? checkKnowledge(await readWithLines(decoded));
}

/**
 * Checks knowledge files that were read, for a bot with the commands that come with it.
 * @throws {KnowledgeError} with every problem at once
 */
export const checkKnowledge = async (files: readonly KnowledgeFile[]): Promise<Knowledge> =>
  parseKnowledge(files, await commandNames());

/** Reads all knowledge files of a folder, wordings included, sorted by path. Their content is not checked yet. */
export const loadKnowledgeFiles = async (folder: string = KNOWLEDGE): Promise<KnowledgeFile[]> =>
  readWithLines(await decodeFiles(folder, () => true));

/**
 * Reads the texts of a folder's knowledge files, sorted by path.
 * @param wanted chooses files by their paths
 * @throws {KnowledgeError} if one of them cannot be read
 */
export async function loadTexts(
  folder: string,
  wanted: (path: string) => boolean,
): Promise<[path: string, text: string][]> {
  const decoded = await decodeFiles(folder, wanted);
  const problems = decoded.flatMap(({ path, unreadable }) =>
    unreadable ? formatUnreadable(path, unreadable) : [],
  );
  if (problems.length > 0) throw new KnowledgeError(problems);
  return decoded.map(({ path, text }) => [path, text]);
}

/**
 * Checks files without the lines of their values. Between two files, other work gets its turn: a running bot answers
 * while it reloads its knowledge.
 *
 * @returns undefined if anything is wrong with one, or doubtful
 */
async function checkPlain(decoded: readonly DecodedFile[]): Promise<Knowledge | undefined> {
  const files: KnowledgeFile[] = [];
  for (const { path, text, unreadable } of decoded) {
    await setImmediate();
    const read = unreadable ? undefined : readPlainYaml(text);
    if (!read) return undefined;
    files.push({ path, data: read.data, lineOf: () => 1 });
  }
  try {
    return await checkKnowledge(files);
  } catch (error) {
    if (error instanceof KnowledgeError) return undefined;
    throw error;
  }
}

async function readWithLines(decoded: readonly DecodedFile[]): Promise<KnowledgeFile[]> {
  const { readYaml } = await import('./read-yaml.ts');
  const files: KnowledgeFile[] = [];
  for (const { path, text, unreadable } of decoded) {
    await setImmediate();
    files.push(unreadable ? { path, data: undefined, lineOf: () => 1, unreadable } : readYaml(path, text));
  }
  return files;
}

async function decodeFiles(folder: string, wanted: (path: string) => boolean): Promise<DecodedFile[]> {
  const listed = (await listKnowledge(folder)).filter(({ path }) => wanted(path));
  return Promise.all(
    listed.map(async (file): Promise<DecodedFile> => {
      const { path } = file;
      if ('unreadable' in file) return { path, text: '', unreadable: { message: file.unreadable } };
      try {
        return { path, ...decodeText(await readFile(file.at)) };
      } catch (error) {
        return {
          path,
          text: '',
          unreadable: { message: `cannot be read (${(error as NodeJS.ErrnoException).code})` },
        };
      }
    }),
  );
}

interface DecodedFile {
  path: string;
  /** Empty if the file is unreadable. */
  text: string;
  unreadable?: Unreadable;
}
