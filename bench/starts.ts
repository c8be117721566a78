// How long the bot takes to start as an operator starts it, and the memory it then keeps.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createLocalDiscord } from '../src/local/server/index.ts';
import { within } from './rounds.ts';

const ROOT = join(import.meta.dirname, '..');
/** Milliseconds for which a started bot is left alone before its memory is read. */
const IDLE = 3_000;
/** Milliseconds after which V8 has collected the garbage of a start, which it does when nothing happens for a while. */
export const SETTLED = 60_000;
const LIMIT = 30;

/** The arguments that `npm start` gives to Node. */
const { start } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as { start: string };
export const START_ARGUMENTS = start.split(' ').slice(1);

/**
 * Starts the bot on a local Discord.
 *
 * @param idle milliseconds for which it is then left alone
 * @returns the milliseconds until the local Discord sees it, and its memory in MB when idle
 */
export async function startBot(idle = IDLE): Promise<{ ready: number; memory: number }> {
  return started(process.execPath, START_ARGUMENTS, async ({ pid }) => {
    await wait(idle);
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  });
}

/** Starts the bot through npm. @returns the milliseconds until the local Discord sees it */
export const startWithNpm = async (): Promise<number> =>
  (await started('npm', ['start'], async () => Number.NaN)).ready;

/** Writes the bundle, as `npm ci` does. */
export async function writeBundle(): Promise<void> {
  const child = spawn('npm', ['run', '--silent', 'prepare'], { cwd: ROOT, stdio: 'inherit' });
  await within(LIMIT, 'writing the bundle', once(child, 'exit'));
}

/**
 * Starts Node with the same options and nothing to run.
 *
 * @returns the milliseconds that this takes
 */
export async function startEmpty(): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, [...START_ARGUMENTS.slice(0, -1), '-e', '0'], { cwd: ROOT });
  await within(LIMIT, 'an empty program', once(child, 'exit'));
  return performance.now() - begin;
}

async function started(
  program: string,
  args: readonly string[],
  look: (child: ChildProcess) => Promise<number>,
): Promise<{ ready: number; memory: number }> {
  const local = await createLocalDiscord();
  const { token, api } = local;
  const begin = performance.now();
  // In a group of its own, since npm does not pass a signal on to what it started.
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, DISCORD_TOKEN: token, DISCORD_API: api, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'exit');
  try {
    const early = ended.then(([code]) =>
      Promise.reject(new Error(`The bot ended with ${code} at the start`)),
    );
    await within(LIMIT, 'the start of the bot', Promise.race([local.ready(), early]));
    const ready = performance.now() - begin;
    return { ready, memory: await look(child) };
  } finally {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
    await local.close();
  }
}
