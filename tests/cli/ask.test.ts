// The command line: one question with its citation, or a batch as JSON Lines, with nothing else on standard output.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

function ask(parameters: string[], input = '', env = {}) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/ask.ts', ...parameters],
    { cwd: ROOT, input, encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { lines: stdout.split('\n').slice(0, -1), stderr, status };
}

test('one question is answered with its citation and its as-of line', () => {
  const { lines, status } = ask(['how many voted yes?']);
  expect(status).toBe(0);
  expect(lines[0]).toBe('96.3% voted yes');
  expect(lines.join('\n')).toMatch(/^Paragraph 3: 96\.3% of the 6,310 writers/m);
  expect(lines.at(-2)).toMatch(/^As of the article's 6:45 p\.m\. update/);
});

test('a batch is answered line by line in order, and a malformed line costs itself alone', () => {
  const { lines, stderr, status } = ask(
    ['--batch'],
    [
      '{"id":"a","question":"how many voted yes"}',
      'not json',
      '{"id":"b"}',
      '',
      '{"id":7,"question":"what is the timeline"}',
      '{"id":"c","question":"what time did the polls close"}',
    ].join('\n'),
  );
  expect(status).toBe(0);
  expect(stderr).toBe('');
  const results = lines.map((line) => JSON.parse(line));
  expect(results).toHaveLength(6);
  expect(results[0]).toMatchObject({ id: 'a', outcome: 'found', facts: ['yes-share'] });
  expect(results[0].answer).toMatch(/^96\.3% voted yes\n/);
  expect(results[0].ms).toBeGreaterThan(0);
  for (const malformed of results.slice(1, 4)) expect(Object.keys(malformed)).toEqual(['error']);
  expect(results[4]).toMatchObject({ id: 7, outcome: 'found' });
  expect(results[4].facts.slice(0, 3)).toEqual(['timeline', 'talks-began', 'left-table-date']);
  expect(results[5]).toMatchObject({ id: 'c', outcome: 'unknown', facts: [] });
});

test('an empty batch prints nothing', () => {
  expect(ask(['--batch'])).toEqual({ lines: [], stderr: '', status: 0 });
});

test.each([[[]], [['--loud', 'why']], [['--batch', 'why']], [['  ']]])(
  '%j gets the usage and exit code 1',
  (parameters) => {
    const { lines, stderr, status } = ask(parameters);
    expect(status).toBe(1);
    expect(lines).toEqual([]);
    expect(stderr).toContain('Usage:');
  },
);

test('knowledge that cannot be read is named, without a stack trace', () => {
  const { lines, stderr, status } = ask(['why'], '', { KNOWLEDGE_DIR: '/nowhere' });
  expect(status).toBe(1);
  expect(lines).toEqual([]);
  expect(stderr).toMatch(/^The knowledge has 1 problem:\n\/nowhere: cannot be read/);
  expect(stderr).not.toMatch(/^ {4}at /m);
});
