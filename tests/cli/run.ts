// Runs a program of the command line in this process.
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Program, Surroundings } from '../../src/cli/shell.ts';

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, without the variables of this process and without a .env unless they are given. */
export async function run(
  program: Program,
  args: readonly string[],
  { input = '', ...surroundings }: Partial<Surroundings> & { input?: string } = {},
): Promise<Ended> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([text(stdout), text(stderr)]);
  const code = await program(args, {
    env: {},
    envFolders: [],
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    untilAskedToEnd: () => new Promise(() => {}),
    ...surroundings,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await written;
  return { code, stdout: out, stderr: err };
}
