// Runs a program in the process that was started for it.
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Program, UncaughtListeners } from './shell.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * Runs the program and ends the process with its exit code, if Node was started with the program's file. If the file
 * is only imported, as in tests, nothing runs.
 *
 * @param file the program's `import.meta.filename`
 */
export async function runAsMain(file: string, program: Program): Promise<void> {
  const [, started = '', ...args] = process.argv;
  if (!existsSync(started) || realpathSync(started) !== file) return;
  const { env, stdin, stdout, stderr } = process;
  const envFolders = [process.cwd(), PROJECT];
  const code = await program(args, { env, envFolders, stdin, stdout, stderr, untilAskedToEnd, onUncaught });
  // Idle connections to Discord would keep the process alive for a while. Pending output is written first.
  stderr.write('', () => process.exit(code));
}

/**
 * Resolves at SIGINT or SIGTERM. Before it is called and after it has resolved, such a signal ends the process at
 * once.
 */
export async function untilAskedToEnd(): Promise<void> {
  const listening = new AbortController();
  const { signal } = listening;
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })]);
  listening.abort();
}

function onUncaught(listeners: UncaughtListeners): () => void {
  process.on('uncaughtException', listeners.exception).on('unhandledRejection', listeners.rejection);
  return () => {
    process.off('uncaughtException', listeners.exception).off('unhandledRejection', listeners.rejection);
  };
}
