// What `npm run` starts: the scripts of package.json that are programs of the project.
import { join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { Program } from '../../src/cli/shell.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The names of the scripts, each with its file. */
const programs = Object.entries(packageJson.scripts).flatMap(([name, command]): [string, string][] => {
  const [, file] = /^(?:tsx|node .*tsx\/esm) (\S+\.ts)$/.exec(command) ?? [];
  return file ? [[name, file]] : [];
});

/** The names of all programs. */
export const programNames: readonly string[] = programs.map(([name]) => name);

/** Loads the program of a script. */
export async function loadProgram(script: string): Promise<Program> {
  const [, file = ''] = programs.find(([name]) => name === script) ?? [];
  return ((await import(join(ROOT, file))) as { default: Program }).default;
}
