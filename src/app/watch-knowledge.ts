// Loads what curators change while the bot runs. A broken edit is refused, and the log says why.
import { KnowledgeError } from '../core/knowledge/parse.ts';
import type { Log } from '../discord/index.ts';
import type { App } from './app.ts';
import { changesSince, describeChanges, fingerprintsOf } from './fingerprints.ts';
import { knowledgeState } from './knowledge-state.ts';

/** Milliseconds between two checks of the folder. */
const LOOK_EVERY = 1_000;

/**
 * Watches a knowledge folder by polling the age and size of its files. That notices what file system events miss:
 * links that change their target (ConfigMaps), folders that are replaced, network drives. With the first check, it warns
 * if the knowledge has changed since the model was trained. It does not at once, because that reads all wordings, for
 * which a starting bot would have to wait.
 *
 * @param loaded called after each change that was loaded
 * @returns a function that ends the watch
 */
export function watchKnowledge(folder: string, app: App, log: Log, loaded?: () => void): () => void {
  const look = createLook(folder, app, log, loaded);
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const later = (check: () => Promise<void>) => {
    if (!isOver) timer = setTimeout(() => void check().finally(() => later(look)), LOOK_EVERY).unref();
  };
  later(async () => {
    await warnOfOldRanker(folder, app, log);
    await look();
  });
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/**
 * Creates the function that checks a knowledge folder and loads changes. It waits until two checks in a row see the
 * same, because files are written in several steps. After a refusal, it loads again as soon as anything changes.
 */
export function createLook(
  folder: string,
  app: App,
  log: Log,
  loaded: () => void = () => {},
): () => Promise<void> {
  let before = app.readState;
  return async () => {
    const now = await knowledgeState(folder);
    const isAtRest = now === before;
    before = now;
    if (isAtRest && now !== app.readState && (await reload(folder, app, log))) loaded();
  };
}

/**
 * Loads the knowledge again.
 *
 * @returns whether that worked
 */
async function reload(folder: string, app: App, log: Log): Promise<boolean> {
  try {
    await app.reload();
  } catch (error) {
    log.error(
      reasonOf(error),
      'The changed knowledge has problems and is refused; the previous one still answers',
    );
    return false;
  }
  const { facts, gaps } = app.desk.knowledge;
  log.info({ facts: facts.size, gaps: gaps.size }, 'The knowledge changed and was loaded again');
  await warnOfOldRanker(folder, app, log);
  return true;
}

/** Warns if the knowledge has changed since the model was trained. */
async function warnOfOldRanker(folder: string, app: App, log: Log): Promise<void> {
  try {
    const now = await fingerprintsOf(folder, app.desk.knowledge);
    const changes = describeChanges(changesSince(app.trainedOn, now));
    if (changes) log.warn({}, changes);
  } catch (error) {
    log.warn(reasonOf(error), 'The wordings, from which the ranker is trained, cannot be read');
  }
}

const reasonOf = (error: unknown) =>
  error instanceof KnowledgeError ? { problems: error.problems } : { err: error };
