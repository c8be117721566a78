// Asking and checking from the command line: one text, or a batch as JSON Lines with nothing else on standard output.
import { expect, test } from 'vitest';
import ask from '../../src/cli/ask.ts';
import check from '../../src/cli/check.ts';
import { desk } from '../story-desk.ts';
import { keepStory } from '../story-folder.ts';
import { run } from './run.ts';

/** What does not depend on the knowledge is tried on the small story, which loads faster. */
const story = keepStory();

const linesOf = (stdout: string) => stdout.split('\n').slice(0, -1);

test('one question is answered with its citation and its as-of line', async () => {
  const { code, stdout } = await run(ask, ['how', 'many', 'voted yes?']);
  expect(code).toBe(0);
  const lines = linesOf(stdout);
  expect(lines[0]).toBe('96.3% voted yes');
  expect(stdout).toMatch(/^Paragraph 3: 96\.3% of the 6,310 writers/m);
  expect(lines.at(-2)).toMatch(/^As of the article's 6:45 p\.m\. update/);
});

test.each([
  ['summarize pls', /^A vote of the guild\n- /],
  ['any quotes from Keyser', /“is either the threat of or the actual practice of a strike\.”/],
  ['who runs this bot', /at desk@example\.org/],
  ['🤔', /^I only read words\./],
])('a question that asks for a command, %s, gets its reply as in Discord', async (question, reply) => {
  const env = { KNOWLEDGE_DIR: story(), OPERATOR_CONTACT: 'desk@example.org' };
  const { code, stdout } = await run(ask, [question], { env });
  expect([code, stdout]).toEqual([0, expect.stringMatching(reply)]);
  expect(stdout).not.toContain(question);
});

test('a batch is answered line by line in order; a malformed line costs itself alone, blank lines nothing', async () => {
  const input = [
    '\ufeff{"id":"a","question":"how many voted yes"}',
    'not json',
    '',
    '{"id":"b"}',
    ' \t\r',
    '{"id":7,"question":"what about demands"}\r',
    '{"id":"c","question":"what hour was it"}',
  ].join('\n');
  const { code, stdout, stderr } = await run(ask, ['--batch'], { input, env: { KNOWLEDGE_DIR: story() } });
  expect([code, stderr]).toEqual([0, '']);
  const results = linesOf(stdout).map((line) => JSON.parse(line));
  expect(results).toHaveLength(5);
  expect(Object.keys(results[0])).toEqual(['id', 'outcome', 'answer', 'facts', 'ms']);
  expect(results[0]).toMatchObject({ id: 'a', outcome: 'found', facts: ['yes-share'] });
  expect(results[0].answer).toMatch(/^96\.3% voted yes\n/);
  expect(results[0].ms).toBeGreaterThan(0);
  for (const malformed of results.slice(1, 3)) expect(Object.keys(malformed)).toEqual(['error']);
  expect(results[3]).toMatchObject({ id: 7, outcome: 'found' });
  expect(results[3].facts.slice(0, 3)).toEqual(['demands', 'raise', 'health']);
  expect(results[4]).toMatchObject({ id: 'c', outcome: 'unknown', facts: [] });
});

test('a batch of claims is checked line by line', async () => {
  const input =
    '{"id":1,"claim":"96.3% voted yes"}\n\n{"id":2,"claim":"Cats like milk."}\n{"id":3,"claim":""}\n';
  const { code, stdout } = await run(check, ['--batch'], { input });
  expect(code).toBe(0);
  const [yes, cats, nothing] = linesOf(stdout).map((line) => JSON.parse(line));
  expect(Object.keys(yes)).toEqual(['id', 'verdict', 'answer', 'facts', 'parts', 'ms']);
  const facts = ['yes-share'];
  const text = '96.3% voted yes';
  expect(yes).toMatchObject({
    id: 1,
    verdict: 'supported',
    facts,
    parts: [{ text, verdict: 'supported', facts }],
  });
  expect(yes.answer).toMatch(/^Yes, the Writers Guild of America says so; the article does not confirm it\n/);
  expect(cats).toMatchObject({ id: 2, verdict: 'not_in_source', facts: [] });
  expect(nothing).toMatchObject({ id: 3, verdict: 'not_in_source', answer: '', facts: [], parts: [] });
});

test('several sentences of a batch line are judged as a whole', async () => {
  const judged: [claim: string, verdict: string, facts: string[]][] = [
    ['Turnout was 67.5%. Only 12% voted yes. Cats like milk.', 'contradicted', ['yes-share']],
    ['96.3% voted yes. Turnout was 67.5%.', 'supported', ['yes-share', 'turnout']],
    ['96.3% voted yes. Cats like milk.', 'not_in_source', []],
  ];
  const input = judged.map(([claim], id) => JSON.stringify({ id, claim })).join('\n');
  const { stdout } = await run(check, ['--batch'], { input });
  const results = linesOf(stdout).map((line) => JSON.parse(line));
  expect(results).toMatchObject(judged.map(([, verdict, facts], id) => ({ id, verdict, facts })));
  for (const [id, [claim]] of judged.entries()) {
    expect(results[id].parts.length).toBeGreaterThanOrEqual(claim.split('. ').length);
    expect(results[id].answer).toContain('Yes, the Writers Guild of America says so');
  }
});

test('--explain prints how a claim is read and judged, and nothing else', async () => {
  const env = { KNOWLEDGE_DIR: story() };
  const { code, stdout } = await run(check, ['--explain', '96.3%', 'voted yes'], { env });
  expect([code, linesOf(stdout)]).toEqual([0, desk.explain('96.3% voted yes')]);
});

test('an empty batch prints nothing', async () => {
  expect(await run(ask, ['--batch'], { env: { KNOWLEDGE_DIR: story() } })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test.each([
  [[], 'Say which question, or --batch.'],
  [['  '], 'Say which question, or --batch.'],
  [['--explain', 'why'], "Unknown option '--explain'."],
  [['--batch', 'why'], 'With --batch the questions come from standard input only.'],
])('%j gets a sentence, the usage and exit code 2', async (args, sentence) => {
  const { code, stdout, stderr } = await run(ask, args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.split('\n')[0]).toBe(sentence);
  expect(stderr).toContain('\nUsage:\n');
});

test('a batch cannot be explained', async () => {
  const { code, stdout, stderr } = await run(check, ['--batch', '--explain']);
  expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', 'Say either --batch or --explain.']);
});

test('knowledge that cannot be read is named, without a stack', async () => {
  const { code, stdout, stderr } = await run(ask, ['why'], { env: { KNOWLEDGE_DIR: '/nowhere' } });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^The knowledge has 1 problem:\n\/nowhere: cannot be read/);
  expect(stderr).not.toMatch(/^ {4}at /m);
});
