// `npm run faults`: brings every fault about with Discord's own times, and writes what was seen to docs/operations.md.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OperatorError } from '../../src/app/operator-error.ts';
import { runAsMain } from '../../src/cli/main.ts';
import { defineProgram } from '../../src/cli/shell.ts';
import { createStage } from '../discord/stage.ts';
import { LOST } from './fault-case.ts';
import { FAULT_CASES } from './fault-cases.ts';
import { insertTable, rowOf } from './fault-table.ts';

const FILE = resolve(import.meta.dirname, '../../docs/operations.md');

/** As the bot has it (src/discord/client.ts). */
const TIMEOUT = 5_000;

const faults = defineProgram({
  summary: 'Brings every known fault about, and writes what is seen to docs/operations.md. It takes minutes.',
  usage: ['npm run faults'],
  async run(_, { print, progress }) {
    const stage = await createStage({}, { patience: { request: TIMEOUT } });
    const rows: string[] = [];
    const wrong: string[] = [];
    for (const { fault, expected, see } of FAULT_CASES) {
      progress(rows.length, FAULT_CASES.length, fault);
      await stage.restart();
      const seen = await see({ stage, timeout: TIMEOUT, lost: LOST }).catch((error: unknown) =>
        String(error),
      );
      const isOk = seen === expected;
      if (!isOk) wrong.push(`${fault}\n  expected: ${expected}\n  seen:     ${seen}`);
      rows.push(rowOf(fault, seen, isOk ? 'ok' : 'wrong'));
    }
    await stage.close();
    await writeFile(FILE, insertTable(await readFile(FILE, 'utf8'), rows));
    print(`${rows.length} faults, ${wrong.length} of them end wrongly`);
    if (wrong.length > 0) throw new OperatorError(wrong.join('\n'));
  },
});
export default faults;

await runAsMain(import.meta.filename, faults);
