// The files of the page, read once. The browser gets them as they are, so what is read here is what runs there.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface Asset {
  type: string;
  bytes: Uint8Array;
}

/** The folders of the files, by what they are called in the address. */
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

/** The files by their path in the address, `/` for the page itself; nothing else can be asked for. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const [path, folder] of Object.entries(FOLDERS))
    for (const name of await readdir(folder)) {
      const type = TYPES[extname(name)];
      const bytes = type && (await readFile(join(folder, name)));
      if (bytes) assets.set(name === 'index.html' ? path : path + name, { type, bytes });
    }
  return assets;
}
