// Loads the commands from their folder. A broken file stops the start instead of being skipped.
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Command, CommandGroup, Commands } from '../bot/index.ts';
import { OperatorError } from './operator-error.ts';
import { isStray } from './stray-files.ts';

/** The folder of the commands that come with the bot. */
export const COMMANDS = resolve(import.meta.dirname, '../../commands');

/** The file name of a name that Discord accepts for a slash command. */
const COMMAND_FILE = /^[a-z0-9-]{1,32}\.ts$/;

/** Names of code. Other files ("notes", "Thumbs.db", "ask.ts.orig") cannot be commands. */
const CODE = /\.[cm]?[jt]sx?$/i;

/**
 * The commands of a folder by name. Every file of code is one command, named after the file.
 *
 * @throws {OperatorError} that names the first file or folder that is not a command, and says what is wrong with it
 */
export async function loadCommands(folder: string = COMMANDS): Promise<Commands> {
  const commands = new Map<string, Command | CommandGroup>();
  const names = (await readdir(folder)).filter((name) => !isStray(name));
  for (const name of names.sort()) {
    const path = join(folder, name);
    // A broken link is reported when it is loaded.
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder)
      throw new OperatorError(`${path}: is a folder; put each command into ${folder} itself, as one file`);
    if (CODE.test(name)) commands.set(parse(name).name, await loadCommand(path));
  }
  return commands;
}

/** The names of the commands that come with the bot, without loading them. */
export const commandNames = async (): Promise<ReadonlySet<string>> =>
  new Set((await readdir(COMMANDS)).filter((name) => CODE.test(name)).map((name) => parse(name).name));

async function loadCommand(path: string): Promise<Command | CommandGroup> {
  if (!COMMAND_FILE.test(parse(path).base))
    throw new OperatorError(
      `${path}: is not named like a command, such as "ask.ts": 1 to 32 of a-z, 0-9 and hyphens`,
    );
  const module: { default?: unknown } = await importCommand(path).catch((cause: unknown) => {
    throw new OperatorError(`${path}: cannot be loaded: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  });
  if (!isCommand(module.default))
    throw new OperatorError(
      `${path}: does not export a command; write "export default defineCommand({ ... })"`,
    );
  return module.default;
}

/** A bundle contains the commands that come with the bot, so they are imported by a path that its maker understands. */
const importCommand = (path: string) =>
  dirname(path) === COMMANDS
    ? import(`../../commands/${parse(path).name}.ts`)
    : import(pathToFileURL(path).href);

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
