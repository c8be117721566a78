// The files of the page, read once. The browser gets them as they are, so what is read here is what runs there.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface Asset {
  type: string;
  bytes: Uint8Array;
}

const FOLDER = join(import.meta.dirname, 'client');

const TYPES: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files by their path in the address, `/` for the page itself; nothing else can be asked for. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const names = await readdir(FOLDER);
  const assets = new Map<string, Asset>();
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (type)
      assets.set(name === 'index.html' ? '/' : `/${name}`, {
        type,
        bytes: await readFile(join(FOLDER, name)),
      });
  }
  return assets;
}
