// `npm run unanswered`: what members asked in vain, grouped, with YAML to paste for each group.
import { config as loadEnv } from 'dotenv';
import { openDesk } from '../app/app.ts';
import { ConfigError, parseConfig } from '../app/config.ts';
import { createLog } from '../app/log.ts';
import { readUnanswered } from '../app/unanswered-log.ts';
import { groupUnanswered } from '../bot/index.ts';
import { runToExit } from './exit.ts';

await runToExit(async () => {
  loadEnv({ quiet: true });
  const { unanswered, knowledge, logLevel } = parseConfig(process.env);
  if (!unanswered)
    throw new ConfigError('UNANSWERED_LOG is not set, so nothing is kept. Set it in .env to a file.');
  const entries = await readUnanswered(unanswered, createLog(logLevel));
  const groups = groupUnanswered(entries, await openDesk(knowledge));
  for (const { title, place, wordings, times, last, snippet } of groups) {
    console.log(`${times} x ${title}, last on ${last}`);
    for (const { question, times } of wordings) console.log(`  ${times} x ${question}`);
    console.log(`  For ${place}:\n\n${snippet()}\n`);
  }
  console.log(`${entries.length} questions in ${groups.length} groups, of the last ${unanswered.days} days`);
});
