// Takes up what curators change while the bot runs: a sound edit answers soon, a broken one is refused in the log.
import { KnowledgeError } from '../core/knowledge/parse.ts';
import type { Log } from '../discord/index.ts';
import type { App } from './app.ts';
import { knowledgeState } from './knowledge-state.ts';
import { fingerprintOf } from './model-file.ts';

/** Milliseconds between two looks at the folder. */
const LOOK_EVERY = 1_000;

/**
 * Watches a knowledge folder by looking at the age and size of its files: that sees what file system events miss, such
 * as links that are turned (ConfigMaps), folders made anew, and network drives.
 *
 * @returns what ends the watch
 */
export async function watchKnowledge(folder: string, app: App, log: Log): Promise<() => void> {
  const look = createLook(folder, app, log);
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const lookLater = () => {
    if (!isOver) timer = setTimeout(() => void look().finally(lookLater), LOOK_EVERY).unref();
  };
  await warnOfOldRanker(folder, app, log);
  lookLater();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/**
 * Makes the look at a knowledge folder: what is another than the app has read is read, but only once two looks found
 * the same, because files are written in several steps. What was refused is read again as soon as it is another.
 */
export function createLook(folder: string, app: App, log: Log): () => Promise<void> {
  let before = app.readState;
  return async () => {
    const now = await knowledgeState(folder);
    const isAtRest = now === before;
    before = now;
    if (isAtRest && now !== app.readState) await reload(folder, app, log);
  };
}

async function reload(folder: string, app: App, log: Log): Promise<void> {
  try {
    await app.reload();
  } catch (error) {
    log.error(
      reasonOf(error),
      'The changed knowledge has problems and is refused; the one before goes on answering',
    );
    return;
  }
  log.info({ facts: app.desk.knowledge.facts.size }, 'The knowledge changed and was read anew');
  await warnOfOldRanker(folder, app, log);
}

/** Warns if the ranker was trained on another knowledge than the one that is there. */
async function warnOfOldRanker(folder: string, app: App, log: Log): Promise<void> {
  try {
    if (app.trainedOn === (await fingerprintOf(folder, app.desk.knowledge))) return;
    log.warn(
      {},
      'The knowledge changed since the ranker was trained; it goes on as it is. Run: npm run train',
    );
  } catch (error) {
    log.warn(reasonOf(error), 'The wordings, from which the ranker is trained, cannot be read');
  }
}

const reasonOf = (error: unknown) =>
  error instanceof KnowledgeError ? { problems: error.problems } : { err: error };
