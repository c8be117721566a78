// The bundle of the bot: where it is, and whether it is whole and made of the sources as they are now.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

/** The program that is bundled. */
export const PROGRAM = join(PROJECT, 'src/cli/start.ts');

/** The folder of the bundle. It goes with the packages when they are installed anew, since it contains them. */
export const BUNDLE = join(PROJECT, 'node_modules/.cache/picket-desk');

/** The file of the bundle that is run. */
export const ENTRY = 'start.js';

/** The file of the bundle that says what it was made of, and what all its other files contain. */
export const SEAL = 'seal';

const CODE = ['src', 'commands'];
const CODE_FILE = /\.(?:ts|js|json)$/;

/** How the code is read, and which packages are installed: the list that npm keeps of them. */
const SETTINGS = ['package.json', 'tsconfig.json', 'node_modules/.package-lock.json'];

/** Whether there is a bundle, of just these sources, with nothing missing or damaged. */
export function isFresh() {
  try {
    return readFileSync(join(BUNDLE, SEAL), 'utf8') === sealOf(BUNDLE);
  } catch {
    return false;
  }
}

/**
 * What the seal of a bundle has to say: a hash of the sources and one of the bundle. Contents are compared, not times,
 * so that a checkout or a copy of other sources is noticed, whatever times its files have.
 *
 * @param {string} bundle
 */
export function sealOf(bundle) {
  const code = CODE.flatMap((folder) => listFiles(join(PROJECT, folder)));
  const settings = SETTINGS.map((file) => join(PROJECT, file));
  // With whole paths: a bundle that was moved to another place would look for its data in the old one.
  const sources = hashOf([...code.filter((path) => CODE_FILE.test(path)), ...settings]);
  const built = listFiles(bundle).filter((path) => path !== join(bundle, SEAL));
  return `${sources}\n${hashOf(built, bundle)}\n`;
}

/**
 * A hash of files, with the paths below a folder.
 *
 * @param {readonly string[]} paths
 */
function hashOf(paths, folder = '') {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = readFileSync(path);
    hash.update(`${path.slice(folder.length)}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * All files below a folder.
 *
 * @param {string} folder
 */
const listFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
