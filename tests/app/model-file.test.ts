// The trained model on disk: written completely or not at all, and reported with what to do if it cannot be read.
import { mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MODEL_FILE, readModel, writeModel } from '../../src/app/model-file.ts';
import { OperatorError } from '../../src/app/operator-error.ts';
import { encodeModel } from '../../src/core/model.ts';
import { encodeTensors } from '../../src/core/safetensors.ts';
import { model } from '../story-desk.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  path = join(folder, MODEL_FILE);
});
afterEach(() => rm(folder, { recursive: true }));

const whole = gzipSync(encodeModel(model));

test('what is written is read again', async () => {
  await writeModel(folder, model);
  const read = await readModel(folder);
  expect(read && Buffer.compare(encodeModel(read), encodeModel(model))).toBe(0);
  expect(await readdir(folder)).toEqual([MODEL_FILE]);
});

test('a folder without a model has none', async () => {
  expect(await readModel(folder)).toBeUndefined();
});

test.each<[what: string, bytes: Uint8Array | string, toDo: string]>([
  ['is empty', '', 'npm run train'],
  [
    'is a pointer of Git LFS',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n',
    'git lfs pull',
  ],
  ['is text', 'not a model', 'npm run train'],
  ['is cut short', whole.subarray(0, whole.length / 2), 'npm run train'],
  ['is cut within its first bytes', whole.subarray(0, 3), 'npm run train'],
  ['has a wrong byte', whole.map((byte, i) => (i === whole.length - 100 ? byte ^ 1 : byte)), 'npm run train'],
  ['holds something else', gzipSync('something else'), 'npm run train'],
  ['is of another version', gzipSync(encodeTensors({}, { format: '1' })), 'npm run train'],
])('a model that %s is named, with what to do', async (_, bytes, toDo) => {
  await writeFile(path, bytes);
  const error: unknown = await readModel(folder).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  expect((error as Error).message).toContain(path);
  expect((error as Error).message).toContain(toDo);
});

test('a model that cannot be written leaves nothing behind, and the one before it whole', async () => {
  await writeModel(folder, model);
  const before = await readFile(path);
  const unwritable = Object.defineProperty({ ...model }, 'classes', {
    enumerable: true,
    get: () => {
      throw new Error('no space left');
    },
  });
  await expect(writeModel(folder, unwritable)).rejects.toThrow('no space left');
  expect(await readdir(folder)).toEqual([MODEL_FILE]);
  expect(await readFile(path)).toEqual(before);
});

test('a link to a model stays a link', async () => {
  const elsewhere = join(folder, 'elsewhere');
  await writeFile(elsewhere, '');
  await symlink(elsewhere, path);
  await writeModel(folder, model);
  expect(await readlink(path)).toBe(elsewhere);
  expect(await readModel(folder)).toBeDefined();
});
