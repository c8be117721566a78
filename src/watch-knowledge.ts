// Takes up what curators change while the bot runs: a sound edit answers at once, a broken one is refused in the log.
import { watch } from 'node:fs';
import type { App } from './app.ts';
import { KnowledgeError } from './core/knowledge.ts';
import type { Log } from './discord/index.ts';
import { isRankerOld } from './ranker-file.ts';

/** Milliseconds without a further change before a change is read: editors write a file in several steps. */
const PAUSE = 300;

const READ = /\.(?:yaml|json\.gz)$/;

/**
 * Watches a knowledge folder, and warns now and after every change if its ranker was trained on other wordings.
 * @returns what ends the watch
 */
export async function watchKnowledge(folder: string, app: App, log: Log): Promise<() => void> {
  const warnOfOldRanker = async () => {
    if (await isRankerOld(folder, app.desk.knowledge))
      log.warn(
        {},
        'The wordings changed since the ranker was trained; it goes on as it is. Run: npm run train',
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

  await warnOfOldRanker();
  let pause: NodeJS.Timeout | undefined;
  let reading = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, (_, path) => {
    if (path !== null && !READ.test(path)) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      reading = reading.then(reload);
    }, PAUSE);
  });
  watcher.on('error', (err) => log.warn({ err }, 'Changes of the knowledge are no longer seen; start again'));
  return () => {
    clearTimeout(pause);
    watcher.close();
  };
}
