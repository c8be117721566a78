// The list of what was asked in vain on disk: what stands in it, what goes, and what a crash leaves behind.
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
afterEach(() => rm(folder, { recursive: true }));

const DAY = 86_400_000;
const MARCH_1 = Date.UTC(2026, 2, 1, 12);
const open = (now = () => MARCH_1) => openUnanswered({ path, days: 30 }, keep(warnings), now);
const line = (day: string, question: string) => `\n${JSON.stringify({ day, question })}`;

test('a line holds the question in plain form and the day, and nothing else', async () => {
  const list = await open();
  list.add('Did <@123456789012345678> strike? See https://example.org/a, id 987654321');
  list.add('<@123456789012345678>');
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
  list.add('second');
  expect((await list.entries()).map(({ question }) => question)).toEqual(['zeroth', 'second']);
  await list.close();
});

test('many at once are all kept, and nothing else is left in the folder', async () => {
  const list = await open();
  const questions = Array.from({ length: 100 }, (_, i) => `question ${i}`);
  for (const question of questions) list.add(question);
  expect((await list.entries()).map(({ question }) => question)).toEqual(questions);
  await list.close();
  expect(await readdir(folder)).toEqual(['unanswered.jsonl']);
});

test('a path that cannot be written to is told at the start', async () => {
  path = join(folder, 'no', 'such', 'folder.jsonl');
  await expect(open()).rejects.toThrow(/UNANSWERED_LOG: .*cannot be written/);
});

test('a list that can no longer be written to costs no answer, and is warned of', async () => {
  const list = await open();
  await rm(folder, { recursive: true });
  list.add('lost');
  await expect.poll(() => warnings.map(({ sentence }) => sentence).join()).toContain('could not be written');
  expect(JSON.stringify(warnings)).not.toContain('lost');
  await list.close();
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
});
