// The list of unanswered questions on disk: its entries, what is dropped, and what a crash leaves behind.
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
const open = (now = () => MARCH_1, most = 1000) =>
  openUnanswered({ path, days: 30, most }, keep(warnings), now);
const read = (now = () => MARCH_1) => readUnanswered({ path, days: 30, most: 1000 }, keep(warnings), now);
const line = (day: string, question: string) => `\n${JSON.stringify({ day, question })}`;
const questionsOf = (entries: readonly { question: string }[]) => entries.map(({ question }) => question);

const HERE = '123456789012345678';
const THERE = '987654321098765432';
const mia = { memberId: '111111111111111111', serverId: HERE };
/** As many people as one likes, in the same server. */
const somebody = (i: number) => ({ memberId: `2000000000000000${i}`, serverId: HERE });

test('a line holds the question in plain form, the day and a code of the server, and nothing else', async () => {
  const list = await open();
  expect(
    await list.add('Did <@123456789012345678> strike? See https://example.org/a, id 987654321', mia),
  ).toBe('listed');
  expect(await list.add('<@123456789012345678>', mia)).toBe('nothing left');
  expect(await list.add('In a direct message?', { memberId: mia.memberId })).toBe('listed');
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  expect(lines.map((one) => JSON.parse(one))).toEqual([
    { day: '2026-03-01', question: 'did strike? see id', server: expect.stringMatching(/^[\w-]{16}$/) },
    { day: '2026-03-01', question: 'in a direct message?' },
  ]);
  for (const file of [path, `${path}.key`]) {
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readFile(file, 'utf8')).not.toMatch(new RegExp(`${HERE}|${mia.memberId}`));
  }
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
  expect(questionsOf(await read(() => now))).toEqual(['just kept', 'new']);
  now += DAY;
  expect(questionsOf(await read(() => now))).toEqual(['new']);
  await list.close();
});

test('a torn line is skipped with a warning that does not show it, and costs no other line', async () => {
  const whole = line('2026-02-27', 'first');
  for (let cut = 2; cut < whole.length; cut += 1) {
    await writeFile(path, line('2026-02-26', 'zeroth') + whole.slice(0, cut));
    warnings.length = 0;
    expect(questionsOf(await read())).toEqual(['zeroth']);
    expect(warnings.map(({ level, fields }) => [level, fields])).toEqual([['warn', { line: 3 }]]);
  }
  const list = await open();
  await appendFile(path, '\n{"day":"2026-02-2');
  await list.add('second', mia);
  expect(questionsOf(await read())).toEqual(['zeroth', 'second']);
  await list.close();
});

test('many at once are all kept, and nothing else is left in the folder', async () => {
  const list = await open();
  const questions = Array.from({ length: 100 }, (_, i) => `question ${i}`);
  const added = questions.map((question, i) => list.add(question, somebody(i)));
  expect(questionsOf(await list.entriesOf(HERE))).toEqual(questions);
  expect(new Set(await Promise.all(added))).toEqual(new Set(['listed']));
  await list.close();
  expect((await readdir(folder)).sort()).toEqual(['unanswered.jsonl', 'unanswered.jsonl.key']);
});

test('a server gets its own entries and no others, also after a restart; without the key nobody gets them', async () => {
  const list = await open();
  await list.add('from here', mia);
  await list.add('from there', { ...mia, serverId: THERE });
  await list.add('from nowhere', { memberId: mia.memberId });
  await list.close();
  await writeFile(path, `${await readFile(path, 'utf8')}${line('2026-03-01', 'older than the codes')}`);
  const again = await open();
  expect(questionsOf(await again.entriesOf(HERE))).toEqual(['from here']);
  expect(questionsOf(await again.entriesOf(THERE))).toEqual(['from there']);
  await again.close();
  expect(questionsOf(await read())).toHaveLength(4);

  await rm(`${path}.key`);
  const other = await open();
  expect(await other.entriesOf(HERE)).toEqual([]);
  await other.close();
});

test.each(['', 'not a key', 'ab'.repeat(31)])('a damaged key is told at the start: %j', async (text) => {
  await writeFile(`${path}.key`, text);
  await expect(open()).rejects.toThrow(/unanswered\.jsonl\.key is not the key/);
});

test('where no key can be kept, it lasts until the next start, and a warning says so', async () => {
  await mkdir(`${path}.key`);
  const list = await open();
  await list.add('from here', mia);
  expect(questionsOf(await list.entriesOf(HERE))).toEqual(['from here']);
  expect(warnings.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('No key can be kept')]);
  await list.close();
  const again = await open();
  expect(await again.entriesOf(HERE)).toEqual([]);
  await again.close();
});

test('beyond the most the oldest are dropped, and the file stays within a tenth of it', async () => {
  const list = await open(() => MARCH_1, 100);
  for (let i = 0; i < 250; i += 1) {
    await list.add(`question ${i}`, somebody(i));
    const lines = (await readFile(path, 'utf8')).trim().split('\n').length;
    expect(lines).toBeLessThanOrEqual(110);
  }
  const expected = Array.from({ length: 100 }, (_, i) => `question ${i + 150}`);
  expect(questionsOf(await list.entriesOf(HERE))).toEqual(expected);
  await list.close();
  const restarted = await open(() => MARCH_1, 20);
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(20);
  expect(questionsOf(await restarted.entriesOf(HERE))).toEqual(expected.slice(-20));
  await restarted.close();
});

test('of one person ten questions a day are kept, of others as before, and tomorrow ten more', async () => {
  let now = MARCH_1;
  const list = await open(() => now);
  const ask = (i: number) => list.add(`question ${i}`, mia);
  const first = await Promise.all(Array.from({ length: 11 }, (_, i) => ask(i)));
  expect(first).toEqual([...Array(10).fill('listed'), 'enough today']);
  expect(await list.add('by another', somebody(1))).toBe('listed');
  now += DAY;
  expect(await ask(11)).toBe('listed');
  expect(questionsOf(await list.entriesOf(HERE))).not.toContain('question 10');
  await list.close();
});

test('a path that cannot be written to is told at the start', async () => {
  path = join(folder, 'no', 'such', 'folder.jsonl');
  await expect(open()).rejects.toThrow(/UNANSWERED_LOG: .*cannot be written/);
});

test('on a full disk it is said that a question was not kept, and what was kept before stays', async () => {
  await writeFile(path, line('2026-02-27', 'before'));
  const list = await open();
  expect(await list.add('first', mia)).toBe('listed');
  // A device that is always full, in the place of the file.
  const kept = await readFile(path, 'utf8');
  await rm(path);
  await symlink('/dev/full', path);
  expect(await list.add('lost', mia)).toBe('not written');
  expect(
    warnings.map(({ level, sentence, fields }) => [level, sentence, (fields.err as { code: string }).code]),
  ).toEqual([['warn', expect.stringContaining('could not be written'), 'ENOSPC']]);
  expect(JSON.stringify(warnings)).not.toContain('lost');
  await rm(path);
  await writeFile(path, kept);
  expect(await list.add('second', mia)).toBe('listed');
  expect(questionsOf(await read())).toEqual(['before', 'first', 'second']);
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
  await expect(read()).rejects.toThrow(words);
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
  expect((await readdir(folder)).sort()).toEqual(['elsewhere', 'elsewhere.key', 'unanswered.jsonl']);
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
  expect((await readdir(folder)).sort()).toEqual(['outside', 'unanswered.jsonl', 'unanswered.jsonl.key']);
});

test('what is not to be dropped is not written anew', async () => {
  await writeFile(path, line('2026-02-28', 'new'));
  const { ino } = await stat(path);
  await (await open()).close();
  expect((await stat(path)).ino).toBe(ino);
});
