// A project in a folder of its own that is started as this one is, from a bundle or from its sources.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const LAUNCH = 'src/launch';
const exec = promisify(execFile);

/** Where a project has its bundle. */
export const BUNDLE = 'node_modules/.cache/picket-desk';

export interface Project {
  folder: string;
  /** Writes the bundle. @returns what it says on standard error */
  writeBundle(): Promise<string>;
  remove(): Promise<void>;
}

/**
 * Makes a project with the installed packages and the files that start this project.
 *
 * @param files texts by path
 */
export async function makeProject(files: Record<string, string>): Promise<Project> {
  // As Node names it, which follows links.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'picket-desk-')));
  await cp(join(ROOT, LAUNCH), join(folder, LAUNCH), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  // The bundle and the list of what is installed are the project's own.
  for (const name of await readdir(join(ROOT, 'node_modules')))
    if (name !== '.cache' && name !== '.package-lock.json')
      await symlink(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  await writeFile(join(folder, 'node_modules/.package-lock.json'), '{}');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return {
    folder,
    writeBundle: async () =>
      (await exec(process.execPath, [join(folder, LAUNCH, 'write-bundle.js')], { cwd: folder })).stderr,
    remove: () => rm(folder, { recursive: true }),
  };
}
