// The shell around every program: options, help, exit codes, .env, a closed pipe, colours, and the progress bar.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import { expect, onTestFinished, test, vi } from 'vitest';
import { OperatorError } from '../../src/app/operator-error.ts';
import { runAsMain, untilAskedToEnd } from '../../src/cli/main.ts';
import { defineProgram, type Program, type Shell, showsColours } from '../../src/cli/shell.ts';
import { run } from './run.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** A program that does one thing. */
const doing = (what: (shell: Shell) => unknown): Program =>
  defineProgram({
    summary: 'Does one thing.',
    usage: ['npm run thing'],
    options: { loud: { type: 'boolean', help: 'be loud' } },
    async run(_, shell) {
      await what(shell);
    },
  });

test.each([
  ['a value that an option does not take', ['--loud=very'], "Option '--loud' does not take an argument."],
  ['an argument that nobody asked for', ['loud'], "Unexpected argument 'loud'."],
])('%s is refused', async (_, args, message) => {
  const { code, stderr } = await run(
    doing(() => {}),
    args,
  );
  expect(code).toBe(2);
  expect(stderr.split('\n')[0]).toBe(message);
});

test('a failure that was foreseen is told in its own words, any other with its stack', async () => {
  const fail = (error: unknown) =>
    run(
      doing(() => {
        throw error;
      }),
      [],
    );
  expect(await fail(new OperatorError('Do this.'))).toEqual({ code: 1, stdout: '', stderr: 'Do this.\n' });
  const system = Object.assign(new Error('EACCES: permission denied'), { syscall: 'open' });
  expect(await fail(system)).toEqual({ code: 1, stdout: '', stderr: 'EACCES: permission denied\n' });
  expect((await fail(new TypeError('A bug'))).stderr).toMatch(/^TypeError: A bug\n {4}at /);
});

test('KNOWLEDGE_DIR and the variables come from .env, and an empty variable counts as unset', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '.env'), 'KNOWLEDGE_DIR=facts\nPORT=8080\nDISCORD_TOKN=x\n');
  let seen: Shell | undefined;
  const program = doing((shell) => {
    seen = shell;
  });
  const { stderr } = await run(program, [], {
    env: { KNOWLEDGE_DIR: '', PORT: ' ', HOME: '/home/ann' },
    envFolders: [folder],
  });
  expect(seen?.knowledge).toBe(join(folder, 'facts'));
  expect(seen?.env).toMatchObject({ PORT: '8080', HOME: '/home/ann' });
  expect(stderr).toMatch(/\.env: DISCORD_TOKN is not read by this bot\. Did you mean DISCORD_TOKEN\?\n$/);

  await run(program, [], { env: { KNOWLEDGE_DIR: ' ' } });
  expect(seen?.knowledge).toBe(join(ROOT, 'knowledge'));
});

/** A stream that fails as the system says. */
const failing = (code: string) =>
  new Writable({
    write: (_chunk, _encoding, done) =>
      done(Object.assign(new Error(`${code}: cannot write`), { code, syscall: 'write' })),
  });

test('a closed pipe ends a program quietly, even one that would go on for ever', async () => {
  const program = doing(({ print }) => {
    print('one line');
    return new Promise(() => {});
  });
  expect(await run(program, [], { stdout: failing('EPIPE') })).toMatchObject({ code: 0, stderr: '' });
});

test('a full disk is a failure, even if only the last line did not fit', async () => {
  const { code, stderr } = await run(
    doing(({ print }) => print('the last line')),
    [],
    { stdout: failing('ENOSPC') },
  );
  expect([code, stderr]).toEqual([1, 'ENOSPC: cannot write\n']);
});

test('a terminal shows a progress bar, which makes room for what is printed and is gone at the end', async () => {
  const work = doing(({ print, progress }) => {
    progress(0, 4, 'the first of several pieces of work');
    progress(1, 4, 'the second');
    print('a result');
    progress(4, 4, 'the end');
  });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 40 });
  const screen = new PassThrough({ encoding: 'utf8' });
  stderr.pipe(screen);
  expect((await run(work, [], { stderr })).stdout).toBe('a result\n');
  const drawn = (screen.read() as string).split('\u001b[1G\u001b[2K');
  expect(drawn).toEqual([
    `[${'-'.repeat(24)}]  0%  the fir`,
    `[${'#'.repeat(6)}${'-'.repeat(18)}] 25%  the sec`,
    '',
  ]);
});

test('a pipe gets a line for each piece of work, so that a long one does not look like none at all', async () => {
  const work = doing(({ progress }) => {
    for (const done of [0, 1, 2, 3]) progress(done, 4, done < 2 ? 'reading' : 'asking');
    progress(4, 4, 'the end');
  });
  expect((await run(work, [])).stderr).toBe('reading ...\nasking ...\n');
});

test('a program that is started from another folder looks for a .env there, then beside package.json', async () => {
  const { argv } = process;
  onTestFinished(() => {
    process.argv = argv;
    vi.restoreAllMocks();
  });
  process.argv = ['node', import.meta.filename, 'an argument'];
  vi.spyOn(process, 'cwd').mockReturnValue('/elsewhere');
  const exit = new Promise((resolve) => vi.spyOn(process, 'exit').mockImplementation(resolve as never));
  const program = vi.fn<Program>(async () => 7);
  await runAsMain(import.meta.filename, program);
  expect(program).toHaveBeenCalledWith(
    ['an argument'],
    expect.objectContaining({ envFolders: ['/elsewhere', ROOT] }),
  );
  expect(await exit).toBe(7);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s asks the program to end, once', async (signal) => {
  const before = process.listenerCount(signal);
  const asked = untilAskedToEnd();
  expect(process.listenerCount(signal)).toBe(before + 1);
  process.emit(signal);
  await asked;
  expect(['SIGINT', 'SIGTERM'].map((each) => process.listenerCount(each))).toEqual([before, before]);
});

test('colours are for terminals, and NO_COLOR turns them off', () => {
  const terminal = Object.assign(new PassThrough(), { hasColors: WriteStream.prototype.hasColors });
  Object.assign(terminal, { getColorDepth: WriteStream.prototype.getColorDepth });
  const env = { TERM: 'xterm-256color' };
  expect(showsColours(terminal, env)).toBe(true);
  expect(showsColours(terminal, { ...env, NO_COLOR: '1' })).toBe(false);
  expect(showsColours(new PassThrough(), env)).toBe(false);
});
