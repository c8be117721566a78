// `npm run unanswered`: prints the questions that got no answer, grouped, with YAML to paste for each group.
import { openDesk } from '../app/app.ts';
import { parseConfig } from '../app/config.ts';
import { createLogger } from '../app/create-logger.ts';
import { OperatorError } from '../app/operator-error.ts';
import { readUnansweredList } from '../app/read-unanswered.ts';
import { groupUnanswered } from '../bot/index.ts';
import { counted } from '../core/text/counted.ts';
import { runAsMain } from './main.ts';
import { defineProgram, showsColours } from './shell.ts';

/** Number of questions between two steps of the progress bar. */
const STEP = 100;

const unanswered = defineProgram({
  summary: 'Prints the questions that got no answer, grouped, with YAML to paste into the knowledge.',
  usage: ['npm run unanswered'],
  async run(_, { env, knowledge, stderr, print, progress }) {
    const { unanswered: list, logLevel } = parseConfig(env);
    if (!list)
      throw new OperatorError('UNANSWERED_LOG is not set, so nothing is kept. Set it in .env to a file.');
    const log = await createLogger(logLevel, { stream: stderr, colours: showsColours(stderr, env) });
    const entries = await readUnansweredList(list, log);
    const groups = await groupUnanswered(entries, await openDesk(knowledge), (done, total) => {
      if (done % STEP === 0) progress(done, total, 'asking');
    });
    for (const { title, wordings, times, last, paste } of groups) {
      print(`${times} x ${title} (last on ${last})`);
      for (const { question, times } of wordings) print(`  ${times} x ${question}`);
      print(
        paste
          ? `  Paste into ${paste.place}:\n\n${paste.snippet()}\n`
          : '  The knowledge has these wordings already.\n',
      );
    }
    print(
      `${counted(entries.length, 'question')} in ${counted(groups.length, 'group')}, of the last ${counted(list.days, 'day')}`,
    );
  },
});
export default unanswered;

await runAsMain(import.meta.filename, unanswered);
