// Takes up what curators change while the bot runs: a sound edit answers at once, a broken one is refused in the log.
import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KnowledgeError } from '../core/knowledge/parse.ts';
import type { Log } from '../discord/index.ts';
import type { App } from './app.ts';
import { fingerprintOf } from './model-file.ts';

/** Milliseconds without a further change before a change is read: editors write a file in several steps. */
const PAUSE = 300;

const READ = /\.(?:yaml|json\.gz)$/;

/**
 * Watches a knowledge folder, and warns now and after every change if its ranker was trained on other wordings.
 * @returns what ends the watch
 */
export async function watchKnowledge(folder: string, app: App, log: Log): Promise<() => void> {
  const warnOfOldRanker = async () => {
    if (app.trainedOn !== (await fingerprintOf(folder, app.desk.knowledge)))
      log.warn(
        {},
        'The knowledge changed since the ranker was trained; it goes on as it is. Run: npm run train',
      );
  };
  async function reload(): Promise<void> {
    try {
      await app.reload();
      log.info({ facts: app.desk.knowledge.facts.size }, 'The knowledge changed and was read anew');
      await warnOfOldRanker();
    } catch (err) {
      const problems = err instanceof KnowledgeError ? { problems: err.problems } : { err };
      log.error(
        problems,
        'The changed knowledge has problems and is refused; the one before goes on answering',
      );
    }
  }

  // Each folder by itself: watching them all at once, Node on Linux loses a file that an editor puts anew in its place.
  const watchers = new Map<string, FSWatcher>();
  let pause: NodeJS.Timeout | undefined;
  let changed = false;
  let reading = Promise.resolve();
  const lost = (err: unknown) =>
    log.warn({ err }, 'Changes of the knowledge are no longer seen; start the bot again');

  /** Watches the folders that are new; returns whether there are any. */
  async function follow(): Promise<boolean> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const inner = entries.filter((entry) => entry.isDirectory());
    const present = [folder, ...inner.map(({ parentPath, name }) => join(parentPath, name))];
    for (const [path, watcher] of watchers)
      if (!present.includes(path)) {
        watcher.close();
        watchers.delete(path);
      }
    const fresh = present.filter((path) => !watchers.has(path));
    for (const path of fresh) watchers.set(path, watch(path, (_, file) => take(file)).on('error', lost));
    return fresh.length > 0;
  }
  function take(file: string | null): void {
    changed ||= file === null || READ.test(file);
    clearTimeout(pause);
    pause = setTimeout(() => {
      reading = reading.then(catchUp).catch(lost);
    }, PAUSE);
  }
  async function catchUp(): Promise<void> {
    const isNew = await follow();
    if (!changed && !isNew) return;
    changed = false;
    await reload();
  }

  await warnOfOldRanker();
  await follow();
  return () => {
    clearTimeout(pause);
    for (const watcher of watchers.values()) watcher.close();
  };
}
