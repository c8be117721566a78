// `npm run doctor`: looks at everything that the bot needs, and prints a line for each: fine, or what to do.
import { examineInstallation, UNCONFIGURED } from '../app/examine-installation.ts';
import { loadCommands } from '../app/load-commands.ts';
import { loadKnowledge } from '../app/load-knowledge.ts';
import { OperatorError } from '../app/operator-error.ts';
import { type Commands, offeredCommands } from '../bot/index.ts';
import { type Diagnosis, examine, toManifest } from '../discord/index.ts';
import { runAsMain } from './main.ts';
import { defineProgram, UsageError } from './shell.ts';

/** Discord's ids. */
const ID = /^\d{17,20}$/;

const doctor = defineProgram({
  summary: 'Checks everything that the bot needs, and says how to mend what is wrong. Changes nothing.',
  usage: ['npm run doctor', 'npm run doctor -- --channel 123456789012345678'],
  options: {
    channel: {
      type: 'string',
      value: 'ID',
      help: 'also check the permissions for a pinned summary in this channel',
    },
  },
  async run({ options: { channel } }, { env, knowledge, print }) {
    if (channel !== undefined && !ID.test(channel))
      throw new UsageError(
        '--channel takes an id, a number of 17 to 20 digits ("Copy Channel ID" in Discord).',
      );
    const { diagnoses, config } = await examineInstallation(env, knowledge);
    const others = config?.discord
      ? await examine(toManifest(await commandsFor(knowledge)), {
          ...config.discord,
          guildId: config.guildId,
          channelId: channel,
        })
      : [
          {
            subject: 'Discord',
            state: 'skipped' as const,
            says: config ? 'there is no token to ask with' : UNCONFIGURED,
          },
        ];
    const all = [...diagnoses, ...others];
    for (const finding of all) print(toLine(finding));
    const wrong = all.filter(({ state }) => state === 'wrong').length;
    if (wrong > 0) throw new OperatorError(`${wrong} to mend`);
  },
});
export default doctor;

/**
 * The commands that are registered for a knowledge; all of them if the knowledge cannot be read, which has a line of
 * its own.
 */
async function commandsFor(folder: string): Promise<Commands> {
  const commands = await loadCommands();
  const knowledge = await loadKnowledge(folder).catch(() => undefined);
  return knowledge ? offeredCommands(commands, knowledge) : commands;
}

const WORDS = { ok: 'ok', wrong: 'WRONG', skipped: 'skipped' } as const;

/** A finding on one line, whatever its text. */
const toLine = ({ subject, state, says }: Diagnosis) =>
  `${WORDS[state].padEnd(9)}${subject.padEnd(15)}${says.replace(/\s*\n\s*/g, ' ')}`;

await runAsMain(import.meta.filename, doctor);
