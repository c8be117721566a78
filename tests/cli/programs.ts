// What `npm run` starts: the scripts of package.json that are programs of the project.
import { join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Program } from '../../src/cli/shell.ts';
import { PROGRAM } from '../../src/launch/bundle.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** The names of the scripts, each with its file. */
const programs = Object.entries(packageJson.scripts).flatMap(([name, command]): [string, string][] => {
  if (command.endsWith(' src/launch/start.js')) return [[name, PROGRAM]];
  const [, file] = /^(?:tsx|node .*tsx\/esm) (\S+\.ts)$/.exec(command) ?? [];
  return file ? [[name, join(ROOT, file)]] : [];
});

/** The names of all programs. */
export const programNames: readonly string[] = programs.map(([name]) => name);

/** Loads the program of a script. */
export async function loadProgram(script: string): Promise<Program> {
  const [, file = ''] = programs.find(([name]) => name === script) ?? [];
  return ((await import(file)) as { default: Program }).default;
}
