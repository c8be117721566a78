// Reads a knowledge folder from disk.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import {
  type Knowledge,
  KnowledgeError,
  type KnowledgeFile,
  parseKnowledge,
} from '../core/knowledge/parse.ts';

/** The folder of the knowledge that comes with the bot. */
export const KNOWLEDGE = resolve(import.meta.dirname, '../../knowledge');

/** The files that only training reads: they are large, and no answer needs them. */
export const WORDINGS = /^wordings[/.]/;

/**
 * Reads and checks what the bot answers from: every YAML file of a knowledge folder but the training wordings.
 * @throws {KnowledgeError} with every problem of every file at once.
 */
export async function loadKnowledge(folder: string = KNOWLEDGE): Promise<Knowledge> {
  const texts = await loadTexts(folder, (path) => !WORDINGS.test(path));
  return parseKnowledge(texts.map(([path, text]) => readKnowledgeFile(path, text)));
}

/** Every YAML file of a knowledge folder, the wordings too, parsed but not yet checked, in the order of their paths. */
export async function loadKnowledgeFiles(folder: string = KNOWLEDGE): Promise<KnowledgeFile[]> {
  return (await loadTexts(folder)).map(([path, text]) => readKnowledgeFile(path, text));
}

/**
 * The YAML files of a knowledge folder as text, in the order of their paths, which are written with slashes.
 * @param wanted picks by path; all of them where it is left out
 * @throws {KnowledgeError} if the folder cannot be read.
 */
export async function loadTexts(
  folder: string,
  wanted: (path: string) => boolean = () => true,
): Promise<[path: string, text: string][]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => {
    throw new KnowledgeError([`${folder}: cannot be read; set KNOWLEDGE_DIR to a folder of knowledge files`]);
  });
  const paths = entries.filter((path) => path.endsWith('.yaml')).sort();
  return Promise.all(
    paths
      .map((path) => path.split(sep).join('/'))
      .filter(wanted)
      .map(async (path): Promise<[string, string]> => [path, await readFile(join(folder, path), 'utf8')]),
  );
}

/** One knowledge file from its text; what makes it unreadable as YAML is kept as its syntax errors. */
export function readKnowledgeFile(path: string, text: string): KnowledgeFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  return {
    path,
    data: document.errors.length > 0 ? undefined : document.toJS(),
    lineOf: (keys) => {
      for (let depth = keys.length; depth >= 0; depth -= 1) {
        const node = depth === 0 ? document.contents : document.getIn(keys.slice(0, depth), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return 1;
    },
    syntaxErrors: document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      message: error.message.split('\n')[0] ?? error.message,
    })),
  };
}
