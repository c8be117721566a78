// `npm run faults`: causes every fault with Discord's own time limits, and writes what was seen to docs/operations.md.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OperatorError } from '../../src/app/operator-error.ts';
import { runAsMain } from '../../src/cli/main.ts';
import { defineProgram } from '../../src/cli/shell.ts';
import { counted } from '../../src/core/text/counted.ts';
import { bringAbout, LOST } from './fault-case.ts';
import { FAULT_CASES } from './fault-cases.ts';
import { insertTable, rowOf, rowsIn } from './fault-table.ts';

const FILE = resolve(import.meta.dirname, '../../docs/operations.md');

/** As the bot has it (src/discord/client.ts). */
const TIMEOUT = 5_000;
const GRACE = 10_000;

const faults = defineProgram({
  summary: 'Brings every known fault about, and writes what is seen to docs/operations.md. It takes minutes.',
  usage: ['npm run faults', 'npm run faults -- SIGTERM'],
  takesArguments: true,
  async run({ args }, { print, progress }) {
    const document = await readFile(FILE, 'utf8');
    // With words, only the rows that have one of them; the others stay as they were written.
    const chosen = FAULT_CASES.filter(
      ({ fault }) => args.length === 0 || args.some((word) => fault.includes(word)),
    );
    const seenBefore = rowsIn(document);
    const rows = new Map(
      FAULT_CASES.map(({ fault }) => [fault, seenBefore.get(fault) ?? rowOf(fault, 'not tried', 'wrong')]),
    );
    let done = 0;
    const wrong: string[] = [];
    for (const one of chosen) {
      const { fault, expected } = one;
      progress(done, chosen.length, fault);
      const seen = await bringAbout(one, { timeout: TIMEOUT, grace: GRACE, lost: LOST }).catch(String);
      const isOk = seen === expected;
      if (!isOk) wrong.push(`${fault}\n  expected: ${expected}\n  seen:     ${seen}`);
      rows.set(fault, rowOf(fault, seen, isOk ? 'ok' : 'wrong'));
      done += 1;
    }
    await writeFile(FILE, insertTable(document, [...rows.values()]));
    print(`${counted(done, 'fault')} tried; ${wrong.length} of them did not end as meant.`);
    if (wrong.length > 0) throw new OperatorError(wrong.join('\n'));
  },
});
export default faults;

await runAsMain(import.meta.filename, faults);
