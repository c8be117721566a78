// Who may import whom: rooms and arrows of DESIGN.md, and no circle anywhere, types included.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** The rooms of the core. Each may import those before it. */
const CORE = ['text', 'knowledge', 'ranking', 'judging', 'matching', 'asking'].map(
  (room) => `src/core/${room}`,
);
const before = (room: string) => CORE.slice(0, CORE.indexOf(room));

/** What each room may import: packages by name, rooms of the project by path, "node:" for all of Node's own. */
const ALLOWED: Record<string, readonly string[]> = {
  'src/core/text': ['chrono-node', 'wink-nlp', 'wink-eng-lite-web-model', 'fuse.js', 'stemmer'],
  'src/core/knowledge': ['zod', ...before('src/core/knowledge')],
  'src/core/ranking': before('src/core/ranking'),
  'src/core/judging': before('src/core/judging'),
  'src/core/matching': before('src/core/matching'),
  'src/core/asking': before('src/core/asking'),
  'src/core': CORE,
  'src/drafting': ['src/core/text', 'src/core/knowledge'],
  'src/training': ['src/core', ...CORE],
  'src/bot': ['zod', 'src/core', ...CORE],
  commands: ['zod', '#bot'],
  'src/store': ['lru-cache', '@redis/client'],
  'src/discord': ['zod', 'discord.js', 'lru-cache', 'src/bot', 'src/store'],
  'src/discord/http': ['node:', 'zod', 'discord.js', 'hono', '@hono/node-server', 'src/discord'],
  'src/picture': ['node:', '@napi-rs/canvas', 'lru-cache', 'tsx', 'src/bot'],
  'src/launch': ['node:', 'esbuild', 'tsx', 'src/cli'],
  'src/evaluation': ['node:', 'zod', 'src/bot', 'src/core', ...CORE, 'src/training', 'src/drafting'],
  'src/local/server': ['zod', 'ws', 'discord-api-spec', 'node:'],
  'src/local/markdown': [],
  'src/local/page': ['zod', 'node:', 'src/local/server', 'src/local/markdown'],
  'src/local/curate': ['zod', 'node:', 'src/local/page'],
  'src/local/terminal': ['zod', 'node:', 'src/local/server', 'src/local/markdown'],
};

/** These put the rooms together, so they may import any of them and any package; nobody but `cli` imports `cli`. */
const UNBOUND = ['src/app', 'src/cli'];

const IMPORTS = [
  /^\s*(?:import|export)\s(?:[\w$*{},\s]*\bfrom\s*)?['"]([^'"\s]+)['"]/gm,
  /\b(?:import|require)\s*\(\s*['"`]([^'"`\s]+)['"`]/g,
  /@import\s[^'"]*['"]([^'"\s]+)['"]/g,
];

const importsOf = (text: string): string[] =>
  IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, specifier = '']) => specifier));

/** The imports of a file that its room may not have; a file's path is relative to the project. */
function wrongImports(path: string, text: string): string[] {
  const room = roomOf(path);
  return importsOf(text).filter((specifier) => {
    const from = originOf(path, specifier);
    if (UNBOUND.includes(room)) return room !== 'src/cli' && from === 'src/cli';
    return from !== room && !(ALLOWED[room] ?? []).includes(from);
  });
}

/** The room of a file: "src/core/text", "commands"; the longest that is known, else its first two folders. */
function roomOf(path: string): string {
  const rooms = [...Object.keys(ALLOWED), ...UNBOUND].filter((room) => path.startsWith(`${room}/`));
  const known = rooms.sort((a, b) => b.length - a.length)[0];
  // A new folder below a room is a room of its own, that needs a rule; the browser's files belong to the page.
  const folder = dirname(path).replace(/^(src\/local\/(?:page|curate))\/client$/, '$1');
  return known === folder ? known : folder;
}

/** Where an import comes from: "node:", a package's name, or a room of the project. */
function originOf(path: string, specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  if (specifier.startsWith('.')) return roomOf(join(dirname(path), specifier));
  if (specifier.startsWith('#')) return specifier;
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.(?:ts|js)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
);
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('every room has its rule', () => {
  const rooms = new Set(files.map(roomOf));
  expect([...rooms].sort()).toEqual([...Object.keys(ALLOWED), ...UNBOUND].sort());
});

test('every file imports only what its room may', () => {
  const wrong = files.flatMap((file) => wrongImports(file, textOf(file)).map((what) => `${file}: ${what}`));
  expect(wrong).toEqual([]);
});

test('no file imports itself by way of others, types included', () => {
  const arrows = new Map(
    files.map((file) => [
      file,
      importsOf(textOf(file)).flatMap((specifier) => {
        const target = join(dirname(file), specifier);
        return specifier.startsWith('.') && existsSync(join(ROOT, target)) ? [target] : [];
      }),
    ]),
  );
  expect(circlesOf(arrows)).toEqual([]);
  expect([...arrows.values()].flat().length).toBeGreaterThan(files.length);
});

test('a circle is found', () => {
  const arrows = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
  ]);
  expect(circlesOf(arrows)).toEqual(['a > b > c > a']);
});

test('training never loads with answering', () => {
  const loaded = [...loadedBy(...STARTED), ...loadedBy('src/cli/ask.ts')];
  expect(loaded).toContain('src/core/desk.ts');
  expect(loaded.filter((path) => path.startsWith('src/training/'))).toEqual([]);
});

test('a bot with a token loads nothing of the local Discord and draws nothing before the first picture', () => {
  const loaded = loadedBy(...STARTED);
  expect(loaded).toContain('discord.js');
  const needless =
    /^src\/(?:local|discord\/http)\/|^(?:discord-api-spec|ws|@napi-rs\/canvas|hono|@redis\/client|pino-pretty|prom-client)$/;
  expect([...loaded].filter((one) => needless.test(one))).toEqual([]);
});

test.each([
  ['src/core/x.ts', "import { readFile } from 'node:fs';"],
  ['src/core/text/x.ts', "import type { Fact } from '../knowledge/schema.ts';"],
  ['src/core/ranking/x.ts', "import { judge } from '../judging/judge.ts';"],
  ['src/core/judging/x.ts', "import type { Answer } from '../asking/answer.ts';"],
  ['src/core/asking/x.ts', "import type { Desk } from '../desk.ts';"],
  ['src/core/judging/x.ts', "import { fit } from '../../training/fit.ts';"],
  ['src/core/x.ts', "import type { Reply } from '../bot/reply.ts';"],
  ['src/bot/x.ts', "import { Client } from 'discord.js';"],
  ['src/bot/x.ts', "export * from '../app/load-knowledge.ts';"],
  ['src/bot/x.ts', "const pino = await import('pino');"],
  ['src/app/x.ts', "import { defineProgram } from '../cli/shell.ts';"],
  ['commands/x.ts', "import { search } from '../src/core/ranking/search.ts';"],
  ['commands/x.ts', "import 'dotenv/config';"],
  ['src/discord/x.ts', "import {\n  z,\n} from 'node:timers';"],
  ['src/local/server/x.ts', "import { createBot } from '../../bot/index.ts';"],
  ['src/local/page/client/x.js', "/** @import { Reply } from '../../../bot/reply.ts' */"],
])('in %s, %s is wrong', (path, text) => {
  expect(wrongImports(path, text)).toHaveLength(1);
});

test('what is allowed is not reported', () => {
  expect(
    wrongImports(
      'src/local/server/x.ts',
      "import { WebSocketServer } from 'ws';\nimport a from './wire.ts';",
    ),
  ).toEqual([]);
  expect(wrongImports('src/cli/x.ts', "import pino from 'pino';")).toEqual([]);
});

/** What a start with a token loads: its program, and what that loads while it reads the knowledge. */
const STARTED = ['src/cli/start.ts', 'src/core/desk.ts', 'src/discord/index.ts'];

/** Everything that files load at once, files by path and packages by name; what they import as a type is not loaded. */
function loadedBy(...entries: readonly string[]): Set<string> {
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const text = textOf(path).replaceAll(/^import type [^;]*;$/gm, '');
    for (const [, specifier = ''] of text.matchAll(IMPORTS[0] as RegExp))
      if (specifier.startsWith('.')) load(join(dirname(path), specifier));
      else loaded.add(specifier);
  };
  for (const entry of entries) load(entry);
  return loaded;
}

/** Each circle among arrows once, as its files in order. */
function circlesOf(arrows: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (file: string, way: readonly string[]) => {
    const start = way.indexOf(file);
    if (start >= 0) found.push([...way.slice(start), file].join(' > '));
    if (start >= 0 || done.has(file)) return;
    for (const next of arrows.get(file) ?? []) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of arrows.keys()) follow(file, []);
  return found;
}
