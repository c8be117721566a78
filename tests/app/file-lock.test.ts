// A file has one user at a time; a lock whose holder is gone is taken over.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFile } from '../../src/app/file-lock.ts';

const ADVICE = 'Use another one';
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  path = join(folder, 'list');
});
afterEach(() => rm(folder, { recursive: true }));

const holder = (pid: number, host = hostname()) =>
  JSON.stringify({ pid, host, since: '2026-03-01T00:00:00.000Z' });

test('a second use is refused by name until the first ends, and nothing is left behind', async () => {
  const unlock = await lockFile(path, ADVICE);
  await expect(lockFile(path, ADVICE)).rejects.toThrow(
    `in use by another process (${process.pid} on ${hostname()}`,
  );
  await unlock();
  await (await lockFile(path, ADVICE))();
  expect(await readdir(folder)).toEqual([]);
});

test('the lock of a living process holds, and is taken over once it was killed', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  await writeFile(`${path}.lock`, holder(child.pid ?? 0));
  await expect(lockFile(path, ADVICE)).rejects.toThrow(
    new RegExp(`\\(${child.pid} on .*\\)\\. ${ADVICE}; if it is gone, `),
  );
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await lockFile(path, ADVICE))();
});

test('the lock of another machine holds as long as it gives signs of life', async () => {
  await writeFile(`${path}.lock`, holder(1, 'another-machine'));
  await expect(lockFile(path, ADVICE)).rejects.toThrow('(1 on another-machine');
  const old = new Date(Date.now() - 61_000);
  await utimes(`${path}.lock`, old, old);
  await (await lockFile(path, ADVICE))();
});

test('a lock of a process with the number of this one, and a torn lock, are left from a crash', async () => {
  for (const left of [holder(process.pid), '{"pid":', '']) {
    await writeFile(`${path}.lock`, left);
    const unlock = await lockFile(path, ADVICE);
    expect(JSON.parse(await readFile(`${path}.lock`, 'utf8'))).toMatchObject({ pid: process.pid });
    await unlock();
  }
});

test('of several that take over one abandoned lock at once, one gets it', async () => {
  await writeFile(`${path}.lock`, '');
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFile(path, ADVICE)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
