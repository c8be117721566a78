// Runs a program of the command line in this process.
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import type { Program, Surroundings } from '../../src/cli/shell.ts';

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Running {
  /** What it has written so far. */
  output: { stdout: string; stderr: string };
  /** Resolves once it has written this. */
  written(part: string): Promise<void>;
  /** Asks it to end, as Ctrl+C does. */
  askToEnd(): void;
  ended: Promise<Ended>;
}

export type Given = Partial<Surroundings> & { input?: string };

/** Starts a program without the variables of this process, and without a .env, unless they are given. */
export function begin(
  program: Program,
  args: readonly string[],
  { input = '', ...given }: Given = {},
): Running {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    streams[name].setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
    });
  let askToEnd = () => {};
  const askedToEnd = new Promise<void>((resolve) => {
    askToEnd = resolve;
  });
  const code = program(args, {
    env: {},
    envFolders: [],
    stdin: Readable.from([Buffer.from(input)]),
    ...streams,
    untilAskedToEnd: () => askedToEnd,
    onUncaught: () => () => {},
    ...given,
  });
  return {
    output,
    written: (part) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (output.stdout.includes(part) || output.stderr.includes(part)) resolve();
        };
        look();
        for (const stream of Object.values(streams)) stream.on('data', look);
        void code.then(() => reject(new Error(`It ended without writing "${part}": ${output.stderr}`)));
      }),
    askToEnd,
    ended: code.then(async (code) => {
      const read = Object.values(streams).map((stream) => once(stream.end(), 'end'));
      await Promise.all(read);
      return { code, ...output };
    }),
  };
}

/** Runs a program to its end. */
export const run = (program: Program, args: readonly string[], given: Given = {}): Promise<Ended> =>
  begin(program, args, given).ended;
