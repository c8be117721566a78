// The key by which entries of the unanswered list stand for their server without naming it.
import { createHmac, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Store } from '../store/index.ts';
import { OperatorError } from './operator-error.ts';

/** Number of bytes in the key, as in a SHA-256 (RFC 2104, section 3). */
const KEY_BYTES = 32;

/** Number of characters in the pseudonym of a server, of 6 bits each: enough that no two servers share one. */
const PSEUDONYM_LENGTH = 16;

/** Turns the id of a server into its pseudonym. It is always the same, and cannot be reversed without the key. */
export type Pseudonym = (serverId: string) => string;

/**
 * Opens the key in a file, or creates it.
 *
 * @throws {OperatorError} if the file contains no key
 * @throws what the file system throws if it cannot be read or written
 */
export async function openServerKey(path: string): Promise<Pseudonym> {
  const text = await readOrMake(path);
  if (!new RegExp(`^[0-9a-f]{${2 * KEY_BYTES}}$`).test(text))
    throw new OperatorError(
      `${path} is not the key that the bot made. Restore it from a backup; or delete it, and moderators no longer see earlier entries.`,
    );
  return pseudonymsBy(Buffer.from(text, 'hex'));
}

/** A key that does not outlive the process. */
export const temporaryServerKey = (): Pseudonym => pseudonymsBy(randomBytes(KEY_BYTES));

/**
 * The key that all copies of a bot share: the one in the store, or a new one.
 *
 * @throws what the store throws
 */
export async function openSharedServerKey(store: Pick<Store, 'claim' | 'set'>): Promise<Pseudonym> {
  const fresh = randomBytes(KEY_BYTES).toString('hex');
  const key = (await store.claim(SHARED_KEY, fresh, SHARED_LIFETIME)) ?? fresh;
  await store.set(SHARED_KEY, key, SHARED_LIFETIME);
  return pseudonymsBy(Buffer.from(key, 'hex'));
}

/**
 * The place of the shared key in the store, and its lifetime in milliseconds, counted from the last start: ten years.
 */
const SHARED_KEY = 'server key';
const SHARED_LIFETIME = 3_650 * 86_400_000;

async function readOrMake(path: string): Promise<string> {
  const fresh = randomBytes(KEY_BYTES).toString('hex');
  try {
    await writeFile(path, fresh, { flag: 'wx', mode: 0o600, flush: true });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(path, 'utf8')).trim();
  }
}

const pseudonymsBy =
  (key: Buffer): Pseudonym =>
  (serverId) =>
    createHmac('sha256', key).update(serverId).digest('base64url').slice(0, PSEUDONYM_LENGTH);
