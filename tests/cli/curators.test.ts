// The curators' programs: which answers an edit changed, the skeleton of a fact, and what was asked in vain.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KNOWLEDGE, loadKnowledge } from '../../src/app/load-knowledge.ts';

const SRC = resolve(import.meta.dirname, '../../src');
const TSX = import.meta.resolve('tsx');
const MINUTE = 60_000;
const exec = promisify(execFile);

let project: string;
let knowledge: string;
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  knowledge = join(project, 'knowledge');
  // Without most of the wordings: every one of them is asked twice.
  const filter = (path: string) => !/wordings\/(?!votes)/.test(path.slice(KNOWLEDGE.length));
  await cp(KNOWLEDGE, knowledge, { recursive: true, filter });
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', '-c', 'commit.gpgsign=false'];
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
    [...who, 'commit', '-qm', 'knowledge'],
  ])
    await exec('git', args, { cwd: project });
}, MINUTE);
afterAll(() => rm(project, { recursive: true }));

/** Runs a program with these variables alone; a failure comes back with its code. */
async function run(program: string, args: string[], env: Record<string, string> = {}) {
  const options = { cwd: project, env: { PATH: process.env.PATH, KNOWLEDGE_DIR: knowledge, ...env } };
  try {
    const { stdout } = await exec(process.execPath, ['--import', TSX, join(SRC, program), ...args], options);
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test(
  'answers: the answers that an edit changed are shown as they were and as they are, and counted',
  async () => {
    const before = await run('cli/diff-answers.ts', ['--since', 'HEAD']);
    expect(before.stdout).toMatch(/^This edit changed 0 answers of \d{3,}\.\n$/);

    const path = join(knowledge, 'gaps.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text.replace(/^ {2}says: The article doesn't say how many members took part/m, '$& at all'),
    );
    const { code, stdout } = await run('cli/diff-answers.ts', ['--since', 'HEAD']);
    await writeFile(path, text);
    expect(code).toBe(0);
    expect(stdout).toContain('? what was the turnout in 2007\n');
    expect(stdout).toMatch(/ {2}- The article doesn't say how many members took part in/);
    expect(stdout).toMatch(/ {2}\+ The article doesn't say how many members took part at all in/);
    const changed = Number(/This edit changed (\d+) answers? of/.exec(stdout)?.[1]);
    expect(changed).toBe(stdout.match(/^\? /gm)?.length);
  },
  2 * MINUTE,
);

test.each([
  ['nothing', [], 'Say since when'],
  ['an option of git', ['--since', '--remote=x'], 'Say since when'],
  [
    'no such reference',
    ['--since', 'no-such-branch'],
    'The knowledge at "no-such-branch" cannot be read from git',
  ],
])(
  'answers: since %s ends with code 1 and what to do',
  async (_, args, message) => {
    const { code, stderr } = await run('cli/diff-answers.ts', args);
    expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(stderr).not.toContain('    at ');
  },
  MINUTE,
);

test(
  'new-fact: the skeleton stands at the end of its file, and is refused by name until it is filled in',
  async () => {
    const path = join(knowledge, 'facts/votes.yaml');
    const text = await readFile(path, 'utf8');
    const { code, stdout } = await run('cli/new-fact.ts', ['votes', 'my-new-fact']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Fill in "my-new-fact"')]);
    const written = await readFile(path, 'utf8');
    expect(written.startsWith(text)).toBe(true);
    await expect(loadKnowledge(knowledge)).rejects.toThrow(/facts\/votes\.yaml:\d+: .*"short"/);
    const filled = written
      .replace('short: ""', 'short: Something new')
      .replace('claim: ""', 'claim: Something new was said.')
      .replace('excerpt: ""', 'excerpt: something new')
      .replace('unit: ""', 'unit: members')
      .replace('- ""\n    - ""', '- what is new\n    - what else is new')
      .replace('related: []', 'related: [yes-share]');
    await writeFile(path, filled);
    expect((await loadKnowledge(knowledge)).facts.get('my-new-fact')?.short).toBe('Something new');
    const again = await run('cli/new-fact.ts', ['votes', 'my-new-fact']);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is taken')]);
    await writeFile(path, text);
  },
  MINUTE,
);

test(
  'unanswered: the groups are printed with counts and YAML; without a list it says how to turn it on',
  async () => {
    const path = join(project, 'unanswered.jsonl');
    const day = new Date().toISOString().slice(0, 10);
    const line = JSON.stringify({ day, question: 'what was the turnout in 2007' });
    await writeFile(path, `\n${line}\n${line}\n{"day":"20`);
    const { code, stdout } = await run('cli/unanswered.ts', [], { UNANSWERED_LOG: path });
    expect(code).toBe(0);
    expect(stdout).toContain(`2 x the gap turnout-2007, last on ${day}`);
    expect(stdout).toContain('  2 x what was the turnout in 2007');
    expect(stdout).toContain('    - "what was the turnout in 2007"');
    const off = await run('cli/unanswered.ts', []);
    expect([off.code, off.stderr]).toEqual([1, expect.stringContaining('UNANSWERED_LOG is not set')]);
  },
  MINUTE,
);
