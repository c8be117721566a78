// Several files get new content together, or none of them does.
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFile, replaceFiles } from '../../src/app/replace-file.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const read = (name: string) => readFile(at(name), 'utf8');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  for (const name of ['a', 'b']) await writeFile(at(name), `old ${name}`, { mode: 0o640 });
});
afterEach(() => rm(folder, { recursive: true }));

const both = () => ['a', 'b'].map((name) => ({ path: at(name), text: `new ${name}` }));

test('all are written, with the mode that they have, and nothing is left beside them', async () => {
  await replaceFiles([...both(), { path: at('in/c'), text: 'new c', isNew: true }]);
  expect([await read('a'), await read('b'), await read('in/c')]).toEqual(['new a', 'new b', 'new c']);
  expect((await stat(at('a'))).mode & 0o777).toBe(0o640);
  expect((await readdir(folder)).sort()).toEqual(['a', 'b', 'in']);
});

test('if one cannot be written beside its place, none is put there', async () => {
  await mkdir(at('b.new'));
  await expect(replaceFiles(both())).rejects.toThrow('EISDIR');
  expect([await read('a'), await read('b')]).toEqual(['old a', 'old b']);
  expect((await readdir(folder)).sort()).toEqual(['a', 'b', 'b.new']);
});

test('if one cannot be put in its place, those before it are put back, and what was new is gone', async () => {
  const made = ['c', 'b'].map((name) => ({ path: at(name), text: `new ${name}`, isNew: true }));
  await expect(replaceFiles([...both().slice(0, 1), ...made])).rejects.toThrow('EEXIST');
  expect([await read('a'), await read('b')]).toEqual(['old a', 'old b']);
  expect((await readdir(folder)).sort()).toEqual(['a', 'b']);
});

test('a link stays one, and the file that it leads to is written', async () => {
  await symlink('a', at('link'));
  await replaceFile(at('link'), 'new');
  expect([await readlink(at('link')), await read('a')]).toEqual(['a', 'new']);
});
