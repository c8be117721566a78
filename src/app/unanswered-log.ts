// The list of unanswered questions on disk, as JSON lines. Entries that are too old or too many are dropped, oldest first.
import { appendFile, open, readFile, realpath, stat } from 'node:fs/promises';
import type { Listing, UnansweredLog, UnansweredQuestion } from '../bot/index.ts';
import type { Log } from '../discord/index.ts';
import { lockFile } from './file-lock.ts';
import { OperatorError } from './operator-error.ts';
import { replaceFile } from './replace-file.ts';
import { openServerKey, temporaryServerKey } from './server-key.ts';
import { type Bounds, createUnansweredLog, DAY, dayOf, UnansweredEntry } from './unanswered-entries.ts';
import { createQueue } from './work-queue.ts';

/** The file may grow to this many times the allowed number of entries, so that it is not rewritten for each one. */
const SLACK = 1.1;

export interface UnansweredFile extends Bounds {
  path: string;
}

/** Why a second process may not use the list, and what to do. */
const ONE_PROCESS =
  "Two would lose each other's entries. End that process, or give this one a file of its own";

/**
 * Opens the list for a running bot; no other process can use it meanwhile. Entries that are too old or too many are
 * dropped now, once a day, and when the file has a tenth more than allowed. A link is followed. Only the owner can
 * read a new file.
 *
 * @throws {OperatorError} if the file cannot be written, is not a regular file or is in use, or if the key beside it
 *   is damaged
 */
export async function openUnanswered(
  { path, days, most }: UnansweredFile,
  log: Log,
  now: () => number = Date.now,
): Promise<UnansweredLog & { close(): Promise<void> }> {
  const inTurn = createQueue();
  const file = await openFile(path);
  const unlock = await lockFile(file, ONE_PROCESS).catch((error: unknown) => {
    if (error instanceof OperatorError) throw error;
    log.warn(
      { err: error },
      'UNANSWERED_LOG cannot be locked: no file can be made beside it. Let no other process use it',
    );
    return async () => {};
  });
  const read = () => readUnanswered({ path: file, days, most }, log, now);
  let count = 0;
  const drop = async () => {
    const entries = await read();
    const lines = toLines(entries);
    if (lines !== (await readFile(file, 'utf8'))) await replaceFile(file, lines);
    count = entries.length;
  };
  const failed = (err: unknown): Listing => {
    log.warn({ err }, 'The list of unanswered questions (UNANSWERED_LOG) could not be written');
    return 'not written';
  };

  const pseudonym = await openServerKey(`${file}.key`).catch(async (error: unknown) => {
    if (error instanceof OperatorError) {
      await unlock();
      throw error;
    }
    log.warn(
      { err: error },
      'No key can be kept beside UNANSWERED_LOG: until the next start only, moderators see what was asked in their server',
    );
    return temporaryServerKey();
  });
  await inTurn(drop).catch(failed);
  const daily = setInterval(() => void inTurn(drop).catch(failed), DAY).unref();

  const list = createUnansweredLog({
    days,
    pseudonym,
    keep: (entry) =>
      inTurn(async (): Promise<Listing> => {
        await appendFile(file, toLines([entry]));
        count += 1;
        if (count > most * SLACK) await drop().catch(failed);
        return 'listed';
      }).catch(failed),
    read: () => inTurn(read),
    now,
  });
  return {
    ...list,
    async close() {
      clearInterval(daily);
      await inTurn(unlock);
    },
  };
}

/**
 * Makes sure that the list can be written.
 *
 * @returns its path with all links followed
 * @throws {OperatorError} that says why it cannot
 */
async function openFile(path: string): Promise<string> {
  try {
    await requireFile(path);
    // Creates the file if it is missing, even behind a link.
    await appendFile(path, '', { mode: 0o600 });
    return await realpath(path);
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    throw new OperatorError(
      `UNANSWERED_LOG: ${path} cannot be written. Name a file in a folder that exists and may be written to, or leave it empty to keep nothing.`,
      { cause },
    );
  }
}

/**
 * Checks the file at a path, or behind a link.
 *
 * @throws {OperatorError} if it exists and is not a regular file
 */
async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(passMissing);
  if (found && !found.isFile())
    throw new OperatorError(
      `UNANSWERED_LOG: ${path} is not a regular file but ${found.isDirectory() ? 'a folder' : 'a device, a pipe or a socket'}. Name a file, which may be a new one, or leave it empty to keep nothing.`,
    );
}

function passMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/**
 * The entries of the list that are kept, oldest first. An incomplete line is skipped with a warning.
 *
 * @throws {OperatorError} if it is not a regular file
 * @throws what the file system throws
 */
export async function readUnanswered(
  { path, days, most }: UnansweredFile,
  log: Pick<Log, 'warn'>,
  now: () => number = Date.now,
): Promise<UnansweredQuestion[]> {
  await requireFile(path);
  const oldest = dayOf(now() - days * DAY);
  const entries: UnansweredQuestion[] = [];
  let number = 0;
  // Line by line, so that a long list does not hold up everything else.
  for await (const line of linesOf(path)) {
    number += 1;
    if (!line.trim()) continue;
    const entry = parseLine(line);
    if (!entry) log.warn({ line: number }, 'A torn line of UNANSWERED_LOG was skipped');
    else if (entry.day >= oldest) entries.push(entry);
  }
  return entries.slice(-most);
}

/** The lines of a file; none if it does not exist. */
async function* linesOf(path: string): AsyncIterable<string> {
  const file = await open(path).catch(passMissing);
  if (file) yield* file.readLines();
}

function parseLine(line: string): UnansweredQuestion | undefined {
  try {
    return UnansweredEntry.safeParse(JSON.parse(line)).data as UnansweredQuestion | undefined;
  } catch {
    return undefined;
  }
}

/** Entries as lines. The line break comes first, so that a line cut off by a crash or a full disk stays by itself. */
const toLines = (entries: readonly UnansweredQuestion[]) =>
  entries.map((entry) => `\n${JSON.stringify(entry)}`).join('');
