// What all programs that `npm run` starts have in common: help, what they refuse, and how they end.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeStory } from '../story-folder.ts';
import { loadProgram, programNames } from './programs.ts';
import { run } from './run.ts';

let root: string;
let broken: string;
let article: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  broken = join(root, 'broken');
  article = join(root, 'article.txt');
  await writeStory(broken);
  const votes = join(broken, 'facts/votes.yaml');
  await writeFile(votes, (await readFile(votes, 'utf8')).replace('\n  claim', '\n\tclaim'));
  // Where nothing was ever committed, no answers can be compared.
  for (const args of [
    ['init', '-q'],
    ['add', 'broken'],
    [
      '-c',
      'user.name=Ann',
      '-c',
      'user.email=ann@example.org',
      '-c',
      'commit.gpgsign=false',
      'commit',
      '-qm',
      'a',
    ],
  ])
    await promisify(execFile)('git', args, { cwd: root });
  await writeFile(article, 'The guild said that nine in ten of them voted on Monday.\n');
});
afterAll(() => rm(root, { recursive: true }));

test('the programs are found', () => {
  expect(programNames).toEqual(
    expect.arrayContaining(['start', 'ask', 'train', 'eval', 'bench', 'bench:answering', 'screenshots']),
  );
});

test.each(programNames)(
  'npm run %s has help, and refuses what it does not know with exit code 2',
  async (name) => {
    const program = await loadProgram(name);
    const help = await run(program, ['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/^[A-Z].*\.\n\nUsage:\n/);
    expect(help.stdout).toContain(name === 'start' ? '  npm start\n' : ` ${name}`);
    expect((await run(program, ['-h'])).stdout).toBe(help.stdout);

    const unknown = await run(program, ['--no-such-option', 'x']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toBe(`Unknown option '--no-such-option'.\n\n${help.stdout}`);
  },
);

/** A stream that nobody reads any more. */
const closedPipe = () =>
  new Writable({
    write: (_chunk, _encoding, done) =>
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' })),
  });

test.each(programNames)('npm run %s ends quietly when nobody reads on', async (name) => {
  const { code, stderr } = await run(await loadProgram(name), ['--help'], { stdout: closedPipe() });
  expect([code, stderr]).toEqual([0, '']);
});

/** Arguments without which a program does not come as far as the knowledge. */
const ARGUMENTS: Readonly<Record<string, () => string[]>> = {
  ask: () => ['how many voted yes'],
  check: () => ['96.3% voted yes'],
  verify: () => [article],
  draft: () => [article, broken],
  'eval-drafts': () => [article],
  'new-fact': () => ['votes', 'some-fact'],
  'diff-answers': () => ['--since', 'HEAD'],
  register: () => ['--dry-run'],
};

/** Programs that need no knowledge, or not that of KNOWLEDGE_DIR. The page of `curate` is for mending a broken folder. */
const NEED_NONE = ['new-knowledge', 'curate', 'schema', 'screenshots', 'faults', 'bench', 'load', 'soak'];

test.each(programNames.filter((name) => !NEED_NONE.includes(name)))(
  'npm run %s names what is wrong with the knowledge, without a stack',
  async (name) => {
    const { code, stdout, stderr } = await run(await loadProgram(name), ARGUMENTS[name]?.() ?? [], {
      env: { ...process.env, KNOWLEDGE_DIR: broken, UNANSWERED_LOG: join(root, 'unanswered.jsonl') },
    });
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/\bfacts\/votes\.yaml:\d+: is indented with a tab; use spaces$/m);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
  },
);

/** What a program writes to a terminal that shows colours. */
async function written(name: string, env: Record<string, string>): Promise<string> {
  const { hasColors, getColorDepth } = WriteStream.prototype;
  const terminal = Object.assign(new PassThrough({ encoding: 'utf8' }), {
    isTTY: true,
    hasColors,
    getColorDepth,
  });
  await run(await loadProgram(name), [], {
    env: { TERM: 'xterm-256color', KNOWLEDGE_DIR: broken, ...env },
    stderr: terminal,
  });
  return terminal.read() as string;
}

test('the log has colours in a terminal, and none where NO_COLOR is set', async () => {
  const colour = '\u001b[3';
  expect(await written('start', {})).toContain(colour);
  expect(await written('start', { NO_COLOR: '1' })).not.toContain(colour);
});
