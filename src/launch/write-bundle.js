// The last step of `npm ci`: writes the bot and its packages as a few files of JavaScript, which start in
// three quarters of the time of the many files that they are made of.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE, ENTRY, isFresh, PROGRAM, PROJECT, SEAL, sealOf } from './bundle.js';

/**
 * Packages that stay where they are: one with a part in machine code, those that discord.js only uses if somebody adds
 * them, and the language model, whose megabytes Node reads faster as the JSON that they are.
 */
const LEFT_OUT = ['@napi-rs/canvas', 'zlib-sync', 'bufferutil', 'utf-8-validate', 'wink-eng-lite-web-model'];

/** Packages that are no ES modules call `require`. */
const REQUIRE = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(${JSON.stringify(urlOf(join(PROJECT, 'package.json')))});`;

/**
 * What a file of the project finds by its own place is still found there.
 *
 * @type {import('esbuild').Plugin}
 */
const ownPlaces = {
  name: 'own places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.filename', JSON.stringify(path))
        .replaceAll('import.meta.url', JSON.stringify(urlOf(path))),
    }));
  },
};

/** @param {string} path */
function urlOf(path) {
  return pathToFileURL(path).href;
}

/** Writes the bundle. Whoever starts the bot meanwhile finds the old one, none, or the new one as a whole. */
async function writeBundle() {
  const unfinished = `${BUNDLE}-${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    await build({
      absWorkingDir: PROJECT,
      entryPoints: { [basename(ENTRY, '.js')]: PROGRAM },
      outdir: unfinished,
      bundle: true,
      // What the bot loads when it needs it, the commands among them, is in files of its own.
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      // discord.js goes by the names of its classes.
      keepNames: true,
      legalComments: 'none',
      logLevel: 'silent',
      external: LEFT_OUT,
      banner: { js: REQUIRE },
      plugins: [ownPlaces],
    });
    writeFileSync(join(unfinished, 'package.json'), '{ "type": "module" }\n');
    writeFileSync(join(unfinished, SEAL), sealOf(unfinished));
    rmSync(BUNDLE, { recursive: true, force: true });
    renameSync(unfinished, BUNDLE);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

// Everything works without a bundle, so an installation does not fail for want of one.
if (!isFresh())
  await writeBundle().catch(({ message }) => {
    // Another process may have written it meanwhile.
    if (!isFresh())
      console.error(`There is no bundle, so the bot starts from its sources, more slowly: ${message}`);
  });
