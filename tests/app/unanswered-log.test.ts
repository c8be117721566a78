// The list of what was asked in vain on disk: what stands in it, what goes, and what a crash leaves behind.
import { execFileSync } from 'node:child_process';
import {
  appendFile,
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openUnanswered, readUnanswered } from '../../src/app/unanswered-log.ts';
import { type Entry, keep } from '../discord/stage.ts';

let folder: string;
let path: string;
let warnings: Entry[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  path = join(folder, 'unanswered.jsonl');
  warnings = [];
});
let isMounted = false;
afterEach(async () => {
  if (isMounted) execFileSync('umount', [path]);
  isMounted = false;
  await rm(folder, { recursive: true });
});

const DAY = 86_400_000;
const MARCH_1 = Date.UTC(2026, 2, 1, 12);
const open = (now = () => MARCH_1) => openUnanswered({ path, days: 30 }, keep(warnings), now);
const line = (day: string, question: string) => `\n${JSON.stringify({ day, question })}`;

test('a line holds the question in plain form and the day, and nothing else', async () => {
  const list = await open();
  void list.add('Did <@123456789012345678> strike? See https://example.org/a, id 987654321');
  void list.add('<@123456789012345678>');
  expect(await list.entries()).toEqual([{ day: '2026-03-01', question: 'did strike? see id' }]);
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(1);
  expect((await stat(path)).mode & 0o077).toBe(0);
  await list.close();
});

test('entries older than the days are dropped at the start, and no longer shown before that', async () => {
  await writeFile(
    path,
    line('2026-01-29', 'old') + line('2026-01-30', 'just kept') + line('2026-02-28', 'new'),
  );
  let now = MARCH_1;
  const list = await open(() => now);
  expect(await readFile(path, 'utf8')).not.toContain('old');
  expect((await list.entries()).map(({ question }) => question)).toEqual(['just kept', 'new']);
  now += DAY;
  expect((await list.entries()).map(({ question }) => question)).toEqual(['new']);
  await list.close();
});

test('a torn line is skipped with a warning that does not show it, and costs no other line', async () => {
  const whole = line('2026-02-27', 'first');
  for (let cut = 2; cut < whole.length; cut += 1) {
    await writeFile(path, line('2026-02-26', 'zeroth') + whole.slice(0, cut));
    warnings.length = 0;
    const kept = await readUnanswered({ path, days: 30 }, keep(warnings), () => MARCH_1);
    expect(kept.map(({ question }) => question)).toEqual(['zeroth']);
    expect(warnings.map(({ level, fields }) => [level, fields])).toEqual([['warn', { line: 3 }]]);
  }
  const list = await open();
  await appendFile(path, '\n{"day":"2026-02-2');
  void list.add('second');
  expect((await list.entries()).map(({ question }) => question)).toEqual(['zeroth', 'second']);
  await list.close();
});

test('many at once are all kept, and nothing else is left in the folder', async () => {
  const list = await open();
  const questions = Array.from({ length: 100 }, (_, i) => `question ${i}`);
  for (const question of questions) void list.add(question);
  expect((await list.entries()).map(({ question }) => question)).toEqual(questions);
  await list.close();
  expect(await readdir(folder)).toEqual(['unanswered.jsonl']);
});

test('a path that cannot be written to is told at the start', async () => {
  path = join(folder, 'no', 'such', 'folder.jsonl');
  await expect(open()).rejects.toThrow(/UNANSWERED_LOG: .*cannot be written/);
});

test('on a full disk it is said that a question was not kept, and what was kept before stays', async () => {
  await writeFile(path, line('2026-02-27', 'before'));
  const list = await open();
  expect(await list.add('first')).toBe(true);
  // A device that is always full, in the place of the file.
  const kept = await readFile(path, 'utf8');
  await rm(path);
  await symlink('/dev/full', path);
  expect(await list.add('lost')).toBe(false);
  expect(
    warnings.map(({ level, sentence, fields }) => [level, sentence, (fields.err as { code: string }).code]),
  ).toEqual([['warn', expect.stringContaining('could not be written'), 'ENOSPC']]);
  expect(JSON.stringify(warnings)).not.toContain('lost');
  await rm(path);
  await writeFile(path, kept);
  expect(await list.add('second')).toBe(true);
  expect((await list.entries()).map(({ question }) => question)).toEqual(['before', 'first', 'second']);
  await list.close();
});

test.each([
  ['a folder', 'a folder', async () => void (await mkdir(path))],
  ['a device', 'a device', async () => void (await symlink('/dev/null', path))],
  ['a pipe', 'a pipe', async () => void execFileSync('mkfifo', [path])],
])('%s in the place of the file is refused, and stays what it is', async (_, words, make) => {
  await make();
  const before = await stat(path);
  await expect(open()).rejects.toThrow(words);
  await expect(readUnanswered({ path, days: 30 }, keep(warnings))).rejects.toThrow(words);
  expect((await stat(path)).mode).toBe(before.mode);
});

test('a link is followed, to a file that is missing too; the file keeps its mode', async () => {
  const old = line('2025-01-01', 'old') + line('2026-02-28', 'new');
  const target = join(folder, 'elsewhere');
  await symlink(target, path);
  await (await open()).close();
  await writeFile(target, old);
  await chmod(target, 0o664);
  await (await open()).close();
  expect(await readFile(target, 'utf8')).toBe(line('2026-02-28', 'new'));
  expect((await stat(target)).mode & 0o777).toBe(0o664);
  expect((await lstat(path)).isSymbolicLink()).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['elsewhere', 'unanswered.jsonl']);
});

/** Puts a file over another one, as a container does with a file from outside. @returns whether that is allowed here */
async function mounted(): Promise<boolean> {
  const outside = join(folder, 'outside');
  await Promise.all([
    writeFile(path, ''),
    writeFile(outside, line('2025-01-01', 'old') + line('2026-02-28', 'new')),
  ]);
  try {
    execFileSync('mount', ['--bind', outside, path], { stdio: 'ignore' });
  } catch {
    return false;
  }
  isMounted = true;
  return true;
}

test('a file that is mounted by itself is written in place', async ({ skip }) => {
  if (!(await mounted())) return skip('no mounts are allowed here');
  await (await open()).close();
  expect(await readFile(join(folder, 'outside'), 'utf8')).toBe(line('2026-02-28', 'new'));
  expect((await readdir(folder)).sort()).toEqual(['outside', 'unanswered.jsonl']);
});

test('what is not to be dropped is not written anew', async () => {
  await writeFile(path, line('2026-02-28', 'new'));
  const { ino } = await stat(path);
  await (await open()).close();
  expect((await stat(path)).ino).toBe(ino);
});
