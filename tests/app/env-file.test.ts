// .env files: where they are found, what they mean, and that nothing about them fails silently.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnvironment } from '../../src/app/env-file.ts';
import { OperatorError } from '../../src/app/operator-error.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (own = {}, folders = [folder]) => readEnvironment(own, folders);
const write = (text: string | Uint8Array, where = folder) => writeFile(join(where, '.env'), text);

test('without a .env there are the variables of the process, less those that are empty', async () => {
  expect(await read({ PORT: '1', LOG_LEVEL: '', DISCORD_API: ' ', GONE: undefined })).toEqual({
    env: { PORT: '1' },
    warnings: [],
  });
});

test('the process wins over the first .env, and that over the second; what is empty leaves it to the next', async () => {
  const second = join(folder, 'project');
  await mkdir(second);
  await write('PORT=2\nLOG_LEVEL=debug\nUNANSWERED_DAYS=\nDISCORD_API=\n');
  await write('PORT=3\nLOG_LEVEL=info\nUNANSWERED_DAYS=7\n', second);
  const { env, warnings } = await read({ PORT: '1', LOG_LEVEL: '' }, [folder, second, folder]);
  expect(env).toEqual({ PORT: '1', LOG_LEVEL: 'debug', UNANSWERED_DAYS: '7' });
  expect(warnings).toEqual([]);
});

test('a relative path starts from the folder of its .env', async () => {
  await write('KNOWLEDGE_DIR=../other\nUNANSWERED_LOG=unanswered.jsonl\nLOG_LEVEL=info\n');
  expect((await read()).env).toEqual({
    KNOWLEDGE_DIR: join(folder, '../other'),
    UNANSWERED_LOG: join(folder, 'unanswered.jsonl'),
    LOG_LEVEL: 'info',
  });
});

test('a byte order mark and the line ends of Windows change nothing', async () => {
  await write('\ufeffPORT=1\r\n\r\n# a comment\r\nLOG_LEVEL=info\r\n');
  expect(await read()).toEqual({ env: { PORT: '1', LOG_LEVEL: 'info' }, warnings: [] });
});

test.each([
  ['Latin-1', Buffer.from('# Schl\u00fcssel\nPORT=1\n', 'latin1')],
  ['UTF-16, as Windows writes it', Buffer.from('\ufeffPORT=1\r\n', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('PORT=1\n', 'utf16le')],
])('%s is refused with what to do', async (_, bytes) => {
  await write(bytes);
  await expect(read()).rejects.toThrow(OperatorError);
  await expect(read()).rejects.toThrow(/\.env.*UTF-8/);
});

test('a .env that is there but cannot be read is told', async () => {
  await mkdir(join(folder, '.env'));
  await expect(read()).rejects.toThrow(/\.env cannot be read/);
});

test('a line without effect is named by its number, and what stands in it is not shown', async () => {
  await write(
    [
      '# a comment',
      'DISCORD_TOKEN abc.def.secret',
      'PORT=1',
      'export LOG_LEVEL',
      '',
      'MANY="one',
      'two"',
      'PORT=2',
    ].join('\n'),
  );
  const { env, warnings } = await read();
  expect(env).toEqual({ PORT: '2', MANY: 'one\ntwo' });
  expect(warnings.map((warning) => /:(\d+) has no effect/.exec(warning)?.[1])).toEqual(['2', '3', '4']);
  expect(warnings.join()).not.toContain('secret');
});

test.each([
  ['DISCORD_TOKN', 'DISCORD_TOKEN'],
  ['BOT_TOKEN', 'DISCORD_TOKEN'],
  ['discord_token', 'DISCORD_TOKEN'],
  ['KNOWLEDGE_DIRECTORY', 'KNOWLEDGE_DIR'],
  ['UNANSWERED_DAY', 'UNANSWERED_DAYS'],
])('%s is taken for a typing error of %s', async (name, meant) => {
  await write(`${name}=x`);
  expect((await read()).warnings).toEqual([
    `${join(folder, '.env')}: ${name} is not read by this bot. Did you mean ${meant}?`,
  ]);
});

test('variables of other programs may share the file', async () => {
  await write(
    'NODE_ENV=production\nTZ=UTC\nHTTPS_PROXY=http://proxy\nNO_COLOR=1\nCOMPOSE_PROJECT_NAME=desk\n',
  );
  expect((await read()).warnings).toEqual([]);
});

test('whatever stands in a .env, it is read or refused with a sentence, and no value of it is shown', async () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('PORT=1', 'TOKEN: "x', "A='", '#', '=', 'export A=1'));
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
  await fc.assert(
    fc.asyncProperty(text, async (before) => {
      await write(`${before}\nDISCORD_TOKEN secret-value`);
      const told = await read().then(
        ({ warnings }) => warnings.join('\n'),
        (error: unknown) => {
          expect(error).toBeInstanceOf(OperatorError);
          return String(error);
        },
      );
      expect(told).not.toContain('secret-value');
    }),
  );
});
