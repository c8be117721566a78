// Reads the knowledge folder and the commands folder from disk; nothing that is broken is skipped.
import { readdir, readFile } from 'node:fs/promises';
import { join, parse, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Command, CommandGroup, Commands } from '../bot/index.ts';
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

/** The folder of the commands that come with the bot. */
export const COMMANDS = resolve(import.meta.dirname, '../../commands');

/** A name that Discord takes for a slash command, as a file. */
const COMMAND_FILE = /^[a-z0-9-]{1,32}\.ts$/;

/**
 * The commands of a folder by name: every file is one command, and the file's name is the command's.
 * @throws {Error} naming the first file that is no command, with what is wrong with it.
 */
export async function loadCommands(folder: string = COMMANDS): Promise<Commands> {
  const commands = new Map<string, Command | CommandGroup>();
  for (const file of (await readdir(folder)).sort())
    commands.set(parse(file).name, await loadCommand(join(folder, file)));
  return commands;
}

async function loadCommand(path: string): Promise<Command | CommandGroup> {
  if (!COMMAND_FILE.test(parse(path).base))
    throw new Error(
      `${path}: is not named like a command, such as "ask.ts": 1 to 32 of a-z, 0-9 and hyphens`,
    );
  const module: { default?: unknown } = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    throw new Error(`${path}: cannot be loaded: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  });
  if (!isCommand(module.default))
    throw new Error(`${path}: exports no command; write "export default defineCommand({ ... })"`);
  return module.default;
}

const isCommand = (value: unknown): value is Command | CommandGroup =>
  isObject(value) &&
  ('subcommands' in value
    ? isObject(value.subcommands) && Object.values(value.subcommands).every(canRun)
    : canRun(value));

const canRun = (value: unknown): boolean =>
  isObject(value) &&
  'options' in value &&
  value.options instanceof z.ZodObject &&
  'run' in value &&
  typeof value.run === 'function';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
