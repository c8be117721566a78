// The shell around everything that `npm run` starts: options, help, the environment, and how a program ends.
import type { Readable, Writable } from 'node:stream';
import { inspect, parseArgs } from 'node:util';
import { knowledgeFolder } from '../app/config.ts';
import { type Environment, readEnvironment } from '../app/env-file.ts';
import { createProgressBar } from './progress-bar.ts';

/**
 * Runs a command line.
 *
 * @returns its exit code: 0 if all went well, 1 if it failed, 2 if the command line makes no sense
 */
export type Program = (args: readonly string[], surroundings: Surroundings) => Promise<number>;

/** A stream, and what it can do if it is a terminal. */
export interface Output extends Writable {
  isTTY?: boolean;
  columns?: number;
  hasColors?(env: object): boolean;
}

/** What a program gets from its process. */
export interface Surroundings {
  env: Environment;
  /** Where to look for a .env; the first one wins. */
  envFolders: readonly string[];
  stdin: Readable;
  stdout: Output;
  stderr: Output;
  /** Resolves when the program is asked to end (Ctrl+C, or a signal). */
  untilAskedToEnd(): Promise<void>;
  /**
   * Passes on uncaught errors, which would otherwise end the process.
   *
   * @returns a function that stops this
   */
  onUncaught(listeners: UncaughtListeners): () => void;
}

export interface UncaughtListeners {
  /** An exception: what it interrupted is half done. */
  exception(error: unknown): void;
  /** A promise that was rejected: only its own work is not done. */
  rejection(error: unknown): void;
}

/** What a running program works with. */
export interface Shell extends Omit<Surroundings, 'envFolders'> {
  /** The variables of the process and of .env; none is empty. */
  env: Environment;
  /** The folder of the knowledge. */
  knowledge: string;
  /** Writes a line, or several, to standard output. */
  print(text: string): void;
  /**
   * Shows the progress of long work on standard error: a bar if a terminal watches, otherwise only the step that
   * begins.
   */
  progress(done: number, total: number, what: string): void;
}

interface Option {
  type: 'boolean' | 'string';
  /** The name of its value in the help. */
  value?: string;
  default?: string;
  /** What it does, for the help. */
  help: string;
}

type Options = Record<string, Option>;

const HELP = { type: 'boolean', short: 'h', help: 'show this help' } as const;

interface Definition<O extends Options> {
  /** What the program does, in one sentence. */
  summary: string;
  /** Command lines to start it with. */
  usage: readonly string[];
  options?: O;
  /** Whether arguments other than options are allowed. The program checks them itself. */
  takesArguments?: boolean;
  /**
   * Runs the program.
   *
   * @throws {UsageError} if the arguments do not make sense together
   * @throws {OperatorError} with what went wrong
   */
  run(given: Given<O>, shell: Shell): Promise<void>;
}

/** The options and the other arguments of a command line. */
interface Given<O extends Options> {
  options: ReturnType<typeof parseArgs<{ options: O }>>['values'];
  args: string[];
}

/** Thrown when a command line cannot be understood. The message says why; the usage is shown below it. */
export class UsageError extends Error {}

/** Creates a program. It answers `--help`, refuses a command line that makes no sense, and reports its failures. */
export function defineProgram<const O extends Options>(definition: Definition<O>): Program {
  return async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const bar = createProgressBar(stderr);
    // Nobody reads the errors any more, so nobody could be told about this one.
    stderr.on('error', () => {});
    async function run(): Promise<void> {
      const given = parse(definition, args);
      const print = (text: string) => {
        bar.clear();
        stdout.write(`${text}\n`);
      };
      if (given === 'help') return print(helpOf(definition));
      const { env, warnings } = await readEnvironment(surroundings.env, surroundings.envFolders);
      for (const warning of warnings) stderr.write(`${warning}\n`);
      const knowledge = knowledgeFolder(env);
      await definition.run(given, { ...surroundings, env, knowledge, print, progress: bar.draw });
    }
    try {
      await Promise.race([run().then(() => written(stdout)), untilClosed(stdout)]);
      return 0;
    } catch (error) {
      bar.clear();
      stderr.write(`${describe(error, definition)}\n`);
      return error instanceof UsageError ? 2 : 1;
    }
  };
}

/** Whether to write colours to a stream: only to a terminal that shows them, and never if NO_COLOR is set. */
export const showsColours = (stream: Output, env: Environment): boolean => stream.hasColors?.(env) ?? false;

function parse<O extends Options>(definition: Definition<O>, args: readonly string[]): Given<O> | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...definition.options, help: HELP },
      allowPositionals: definition.takesArguments ?? false,
    });
    return values.help ? 'help' : { options: values as Given<O>['options'], args: positionals };
  } catch (error) {
    // Node adds more about positional arguments; its first sentence is enough.
    throw new UsageError(`${String((error as Error).message).split(/\.\s|\.$/)[0]}.`);
  }
}

function helpOf({ summary, usage, options = {} }: Definition<Options>): string {
  const rows = Object.entries({ ...options, help: HELP }).map(([name, option]: [string, Option]) => [
    `${option === HELP ? '-h, ' : ''}--${name}${option.value ? ` ${option.value}` : ''}`,
    option.help,
  ]);
  const width = Math.max(...rows.map(([flag = '']) => flag.length));
  return [
    summary,
    '',
    'Usage:',
    ...usage.map((line) => `  ${line}`),
    '',
    'Options:',
    ...rows.map(([flag = '', help]) => `  ${flag.padEnd(width)}  ${help}`),
  ].join('\n');
}

/** Resolves when everything handed to a stream is written. A failure is reported as an event of the stream. */
const written = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', (error) => {
      if (!error) resolve();
    });
  });

/** Resolves when nobody reads a stream any more, as when `| head` has seen enough. */
const untilClosed = (stream: Writable): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? resolve() : reject(error),
    );
  });

/**
 * Errors whose message says everything. They are known by name, so that no program loads discord.js to compare
 * classes.
 */
const FORESEEN = ['OperatorError', 'KnowledgeError', 'DiscordRefusal'];

/** Whether the message of an error says everything. That includes failed system calls (no permission, no space). */
export const isForeseen = (error: unknown): error is Error =>
  error instanceof Error && (FORESEEN.includes(error.name) || 'syscall' in error);

/** What to print for a failure: only the message if it was foreseen, else the stack too. */
function describe(error: unknown, definition: Definition<Options>): string {
  if (!(error instanceof Error)) return inspect(error);
  if (error instanceof UsageError) return `${error.message}\n\n${helpOf(definition)}`;
  return isForeseen(error) ? error.message : inspect(error);
}
