// The program as an operator runs it: its exit codes, what it says, and what it never says.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLocalDiscord, type LocalDiscord } from '../../src/local/server/index.ts';

const SRC = resolve(import.meta.dirname, '../../src');
const TSX = import.meta.resolve('tsx');
const MINUTE = 60_000;

interface Run {
  child: ChildProcess;
  /** What it wrote so far. */
  output: { stdout: string; stderr: string };
  /** Its exit code, once it ended; null when a signal killed it. */
  code: Promise<number | null>;
}

/** Starts a program in an empty folder, so that no .env is read, with only these variables of ours. */
async function start(program: string, args: string[], env: Record<string, string>): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const child = spawn(process.execPath, ['--import', TSX, join(SRC, program), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (data) => {
      output[stream] += data;
    });
  onTestFinished(() => void child.kill('SIGKILL'));
  const code = once(child, 'close').then(([exit]) => exit as number | null);
  return { child, output, code };
}

async function localDiscord(): Promise<LocalDiscord> {
  const local = await createLocalDiscord();
  onTestFinished(() => local.close());
  return local;
}

const login = ({ token, api }: LocalDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API: api });

/** Starts the bot on a local Discord; returns once it answers. */
async function startBot(local: LocalDiscord, env: Record<string, string> = {}): Promise<Run> {
  const run = await start('cli/start.ts', [], { LOG_LEVEL: 'trace', ...login(local), ...env });
  await expect.poll(() => run.output.stderr, { timeout: 30_000 }).toContain('Invite the bot');
  return run;
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s closes cleanly; the log is JSON lines without the token',
  async (signal) => {
    const local = await localDiscord();
    const { child, output, code } = await startBot(local);
    const { people, places } = local.world;
    const outcome = await local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' });
    expect(outcome.status).toBe('answered');
    child.kill(signal);
    expect(await code).toBe(0);
    expect(local.online).toBe(false);
    const lines = output.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string });
    expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['Connected to Discord', 'Closing']));
    expect(output.stdout).toBe('');
    expect(output.stderr).not.toContain(local.token);
    expect(output.stderr).not.toContain('how many voted yes');
  },
  MINUTE,
);

test(
  'when Discord takes the token back, the program ends with a clear message and exit code 1',
  async () => {
    const local = await localDiscord();
    const { output, code } = await startBot(local);
    local.gateway.close(4004);
    expect(await code).toBe(1);
    expect(output.stderr).toContain('Discord refused the token. Copy the bot');
    expect(output.stderr).not.toContain(local.token);
  },
  MINUTE,
);

test(
  'a token that Discord refuses ends the program with exit code 1, and is not shown',
  async () => {
    const local = await localDiscord();
    const { output, code } = await start('cli/start.ts', [], {
      ...login(local),
      DISCORD_TOKEN: 'local.wrong-token',
    });
    expect(await code).toBe(1);
    expect(output.stderr).toContain('Discord refused the token');
    expect(output.stdout + output.stderr).not.toContain('local.wrong-token');
  },
  MINUTE,
);

test(
  'a malformed configuration is told and ends the program with exit code 1',
  async () => {
    const { output, code } = await start('cli/start.ts', [], {
      DISCORD_TOKEN: 'not-a-token-at-all',
      PORT: 'x',
    });
    expect(await code).toBe(1);
    expect(output.stderr).toContain('- DISCORD_TOKEN is not a bot token.');
    expect(output.stderr).toContain('- PORT must be');
    expect(output.stdout + output.stderr).not.toContain('not-a-token-at-all');
  },
  MINUTE,
);

test(
  'a knowledge folder that is not there is named',
  async () => {
    const { output, code } = await start('cli/start.ts', [], { KNOWLEDGE_DIR: '/no/such/folder' });
    expect(await code).toBe(1);
    expect(output.stderr).toContain('/no/such/folder');
    expect(output.stderr).not.toContain('    at ');
  },
  MINUTE,
);

test(
  'a preview closes cleanly on SIGTERM',
  async () => {
    const { child, output, code } = await start('cli/start.ts', [], { PORT: String(await freePort()) });
    await expect.poll(() => output.stdout, { timeout: 30_000 }).toContain('preview');
    child.kill('SIGTERM');
    expect(await code).toBe(0);
  },
  MINUTE,
);

test(
  'register --dry-run prints the commands as JSON and asks nobody',
  async () => {
    const { output, code } = await start('cli/register.ts', ['--dry-run'], {});
    expect(await code).toBe(0);
    const commands = JSON.parse(output.stdout) as { name: string; contexts: number[] }[];
    expect(commands.find(({ name }) => name === 'ask')?.contexts).toEqual([0, 1, 2]);
  },
  MINUTE,
);

test(
  'register sends the commands of one server, and says when there is nothing to send',
  async () => {
    const local = await localDiscord();
    const env = { ...login(local), DISCORD_GUILD_ID: local.world.places.general.guild?.id ?? '' };
    const first = await start('cli/register.ts', [], env);
    expect(await first.code).toBe(0);
    expect(first.output.stdout).toMatch(/^\d+ commands were sent/);
    expect(local.registered().every(({ guild_id }) => guild_id === env.DISCORD_GUILD_ID)).toBe(true);
    const second = await start('cli/register.ts', [], env);
    expect(await second.code).toBe(0);
    expect(second.output.stdout).toContain('has these commands already');
    expect(local.problems()).toEqual([]);
  },
  MINUTE,
);

test(
  'register without a token says what to do',
  async () => {
    const { output, code } = await start('cli/register.ts', [], {});
    expect(await code).toBe(1);
    expect(output.stderr).toContain('DISCORD_TOKEN is missing');
  },
  MINUTE,
);

async function freePort(): Promise<number> {
  const local = await createLocalDiscord();
  const port = Number(new URL(local.url).port);
  await local.close();
  return port;
}
