// The files as git checks them out, even where it is configured to write Windows line ends.
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

test('a checkout on Windows has the same bytes: text its line ends, model and pictures every byte', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const git = (...args: string[]) =>
    promisify(execFile)('git', ['-c', 'core.autocrlf=true', ...args], { cwd: folder });
  const bytes = Buffer.from('one\r\ntwo\n');
  const files: [name: string, before: Buffer | string, after: Buffer | string][] = [
    ['some.ts', 'one\r\ntwo\n', 'one\ntwo\n'],
    ['some.yaml', 'one\ntwo\n', 'one\ntwo\n'],
    ['run', 'one\ntwo\n', 'one\ntwo\n'],
    ['model.safetensors.gz', bytes, bytes],
    ['answer.png', bytes, bytes],
  ];
  await git('init', '-q');
  await copyFile(join(ROOT, '.gitattributes'), join(folder, '.gitattributes'));
  for (const [name, before] of files) await writeFile(join(folder, name), before);
  await git('add', '.');
  for (const [name] of files) await rm(join(folder, name));
  await git('checkout-index', '--all');
  for (const [name, , after] of files)
    expect((await readFile(join(folder, name))).toString(), name).toBe(after.toString());
});
