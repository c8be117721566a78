// The list of unanswered questions on disk: JSON lines of a question and a day. Old ones are dropped.
import { appendFile, readFile, realpath, stat } from 'node:fs/promises';
import { z } from 'zod';
import { deidentify, type UnansweredLog, type UnansweredQuestion } from '../bot/index.ts';
import type { Log } from '../discord/index.ts';
import { lockFile } from './file-lock.ts';
import { OperatorError } from './operator-error.ts';
import { replaceFile } from './replace-file.ts';

const Entry = z.strictObject({ day: z.iso.date(), question: z.string().min(1) });

const DAY = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

export interface UnansweredFile {
  path: string;
  /** Entries older than this number of days are dropped. */
  days: number;
}

/**
 * Opens the list for a running bot, which no other process can use meanwhile. Entries that are too old are dropped now
 * and once a day. A link is followed; a new file is for its owner alone.
 * @throws {OperatorError} when the file cannot be written, is no ordinary file, or is in use
 */
export async function openUnanswered(
  { path, days }: UnansweredFile,
  log: Log,
  now: () => number = Date.now,
): Promise<UnansweredLog & { close(): Promise<void> }> {
  // One piece of work at a time, so that no line is lost between reading the file and writing it.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => {});
    return done;
  };
  const file = await openFile(path);
  const unlock = await lockFile(file).catch((error: unknown) => {
    if (error instanceof OperatorError) throw error;
    log.warn(
      { err: error },
      'UNANSWERED_LOG cannot be locked: no file can be made beside it. Let no other process use it',
    );
    return async () => {};
  });
  const read = () => readUnanswered({ path: file, days }, log, now);
  const failed = (err: unknown) =>
    log.warn({ err }, 'The list of unanswered questions (UNANSWERED_LOG) could not be written');
  const dropOld = () =>
    inTurn(async () => {
      const lines = toLines(await read());
      if (lines !== (await readFile(file, 'utf8'))) await replaceFile(file, lines);
    }).catch(failed);

  await dropOld();
  const daily = setInterval(() => void dropOld(), DAY).unref();

  return {
    days,
    async add(question) {
      const plain = deidentify(question);
      if (!plain) return false;
      const entry: UnansweredQuestion = { day: dayOf(now()), question: plain };
      return inTurn(() => appendFile(file, toLines([entry]))).then(
        () => true,
        (error: unknown) => {
          failed(error);
          return false;
        },
      );
    },
    entries: () => inTurn(read),
    async close() {
      clearInterval(daily);
      await queue;
      await unlock();
    },
  };
}

/**
 * Makes sure that the list can be written.
 * @returns its path behind all links
 * @throws {OperatorError} that says why it cannot
 */
async function openFile(path: string): Promise<string> {
  try {
    await requireFile(path);
    // Creates it, behind a link too, where it is missing.
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

/** @throws {OperatorError} if there is something at a path, or behind a link, that is no ordinary file */
async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(passMissing);
  if (found && !found.isFile())
    throw new OperatorError(
      `UNANSWERED_LOG: ${path} is no ordinary file but ${found.isDirectory() ? 'a folder' : 'a device, a pipe or a socket'}. Name a file, which may be a new one, or leave it empty to keep nothing.`,
    );
}

function passMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/**
 * The entries of the list that are not too old, oldest first. A torn line is skipped with a warning.
 * @throws {OperatorError} if it is no ordinary file; what the file system throws
 */
export async function readUnanswered(
  { path, days }: UnansweredFile,
  log: Pick<Log, 'warn'>,
  now: () => number = Date.now,
): Promise<UnansweredQuestion[]> {
  await requireFile(path);
  const text = (await readFile(path, 'utf8').catch(passMissing)) ?? '';
  const oldest = dayOf(now() - days * DAY);
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    const entry = parseLine(line);
    if (!entry) log.warn({ line: index + 1 }, 'A torn line of UNANSWERED_LOG was skipped');
    return entry && entry.day >= oldest ? [entry] : [];
  });
}

function parseLine(line: string): UnansweredQuestion | undefined {
  try {
    return Entry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Entries as lines. The line break comes first: a line that a crash or a full disk tore stays alone. */
const toLines = (entries: readonly UnansweredQuestion[]) =>
  entries.map((entry) => `\n${JSON.stringify(entry)}`).join('');
