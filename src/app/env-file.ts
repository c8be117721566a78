// Reads .env files, and warns about a file or a line that cannot mean what its author meant.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'dotenv';
import Fuse from 'fuse.js';
import { formatUnreadable } from '../core/knowledge/knowledge-file.ts';
import { IN_REDIS, VARIABLES } from './config.ts';
import { decodeText } from './decode-text.ts';
import { OperatorError } from './operator-error.ts';

/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that name a file or a folder. In a .env, a relative path starts from the folder of that .env. */
const PATHS = ['KNOWLEDGE_DIR', 'UNANSWERED_LOG', 'SHARING_FILE'];

/**
 * Adds the variables of .env files to those of the process. An empty variable counts as unset.
 *
 * @param own the variables of the process, which win over every file
 * @param folders where to look for a .env; if two files set the same variable, the first one wins
 * @returns the variables, and a warning for each line that has no effect or looks like a typing error
 * @throws {OperatorError} if a .env exists but is not readable text
 */
export async function readEnvironment(
  own: Environment,
  folders: readonly string[],
): Promise<{ env: Environment; warnings: string[] }> {
  const env = onlySet(own);
  const warnings: string[] = [];
  for (const path of new Set(folders.map((folder) => resolve(folder, '.env')))) {
    const text = await readText(path);
    if (text === undefined) continue;
    const variables = parse(text);
    warnings.push(
      ...idleLines(text).map(
        (line) => `${path}:${line} has no effect. Write NAME=value, once for each name.`,
      ),
    );
    warnings.push(...misspelled(Object.keys(variables)).map((name) => `${path}: ${name}`));
    for (const [name, value] of Object.entries(onlySet(variables)))
      env[name] ??= isPath(name, value) ? resolve(dirname(path), value.trim()) : value;
  }
  return { env, warnings };
}

const isPath = (name: string, value: string) => PATHS.includes(name) && value.trim() !== IN_REDIS;

const onlySet = (env: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value]] : [])));

/** The text of a file, or undefined if there is none. */
async function readText(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new OperatorError(`${path} cannot be read: ${error.message}`);
  });
  if (!bytes) return undefined;
  const decoded = decodeText(bytes);
  if ('unreadable' in decoded) throw new OperatorError(formatUnreadable(path, decoded.unreadable));
  return decoded.text;
}

/** The numbers of the lines that have no effect, apart from comments and blank lines. */
function idleLines(text: string): number[] {
  const lines = text.split('\n');
  const whole = parse(text);
  return lines.flatMap((line, index) =>
    /^\s*(?:#|$)/.test(line) || !isDeepStrictEqual(whole, parse(lines.toSpliced(index, 1).join('\n')))
      ? []
      : [index + 1],
  );
}

/**
 * Warnings about names that almost match one of the bot's. Other programs may share the file, so other names are
 * fine.
 */
function misspelled(names: readonly string[]): string[] {
  const known = new Fuse(VARIABLES, { threshold: 0.4 });
  return names.flatMap((name) => {
    // A token in place of a name contains dots, and must not be printed.
    if (VARIABLES.includes(name) || !/^\w+$/.test(name)) return [];
    const [meant] = known.search(name);
    return meant ? [`${name} is not read by this bot. Did you mean ${meant.item}?`] : [];
  });
}
