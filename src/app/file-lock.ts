// Keeps a second process from using a file, with a lock file beside it that does not outlive its holder.
import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { OperatorError } from './operator-error.ts';

/** Milliseconds between two signs of life. Each updates the modification time of the lock file. */
const SIGN_OF_LIFE = 20_000;

/** Milliseconds without a sign of life after which the holder counts as gone, on whatever machine it was. */
const SILENCE = 3 * SIGN_OF_LIFE;

/**
 * Milliseconds within which two processes that both found an abandoned lock have written theirs. The last one to
 * write holds it.
 */
const TAKEOVER = 100;

const Holder = z.object({ pid: z.int(), host: z.string(), since: z.string() });
type Holder = z.infer<typeof Holder>;

/** The lock files that this process holds. */
const held = new Set<string>();

/**
 * Locks a file or folder for this process. A lock whose holder is gone, for example after a crash, is taken over.
 *
 * @param advice what two processes would do to it, and what to do instead, without the final full stop
 * @returns a function that unlocks it
 * @throws {OperatorError} that names the process holding it
 * @throws what the file system throws
 */
export async function lockFile(path: string, advice: string): Promise<() => Promise<void>> {
  const lock = `${path}.lock`;
  const own = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    id: randomUUID(),
  });
  const take = () => writeFile(lock, own, { flag: 'wx', mode: 0o600 });
  try {
    await take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = await holderOf(lock);
    if (holder) throw inUse(path, lock, advice, holder);
    await rm(lock, { force: true });
    await take().catch(() => {});
    await sleep(TAKEOVER);
    if ((await readFile(lock, 'utf8').catch(() => '')) !== own)
      throw inUse(path, lock, advice, await holderOf(lock));
  }
  held.add(lock);
  const alive = setInterval(() => {
    const now = new Date();
    // A lock that somebody deleted cannot be kept alive. Only the next process depends on it.
    utimes(lock, now, now).catch(() => {});
  }, SIGN_OF_LIFE).unref();
  return async () => {
    clearInterval(alive);
    held.delete(lock);
    await rm(lock, { force: true });
  };
}

const inUse = (path: string, lock: string, advice: string, holder: Holder | undefined) =>
  new OperatorError(
    `${path} is in use by another process${holder ? ` (${holder.pid} on ${holder.host}, since ${holder.since})` : ''}. ${advice}; if it is gone, wait a minute or delete ${lock}.`,
  );

/** The holder of a lock; undefined if that process or the lock is gone. */
async function holderOf(lock: string): Promise<Holder | undefined> {
  let text: string;
  try {
    if (Date.now() - (await stat(lock)).mtimeMs > SILENCE) return undefined;
    text = await readFile(lock, 'utf8');
  } catch {
    return undefined;
  }
  const { data: holder } = Holder.safeParse(parse(text));
  // A crash interrupted the writing, or the file is just being written.
  if (!holder) return undefined;
  return holder.host === hostname() && !isAlive(holder.pid, lock) ? undefined : holder;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number, lock: string): boolean {
  // In a container, a process may have the number of the one that crashed there before.
  if (pid === process.pid) return held.has(lock);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
