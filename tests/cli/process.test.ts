// Real processes: the scripts of package.json start, a signal ends them, and a closed pipe and exit codes arrive. They wait
// more than they work, so they run at the same time.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { createLocalDiscord } from '../../src/local/server/index.ts';
import { keepStory } from '../story-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Started {
  child: ChildProcessWithoutNullStreams;
  /** What it has written to standard error so far. */
  output: { stderr: string };
  code: Promise<number | null>;
}

/** Starts a program until the test is over; what is set here wins over a .env of whoever runs the tests. */
function start(
  { onTestFinished }: TestContext,
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Started {
  const child = spawn(program, args, { cwd: ROOT, env: { PATH: process.env.PATH, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const code = once(child, 'close').then(([exit]) => exit as number | null);
  const output = { stderr: '' };
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  return { child, output, code };
}

/** What needs a knowledge starts on the small story, which loads faster. */
const story = keepStory();

describe.concurrent('a process of its own', () => {
  test('SIGTERM ends the bot as it should', async (context) => {
    const local = await createLocalDiscord();
    context.onTestFinished(() => local.close());
    const env = {
      KNOWLEDGE_DIR: story(),
      DISCORD_TOKEN: local.token,
      DISCORD_API: local.api,
      LOG_LEVEL: 'info',
    };
    const { child, code, output } = start(
      context,
      process.execPath,
      ['--import', import.meta.resolve('tsx'), 'src/cli/start.ts'],
      env,
    );
    child.stdout.resume();
    await expect.poll(() => output.stderr).toContain('Invite the bot');
    // An answer shows that nothing of the start is left to do.
    const { people, places } = local.world;
    await local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' });
    child.kill('SIGTERM');
    expect(await code).toBe(0);
    expect(output.stderr).toContain('"Closing"');
    expect(local.online).toBe(false);
  });

  test('a batch whose reader has seen enough ends quietly', async (context) => {
    const { child, code, output } = start(context, 'npm', ['run', '--silent', 'ask', '--', '--batch'], {
      KNOWLEDGE_DIR: story(),
    });
    child.stdin.on('error', () => {});
    const feed = setInterval(() => child.stdin.write('{"id":1,"question":"how many voted yes"}\n'), 10);
    context.onTestFinished(() => clearInterval(feed));
    const [first] = await once(child.stdout, 'data');
    expect(JSON.parse(String(first).split('\n')[0] ?? '')).toMatchObject({ id: 1, facts: ['yes-share'] });
    child.stdout.destroy();
    expect([await code, output.stderr]).toEqual([0, '']);
  });

  test('a command line that is not understood ends npm with exit code 2', async (context) => {
    const { child, code, output } = start(context, 'npm', ['run', '--silent', 'schema', '--', '--loud']);
    child.stdout.resume();
    expect([await code, output.stderr]).toEqual([2, expect.stringMatching(/^Unknown option '--loud'\.\n/)]);
  });
});
