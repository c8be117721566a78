// The files of the page, read once and served as they are: there is no build step.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface Asset {
  type: string;
  bytes: Uint8Array;
}

/** The folders of the preview, by their path in the address. */
const FOLDERS = {
  '/': join(import.meta.dirname, 'client'),
  '/markdown/': join(import.meta.dirname, '../markdown'),
};

const TYPES: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The files by their path in the address, `/` for the page itself; nothing else is served.
 * @param folders by their path in the address
 */
export async function loadAssets(
  folders: Readonly<Record<string, string>> = FOLDERS,
): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const [path, folder] of Object.entries(folders))
    for (const name of await readdir(folder)) {
      const type = TYPES[extname(name)];
      const bytes = type && (await readFile(join(folder, name)));
      if (bytes) assets.set(name === 'index.html' ? path : path + name, { type, bytes });
    }
  return assets;
}
