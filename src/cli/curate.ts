// `npm run curate`: a page on this machine to write and check facts beside the article's text.
import { join } from 'node:path';
import { cannotListen } from '../app/cannot-listen.ts';
import { parseConfig } from '../app/config.ts';
import { createLogger } from '../app/create-logger.ts';
import { openCurating } from '../app/curating.ts';
import { lockFile } from '../app/file-lock.ts';
import { OperatorError } from '../app/operator-error.ts';
import { readArticle } from '../app/read-article.ts';
import { readUnansweredList } from '../app/read-unanswered.ts';
import { startCuratePage } from '../local/curate/index.ts';
import { runAsMain } from './main.ts';
import { defineProgram, showsColours, UsageError } from './shell.ts';

/** The name that is locked in the folder. Only the lock file beside it is ever written. */
const LOCK = '.curating';

/** Why a second process may not curate the folder, and what to do. */
const ONE_PROCESS =
  'Two pages would write over what the other one changed. Use the page of that process, or end it';

const curate = defineProgram({
  summary:
    "Opens a page next to the article's text for taking, adding, editing, merging and dropping facts, drafts and gaps.",
  usage: ['npm run curate -- path/to/article.txt path/to/folder'],
  takesArguments: true,
  async run({ args }, { env, stderr, print, untilAskedToEnd }) {
    const [path, folder, ...more] = args;
    if (!path || !folder || more.length > 0)
      throw new UsageError("Give the path of the article's text and that of its knowledge folder.");
    const { port, logLevel, unanswered: list } = parseConfig(env);
    const log = await createLogger(logLevel, { stream: stderr, colours: showsColours(stderr, env) });
    const unanswered = list && (() => readUnansweredList(list, log));
    const curating = openCurating(folder, await readArticle(path), unanswered);
    await curating.look().catch((error: unknown) => {
      throw new OperatorError(`${folder} cannot be curated: ${(error as Error).message}`);
    });
    const unlock = await lockFile(join(folder, LOCK), ONE_PROCESS).catch((error: unknown) => {
      if (error instanceof OperatorError) throw error;
      log.warn({ err: error }, `${folder} cannot be written to, so nothing can be changed`);
      return async () => {};
    });
    try {
      const page = await startCuratePage(curating, port).catch(cannotListen('PORT', '127.0.0.1', port));
      print(`Curate at ${page.url} (Ctrl+C ends it)`);
      await untilAskedToEnd();
      await page.close();
    } finally {
      await unlock();
    }
  },
});
export default curate;

await runAsMain(import.meta.filename, curate);
