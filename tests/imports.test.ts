// Who may import whom: the core stays pure, commands know the bot alone, and one folder speaks to Discord.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** What each folder may import: packages by name, folders of the project by path, "node:" for all of Node's own. */
const ALLOWED: Record<string, readonly string[]> = {
  'src/core': ['zod', 'fuse.js', 'stemmer', 'src/core'],
  'src/bot': ['zod', 'src/core', 'src/bot'],
  commands: ['zod', '#bot'],
  'src/discord': ['zod', 'discord.js', 'src/bot', 'src/core', 'src/discord'],
  'src/picture': ['node:', '@napi-rs/canvas', 'chart.js', 'src/bot', 'src/picture'],
  'src/local': ['zod', 'ws', 'discord-api-spec', 'node:', 'src/local'],
};

const IMPORTS = [
  /^\s*(?:import|export)\s(?:[\w$*{},\s]*\bfrom\s*)?['"]([^'"\s]+)['"]/gm,
  /\b(?:import|require)\s*\(\s*['"`]([^'"`\s]+)['"`]/g,
];

/** The imports of a file that its folder may not have; a file's path is relative to the project. */
function wrongImports(path: string, text: string): string[] {
  const allowed = ALLOWED[roomOf(path)];
  if (!allowed) return [];
  return IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)])
    .map(([, specifier = '']) => specifier)
    .filter((specifier) => !allowed.includes(origin(path, specifier)));
}

/** The folder whose rule a file is under: "src/core", "commands", or "src" for what stands beside the folders. */
const roomOf = (path: string) => /^(src\/[^/]+(?=\/)|[^/]+)/.exec(path)?.[0] ?? path;

/** Where an import comes from: "node:", a package's name, or a folder of the project. */
function origin(path: string, specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  if (specifier.startsWith('.')) return roomOf(join(dirname(path), specifier));
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
);

test('every folder under src, and the commands, have their rule', () => {
  const rooms = new Set(files.map(roomOf));
  expect([...rooms].sort()).toEqual([...Object.keys(ALLOWED), 'src'].sort());
});

test.each(files)('%s imports only what it may', (file) => {
  expect(wrongImports(file, readFileSync(join(ROOT, file), 'utf8'))).toEqual([]);
});

test('a bot with a token loads nothing of the local Discord and draws nothing before the first picture', () => {
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const text = readFileSync(join(ROOT, path), 'utf8').replaceAll(/^import type .*$/gm, '');
    for (const [, specifier = ''] of text.matchAll(IMPORTS[0] as RegExp))
      if (specifier.startsWith('.')) load(join(dirname(path), specifier));
      else loaded.add(specifier);
  };
  load('src/main.ts');
  expect(loaded).toContain('discord.js');
  const needless = /^src\/local\/|^(?:discord-api-spec|ws|chart\.js|@napi-rs\/canvas)$/;
  expect([...loaded].filter((one) => needless.test(one))).toEqual([]);
});

test.each([
  ['src/core/x.ts', "import { readFile } from 'node:fs';"],
  ['src/core/x.ts', "import type { Reply } from '../bot/reply.ts';"],
  ['src/bot/x.ts', "import { Client } from 'discord.js';"],
  ['src/bot/x.ts', "export * from '../load.ts';"],
  ['src/bot/x.ts', "const pino = await import('pino');"],
  ['commands/x.ts', "import { search } from '../src/core/search.ts';"],
  ['commands/x.ts', "import 'dotenv/config';"],
  ['src/discord/x.ts', "import {\n  z,\n} from 'node:timers';"],
  ['src/local/x.ts', "import { createBot } from '../bot/index.ts';"],
])('in %s, %s is wrong', (path, text) => {
  expect(wrongImports(path, text)).toHaveLength(1);
});

test('what is allowed is not reported', () => {
  expect(
    wrongImports('src/local/x.ts', "import { WebSocketServer } from 'ws';\nimport a from './wire.ts';"),
  ).toEqual([]);
  expect(wrongImports('src/main.ts', "import pino from 'pino';")).toEqual([]);
});
