// A knowledge folder on disk: what counts, what is ignored, and what is reported instead of loaded as garbage.
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { decodeText } from '../../src/app/decode-text.ts';
import { loadKnowledge } from '../../src/app/load-knowledge.ts';
import { readYaml } from '../../src/app/read-yaml.ts';
import { KnowledgeError } from '../../src/core/knowledge/parse.ts';
import { files, knowledge } from '../fixtures.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  folder = join(root, 'knowledge');
  for (const [path, data] of Object.entries(files)) await put(path, stringify(data));
});
afterEach(() => rm(root, { recursive: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function problems(): Promise<readonly string[]> {
  const error = await loadKnowledge(folder).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error !== undefined && !(error instanceof KnowledgeError)) throw error;
  return error?.problems ?? [];
}

test('what editors, operating systems, git and Kubernetes leave behind is passed over', async () => {
  for (const path of [
    '.DS_Store',
    '.pre-commit-config.yaml',
    '.git/config.yaml',
    'lost+found/votes.yaml',
    '..2026_11_30/facts/votes.yaml',
    'facts/._votes.yaml',
    'facts/.votes.yaml.swp',
    'facts/votes.yaml~',
    'facts/#votes.yaml#',
    'facts/votes.yaml.orig',
    'facts/votes.yaml___jb_tmp___',
    'facts/Thumbs.db',
    'desktop.ini',
    'README.md',
  ])
    await put(path, 'not: [knowledge');
  await symlink('ann@desk.4711:1792', join(folder, 'facts/.#votes.yaml'));
  await symlink('gone', join(folder, 'facts/gone'));
  await symlink('loop', join(folder, 'loop'));
  expect(await loadKnowledge(folder)).toEqual(knowledge);
});

test('linked files and folders are read, and a folder inside itself once', async () => {
  await rename(join(folder, 'facts'), join(root, 'elsewhere'));
  await symlink(join(root, 'elsewhere'), join(folder, 'facts'));
  await symlink('.', join(root, 'elsewhere/again'));
  await symlink('../knowledge', join(root, 'elsewhere/back'));
  await rename(join(folder, 'gaps.yaml'), join(root, 'some.yaml'));
  await symlink(join(root, 'some.yaml'), join(folder, 'gaps.yaml'));
  expect(await loadKnowledge(folder)).toEqual(knowledge);
});

test('what curators may take for a knowledge file, and is none, is named with what to do', async () => {
  for (const path of ['facts/new.yml', 'facts/Old.YAML', 'facts/notes.yaml.txt']) await put(path, '[]');
  await symlink('nowhere', join(folder, 'facts/lost.yaml'));
  await symlink('self.yaml', join(folder, 'facts/self.yaml'));
  await put('fact/votes.yaml', '[]');
  const wrongEnding = 'is not read, because its name does not end in ".yaml"; rename it';
  expect(await problems()).toEqual([
    'fact/votes.yaml: is not a knowledge file (known names: article.yaml, facts.yaml, gaps.yaml, words.yaml, concepts.yaml, wordings.yaml); rename it or move it out of the folder',
    `facts/Old.YAML: ${wrongEnding}`,
    'facts/lost.yaml: is a link to a file that does not exist; remove it',
    `facts/new.yml: ${wrongEnding}`,
    `facts/notes.yaml.txt: ${wrongEnding}`,
    'facts/self.yaml: is a link to a file that does not exist; remove it',
  ]);
});

test('what is called like a knowledge file, and is no file, is named', async () => {
  const server = createServer().listen(join(folder, 'facts/votes.sock.yaml'));
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  expect(await problems()).toEqual(['facts/votes.sock.yaml: is not a file; remove it']);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is named', async () => {
  await chmod(join(folder, 'facts/votes.yaml'), 0o000);
  expect(await problems()).toEqual(['facts/votes.yaml: cannot be read (EACCES)']);
});

test('a folder that is not there is named', async () => {
  await rm(folder, { recursive: true });
  expect(await problems()).toEqual([
    `${folder}: cannot be read (ENOENT); set KNOWLEDGE_DIR to a folder of knowledge files`,
  ]);
});

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('a: b\n')])],
  ['UTF-16 LE', utf16('a: b\n')],
  ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16('a: b\n').swap16()])],
  ['UTF-16 BE', utf16('a: b\n').swap16()],
  ['Windows-1252 or Latin-1 (at "Caf\ufffd")', latin1('# Caf\xe9 \xe0 la\na: b\n')],
  ['Windows-1252 or Latin-1 (at "guild\ufffds")', latin1('a: the guild\x92s\n')],
  ['Windows-1252 or Latin-1 (at "caf\ufffd")', latin1('a: caf\xe9\n')],
])('a file saved as %s is named with its encoding, and how to save it', async (encoding, bytes) => {
  await put('facts/votes.yaml', bytes);
  const [problem, ...others] = await problems();
  expect(problem).toMatch(/^facts\/votes\.yaml(?::1)?: is /);
  expect(problem).toContain(`${encoding}; save it as UTF-8`);
  expect(others).toEqual([]);
});

test.each([
  ['a: b\nc: é', -1, 'f.yaml:2: ends in the middle of a letter'],
  ['a: b\r\n\r\nc: \0', undefined, 'f.yaml:3: has a zero byte'],
  ['a: Caf\ufffd', undefined, 'f.yaml:1: has "\ufffd"'],
])('a damaged text is told from another encoding: %j cut at %s', (text, end, message) => {
  const { unreadable } = decodeText(Buffer.from(text).subarray(0, end));
  expect(`f.yaml:${unreadable?.line}: ${unreadable?.message}`).toContain(message);
});

test('a text means the same with the line ends of Windows or of old Macs, and with a byte order mark', () => {
  const line = fc.constantFrom(
    '- id: a',
    '  short: "x',
    '    y"',
    '  claim: |',
    '    two',
    '',
    '    lines',
    '# é',
  );
  fc.assert(
    fc.property(
      fc.array(line),
      fc.constantFrom('\r\n', '\r'),
      fc.constantFrom('', '\ufeff'),
      (lines, end, mark) => {
        const read = (text: string) => {
          const { data, unreadable } = readYaml('f.yaml', decodeText(Buffer.from(text)).text);
          return { data, unreadable };
        };
        expect(read(mark + lines.join(end))).toEqual(read(lines.join('\n')));
      },
    ),
  );
});
