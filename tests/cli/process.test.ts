// Real processes: the scripts of package.json start, signals end them, and a closed pipe and exit codes arrive.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLocalDiscord } from '../../src/local/server/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Started {
  child: ChildProcessWithoutNullStreams;
  /** What it has written to standard error so far. */
  output: { stderr: string };
  code: Promise<number | null>;
}

/** Starts a program; what is set here wins over a .env of whoever runs the tests. */
function start(program: string, args: string[], env: Record<string, string> = {}): Started {
  const child = spawn(program, args, { cwd: ROOT, env: { PATH: process.env.PATH, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const code = once(child, 'close').then(([exit]) => exit as number | null);
  const output = { stderr: '' };
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  return { child, output, code };
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the bot as it should', async (signal) => {
  const local = await createLocalDiscord();
  onTestFinished(() => local.close());
  const env = { DISCORD_TOKEN: local.token, DISCORD_API: local.api, LOG_LEVEL: 'info' };
  const { child, code, output } = start(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), 'src/cli/start.ts'],
    env,
  );
  child.stdout.resume();
  await expect.poll(() => output.stderr).toContain('Invite the bot');
  // An answer shows that nothing of the start is left to do.
  const { people, places } = local.world;
  await local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' });
  child.kill(signal);
  expect(await code).toBe(0);
  expect(output.stderr).toContain('"Closing"');
  expect(local.online).toBe(false);
});

test('a batch whose reader has seen enough ends quietly', async () => {
  const { child, code, output } = start('npm', ['run', '--silent', 'check', '--', '--batch']);
  child.stdin.on('error', () => {});
  const feed = setInterval(() => child.stdin.write('{"id":1,"claim":"96.3% voted yes"}\n'), 10);
  onTestFinished(() => clearInterval(feed));
  const [first] = await once(child.stdout, 'data');
  expect(JSON.parse(String(first).split('\n')[0] ?? '')).toMatchObject({ id: 1, verdict: 'supported' });
  child.stdout.destroy();
  expect([await code, output.stderr]).toEqual([0, '']);
});

test('a command line that is not understood ends npm with exit code 2', async () => {
  const { child, code, output } = start('npm', ['run', '--silent', 'ask', '--', '--loud']);
  child.stdout.resume();
  expect([await code, output.stderr]).toEqual([2, expect.stringMatching(/^Unknown option '--loud'\.\n/)]);
});
