// The list of unanswered questions on disk: JSON lines of a question and a day. Old ones are dropped.
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { deidentify, type UnansweredLog, type UnansweredQuestion } from '../bot/index.ts';
import type { Log } from '../discord/index.ts';
import { OperatorError } from './operator-error.ts';

const Entry = z.strictObject({ day: z.iso.date(), question: z.string().min(1) });

const DAY = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

export interface UnansweredFile {
  path: string;
  /** Entries older than this number of days are dropped. */
  days: number;
}

/**
 * Opens the list for a running bot. Entries that are too old are dropped now and once a day.
 * @throws {OperatorError} when the file cannot be written
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
  const read = () => readUnanswered({ path, days }, log, now);
  const dropOld = () => inTurn(async () => replace(path, await read()));
  const failed = (err: unknown) =>
    log.warn({ err }, 'The list of unanswered questions (UNANSWERED_LOG) could not be written');

  await dropOld().catch((cause: unknown) => {
    throw new OperatorError(
      `UNANSWERED_LOG: ${path} cannot be written. Name a file in a folder that exists and may be written to, or leave it empty to keep nothing.`,
      { cause },
    );
  });
  const daily = setInterval(() => void dropOld().catch(failed), DAY).unref();

  return {
    days,
    add(question) {
      const plain = deidentify(question);
      if (!plain) return;
      const entry: UnansweredQuestion = { day: dayOf(now()), question: plain };
      // The line break comes first: a line that a crash tore stays alone.
      inTurn(() => appendFile(path, `\n${JSON.stringify(entry)}`, { mode: 0o600 })).catch(failed);
    },
    entries: () => inTurn(read),
    async close() {
      clearInterval(daily);
      await queue;
    },
  };
}

/** The entries of the list that are not too old, oldest first. A torn line is skipped with a warning. */
export async function readUnanswered(
  { path, days }: UnansweredFile,
  log: Pick<Log, 'warn'>,
  now: () => number = Date.now,
): Promise<UnansweredQuestion[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
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

/** Writes a new file and puts it in the place of the old one, so that a crash leaves one of the two whole. */
async function replace(path: string, entries: readonly UnansweredQuestion[]): Promise<void> {
  const fresh = `${path}.new`;
  await writeFile(fresh, entries.map((entry) => `\n${JSON.stringify(entry)}`).join(''), { mode: 0o600 });
  await rename(fresh, path);
}
