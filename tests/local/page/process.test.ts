// `npm start` without a token, as a newcomer runs it: the page by default, the prompt when asked for.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../../../src/cli/start.ts');
const TSX = import.meta.resolve('tsx');
const MINUTE = 60_000;

/** Starts the program where no .env is read; only what went wrong is logged. */
function start(args: string[], env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, ['--import', TSX, MAIN, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...env },
  });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]?.on('data', (data) => {
      output[stream] += data;
    });
  onTestFinished(() => void child.kill('SIGKILL'));
  const code = once(child, 'close').then(([exit]) => exit as number | null);
  return { child, output, code };
}

/** A port that something else listens on until the test ends. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test(
  'one address is printed, the page is there, on the next free port if the wanted one is taken; SIGTERM ends it',
  async () => {
    const taken = await takenPort();
    const { child, output, code } = start([], { PORT: String(taken) });
    await expect.poll(() => output.stdout, { timeout: 30_000 }).toContain('\n');
    const addresses = output.stdout.match(/http:\S+/g) ?? [];
    expect(addresses).toHaveLength(1);
    const url = new URL(addresses[0] ?? '');
    expect(url.hostname).toBe('127.0.0.1');
    expect(Number(url.port)).toBeGreaterThan(taken);
    expect(await (await fetch(url)).text()).toContain('<title>Picket Desk preview</title>');
    child.kill('SIGTERM');
    expect(await code).toBe(0);
    expect(output.stderr).toBe('');
  },
  MINUTE,
);

test(
  'with --terminal a prompt answers, and no page is opened',
  async () => {
    const { child, output, code } = start(['--terminal']);
    await expect.poll(() => output.stdout, { timeout: 30_000 }).toContain('Try:');
    expect(output.stdout).not.toContain('http:');
    child.stdin?.write('/ask how many voted yes\n');
    await expect.poll(() => output.stdout, { timeout: 30_000 }).toContain('96.3% voted yes');
    child.stdin?.end('quit\n');
    expect(await code).toBe(0);
    expect(output.stderr).toBe('');
  },
  MINUTE,
);

test(
  'an argument that is not known is told of',
  async () => {
    const { output, code } = start(['--browser']);
    expect(await code).toBe(1);
    expect(output.stderr).toContain('npm start -- --terminal');
    expect(output.stderr).not.toContain('    at ');
  },
  MINUTE,
);
