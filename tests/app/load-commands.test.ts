// The folder of commands: a file is a command, and a bad one stops the start by its name.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
    expect.arrayContaining(['about', 'ask', 'dates', 'demands', 'privacy', 'quotes', 'source', 'votes']),
  );
  expect(commands.get('show')?.description).toBeUndefined();
  expect(commands.get('remove')?.description).toBeUndefined();
});

test.each([
  ['broken.ts', 'export default {', /broken\.ts: cannot be loaded: /],
  ['empty.ts', 'export const nothing = 1;', /empty\.ts: exports no command/],
  [
    'hollow.ts',
    'export default { subcommands: { half: { run: () => 1 } } };',
    /hollow\.ts: exports no command/,
  ],
  ['half.ts', 'export default { run: () => 1 };', /half\.ts: exports no command/],
  ['Shouting.ts', 'export default 1;', /Shouting\.ts: is not named like a command/],
  ['notes.md', 'nothing', /notes\.md: is not named like a command/],
])('%s stops the start by its name', async (file, text, message) => {
  await writeFile(join(folder, file), text);
  await expect(loadCommands(folder)).rejects.toThrow(message);
});
