// The folder of commands: every file is a command, and a bad one stops the start by its name.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a command is called as its file; buttons alone reach those without a description', async () => {
  const commands = await loadCommands();
  const described = [...commands].filter(([, { description }]) => description !== undefined);
  expect(described.map(([name]) => name)).toEqual(
    expect.arrayContaining(['about', 'ask', 'dates', 'privacy', 'quotes', 'source']),
  );
  expect(commands.get('show')?.description).toBeUndefined();
  expect(commands.get('remove')?.description).toBeUndefined();
});

test.each([
  ['broken.ts', 'export default {', /broken\.ts: cannot be loaded: /],
  ['empty.ts', 'export const nothing = 1;', /empty\.ts: does not export a command/],
  [
    'hollow.ts',
    'export default { subcommands: { half: { run: () => 1 } } };',
    /hollow\.ts: does not export a command/,
  ],
  ['half.ts', 'export default { run: () => 1 };', /half\.ts: does not export a command/],
  ['Shouting.ts', 'export default 1;', /Shouting\.ts: is not named like a command/],
  ['ask.js', 'export default 1;', /ask\.js: is not named like a command/],
])('%s stops the start by its name', async (file, text, message) => {
  await writeFile(join(folder, file), text);
  await expect(loadCommands(folder)).rejects.toThrow(message);
});

test('what editors and operating systems leave behind, and notes, are passed over', async () => {
  for (const name of [
    '.DS_Store',
    '._ask.ts',
    '.ask.ts.swp',
    'ask.ts~',
    '#ask.ts#',
    'ask.ts.orig',
    'Thumbs.db',
    'notes.md',
  ])
    await writeFile(join(folder, name), 'not code');
  await symlink('ann@desk.4711:1792', join(folder, '.#ask.ts'));
  await mkdir(join(folder, '.idea'));
  expect([...(await loadCommands(folder)).keys()]).toEqual([]);
});

test('a folder and a link that leads nowhere stop the start by their names', async () => {
  await mkdir(join(folder, 'admin'));
  await expect(loadCommands(folder)).rejects.toThrow(/admin: is a folder; put each command into /);
  await rm(join(folder, 'admin'), { recursive: true });
  await symlink('gone.ts', join(folder, 'lost.ts'));
  await expect(loadCommands(folder)).rejects.toThrow(/lost\.ts: cannot be loaded: /);
});
