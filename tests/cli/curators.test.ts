// The curators' programs on the small story: which answers an edit changed, the skeleton of a fact, and the rest.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { loadKnowledge } from '../../src/app/load-knowledge.ts';
import { MODEL_FILE } from '../../src/app/model-file.ts';
import diffAnswers from '../../src/cli/diff-answers.ts';
import newFact from '../../src/cli/new-fact.ts';
import type { Program } from '../../src/cli/shell.ts';
import unanswered from '../../src/cli/unanswered.ts';
import validate from '../../src/cli/validate.ts';
import verify from '../../src/cli/verify.ts';
import weak from '../../src/cli/weak.ts';
import schema from '../../src/cli/write-schemas.ts';
import { writeStory } from '../story-folder.ts';
import { run } from './run.ts';

const exec = promisify(execFile);

const WHO = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', '-c', 'commit.gpgsign=false'];

let project: string;
let knowledge: string;
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  knowledge = join(project, 'knowledge');
  await writeStory(knowledge);
  await mkdir(join(knowledge, 'wordings'));
  const wording = 'result-hour:\n  asked: [at what hour did they announce it]\n';
  await writeFile(join(knowledge, 'wordings/gaps.yaml'), wording);
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
    [...WHO, 'commit', '-qm', 'knowledge'],
  ])
    await exec('git', args, { cwd: project });
});
afterAll(() => rm(project, { recursive: true }));

const runHere = (program: Program, args: string[], env: Record<string, string> = {}) =>
  run(program, args, { env: { KNOWLEDGE_DIR: knowledge, ...env } });

/** The path and the text of a knowledge file, which gets this text back when the test is over. */
async function borrow(file: string): Promise<[path: string, text: string]> {
  const path = join(knowledge, file);
  const text = await readFile(path, 'utf8');
  onTestFinished(() => writeFile(path, text));
  return [path, text];
}

test('diff-answers shows the answers that an edit changed as they were and as they are, and counts them', async () => {
  const before = await runHere(diffAnswers, ['--since', 'HEAD']);
  expect(before.stdout).toMatch(/^This edit changed 0 answers of [1-9]\d+\.\n$/);

  const [path, text] = await borrow('gaps.yaml');
  await writeFile(path, text.replace("The article doesn't say", '$& at all'));
  const { code, stdout, stderr } = await runHere(diffAnswers, ['--since', 'HEAD']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^reading the knowledge as of HEAD, .*\nasking \d+ questions of both \.\.\.\n$/);
  expect(stdout).toContain('? what hour was it\n');
  expect(stdout).toContain('? at what hour did they announce it\n');
  expect(stdout).toMatch(/ {2}- The article doesn't say at what hour\./);
  expect(stdout).toMatch(/ {2}\+ The article doesn't say at all at what hour\./);
  const changed = Number(/This edit changed (\d+) answers? of/.exec(stdout)?.[1]);
  expect(changed).toBe(stdout.match(/^\? /gm)?.length);
});

test.each([
  ['nothing', [], 2, 'Say what to compare with'],
  ['no value', ['--since'], 2, "Option '--since <value>' argument missing."],
  ['an option of git', ['--since=--remote=x'], 2, 'Say what to compare with'],
  ['no such reference', ['--since', 'nowhere'], 1, 'The knowledge at "nowhere" cannot be read from git'],
])('diff-answers: since %s ends with what to do', async (_, args, exitCode, message) => {
  const { code, stderr } = await runHere(diffAnswers, args);
  expect([code, stderr]).toEqual([exitCode, expect.stringContaining(message)]);
  expect(stderr).not.toContain('    at ');
});

test('diff-answers says so if it is the earlier knowledge that cannot be read', async () => {
  const [path, text] = await borrow('gaps.yaml');
  await writeFile(path, text.replace('- id:', '-\tid:'));
  const git = (...args: string[]) => exec('git', [...WHO, ...args], { cwd: project });
  await git('commit', '-qam', 'broken');
  onTestFinished(async () => void (await git('reset', '-q', '--soft', 'HEAD~1')));
  await writeFile(path, text);
  const { code, stderr } = await runHere(diffAnswers, ['--since', 'HEAD']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^As of HEAD: The knowledge has 1 problem:\ngaps\.yaml:\d+: /m);
});

test('new-fact puts a skeleton at the end of its file, which is refused by name until it is filled in', async () => {
  const [path, text] = await borrow('facts/votes.yaml');
  const { code, stdout } = await runHere(newFact, ['votes', 'my-new-fact']);
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
  const again = await runHere(newFact, ['votes', 'my-new-fact']);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is taken')]);
});

test('several skeletons may be unfinished at once; new-fact names the earlier ones, and refuses their ids', async () => {
  const [path, text] = await borrow('facts/votes.yaml');
  expect((await runHere(newFact, ['votes', 'first-fact'])).stdout).not.toContain('Unfinished');
  const second = await runHere(newFact, ['votes', 'second-fact']);
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(second.stdout).toMatch(/\nUnfinished too: first-fact\n$/);
  expect((await runHere(newFact, ['votes', 'third-fact'])).stdout).toMatch(
    /\nUnfinished too: first-fact, second-fact\n$/,
  );
  const again = await runHere(newFact, ['votes', 'first-fact']);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('"first-fact" is taken')]);
  expect((await readFile(path, 'utf8')).match(/^- id: \w+-fact$/gm)).toHaveLength(3);

  await writeFile(path, `${text}-\tid: x\n`);
  const broken = await runHere(newFact, ['votes', 'fourth-fact']);
  expect([broken.code, broken.stderr]).toEqual([
    1,
    expect.stringMatching(/^The knowledge has 1 problem:\nfacts\/votes\.yaml:\d+: /),
  ]);
});

test('new-fact takes a topic that is not there for a typing error, unless it is said to be new', async () => {
  const files = await readdir(join(knowledge, 'facts'));
  const typo = await runHere(newFact, ['voets', 'my-new-fact']);
  expect(typo.code).toBe(1);
  expect(typo.stderr).toMatch(/^There is no topic "voets"\. There are: .*\bvotes\b.* add --new-topic\.\n$/);
  const old = await runHere(newFact, ['votes', 'my-new-fact', '--new-topic']);
  expect([old.code, old.stderr]).toEqual([1, expect.stringContaining('is there already')]);
  expect(await readdir(join(knowledge, 'facts'))).toEqual(files);

  const path = join(knowledge, 'facts/pensions.yaml');
  onTestFinished(() => rm(path));
  expect(await runHere(newFact, ['pensions', 'my-new-fact', '--new-topic'])).toMatchObject({ code: 0 });
  expect(await readFile(path, 'utf8')).toMatch(/^# yaml-language-server: .*\n\n- id: my-new-fact\n/);
});

test.each([[[]], [['votes']], [['Votes', 'x']], [['votes', '../x']], [['votes', 'x', 'y']]])(
  'new-fact: %j is no topic and id',
  async (args) => {
    const { code, stderr } = await runHere(newFact, args);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Give the topic and the id')]);
  },
);

test('unanswered prints the groups with counts and YAML; without a list it says how to turn it on', async () => {
  const path = join(project, 'unanswered.jsonl');
  const day = new Date().toISOString().slice(0, 10);
  const known = JSON.stringify({ day, question: 'what hour was it' });
  const fresh = JSON.stringify({ day, question: 'pls what pizza', server: 'of some server' });
  await writeFile(path, `\n${known}\n${fresh}\n${known}\n{"day":"20`);
  const { code, stdout } = await runHere(unanswered, [], { UNANSWERED_LOG: path });
  expect(code).toBe(0);
  expect(stdout).toContain(`(last on ${day})`);
  expect(stdout).toContain('  2 x what hour was it');
  expect(stdout).toContain('The knowledge has these wordings already.');
  expect(stdout).toMatch(/ {2}Paste into gaps\.yaml, .*:\n\n(?:.*\n)* {4}- "pls what pizza"/);
  expect(stdout).toContain('3 questions in 2 groups');
  const off = await runHere(unanswered, []);
  expect([off.code, off.stderr]).toEqual([1, expect.stringContaining('UNANSWERED_LOG is not set')]);
});

test('weak says how many questions find their own, and names what the others are taken for', async () => {
  const model = join(knowledge, MODEL_FILE);
  const before = await readFile(model);
  const { code, stdout } = await runHere(weak, []);
  expect(code).toBe(0);
  const [, right, asked] = /^(\d+) of (\d+) questions that were held out find their own/.exec(stdout) ?? [];
  const { facts, gaps } = await loadKnowledge(knowledge);
  const all = [...facts.values(), ...gaps.values()].flatMap(({ questions }) => questions);
  const oneWording = 1;
  expect(Number(asked)).toBe(all.length + oneWording);
  expect(Number(right)).toBeLessThan(Number(asked));
  const [, id = '', other = ''] =
    /^([\w-]+): \d+ of \d+\n {2}\d+ for ([\w-]+), such as ".+"$/m.exec(stdout) ?? [];
  expect(facts.has(id) || gaps.has(id)).toBe(true);
  expect(facts.has(other) || gaps.has(other)).toBe(true);
  expect(await readFile(model)).toEqual(before);
});

test('diff-answers outside a git repository says so, and what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { code, stderr } = await run(diffAnswers, ['--since', 'HEAD'], { env: { KNOWLEDGE_DIR: folder } });
  expect(code).toBe(1);
  expect(stderr).toBe(
    `${folder} is not in a git repository, so there is no earlier state to compare with. Put it under git (git init, git add, git commit) before you edit.\n`,
  );
});

test('validate says that all is well, or every problem with file and line, and whether a training is due', async () => {
  const { code, stdout } = await runHere(validate, []);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^\d+ facts and \d+ gaps?, with \d+ gaps that are the same for every article: no problems/,
  );
  expect(stdout).toContain('Run: npm run train');

  const [path, text] = await borrow('facts/votes.yaml');
  const [first = ''] = /(?<=questions:\n {4}- ).*/.exec(text) ?? [];
  await writeFile(
    path,
    text
      .replace(/^ {2}questions:\n/m, `$&    - ${first}\n`)
      .replace(/^ {2}related:\n/m, '$&    - no-such-fact\n'),
  );
  const broken = await runHere(validate, []);
  expect(broken.code).toBe(1);
  expect(broken.stderr).toMatch(/facts\/votes\.yaml:\d+: .*no-such-fact/);
  expect(broken.stderr).toMatch(/facts\/votes\.yaml:\d+: ".*" appears twice/);
  expect(broken.stderr).not.toContain('    at ');
});

test('validate names what the folder has in place of what is the same for every article', async () => {
  expect((await runHere(validate, [])).stdout).not.toContain('In place of');
  const [path] = await borrow('common/gaps.yaml');
  const gap = (id: string) => `- { id: ${id}, says: Hm., nearest: [], questions: [tell me of ${id}] }\n`;
  await writeFile(path, `${gap('result-hour')}${gap('weather')}`);
  const { code, stdout } = await runHere(validate, []);
  expect(code).toBe(0);
  expect(stdout).toContain('\nIn place of what is the same for every article, it has its own: result-hour\n');
});

test('validate holds the evidence against the text where it is given, and takes nothing else', async () => {
  const path = join(project, 'article.txt');
  await writeFile(path, 'One paragraph.\n');
  const wrong = await runHere(validate, [path]);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringMatching(/^\d+ to mend\n$/)]);
  expect(wrong.stdout).toContain('this is not the edition that was curated');
  const missing = await runHere(validate, [join(project, 'no-such-article.txt')]);
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read (ENOENT)')]);
  expect((await runHere(validate, ['a', 'b'])).code).toBe(2);
});

test('verify says what does not hold, and what it needs', async () => {
  const path = join(project, 'article.txt');
  await writeFile(path, 'One paragraph.\n');
  const wrong = await runHere(verify, [path]);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringMatching(/^\d+ to mend\n$/)]);
  expect(wrong.stdout).toContain('this is not the edition that was curated');
  const missing = await runHere(verify, [join(project, 'no-such-article.txt')]);
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read (ENOENT)')]);
  const none = await runHere(verify, []);
  expect([none.code, none.stderr]).toEqual([
    2,
    expect.stringContaining("Give the path of the article's text"),
  ]);
});

test.each([
  ['UTF-16', Buffer.from('\ufeffOne paragraph.\r\n', 'utf16le')],
  ['Latin-1', Buffer.from('The caf\u00e9 was full.\n', 'latin1')],
])(
  'an article saved as %s is named with what to do, instead of being compared as garbage',
  async (_, bytes) => {
    const path = join(project, 'article.txt');
    await writeFile(path, bytes);
    const { code, stdout, stderr } = await runHere(verify, [path]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^.*article\.txt is .*; save it as UTF-8 .*\n$/);
  },
);

test('schema writes the editor schemas beside the knowledge that it is for', async () => {
  const folder = join(project, 'elsewhere');
  const missing = await run(schema, [], { env: { KNOWLEDGE_DIR: folder } });
  expect([missing.code, missing.stderr]).toEqual([
    1,
    expect.stringContaining(`${folder}: cannot be read (ENOENT); set KNOWLEDGE_DIR to `),
  ]);
  await mkdir(folder);
  const { code, stdout } = await run(schema, [], { env: { KNOWLEDGE_DIR: folder } });
  expect(code).toBe(0);
  const files = await readdir(join(folder, 'schema'));
  expect(files).toContain('facts.json');
  expect(stdout.trim().split('\n').sort()).toEqual(files.map((file) => join(folder, 'schema', file)).sort());
});
