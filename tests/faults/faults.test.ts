// The fault table: the quick rows of docs/operations.md are caused again, and every fault has its row.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bringAbout, LOST } from './fault-case.ts';
import { FAULT_CASES } from './fault-cases.ts';
import { rowOf } from './fault-table.ts';

/** Long enough for a busy machine, and short enough to wait for what never answers. */
const TIMEOUT = 4_000;

/** Nothing here depends on how fast the machine is. */
const GRACE = 60_000;

// Most of them wait, for what is tried again or never answered; so several are brought about at a time.
describe.concurrent('a bot that meets it goes on as it should', () => {
  const quick = FAULT_CASES.filter(({ isSlow }) => !isSlow);
  test.each(quick.map((one) => [one.fault, one] as const))('%s', async (_, one) => {
    const seen = await bringAbout(one, { timeout: TIMEOUT, grace: GRACE, lost: LOST.slice(0, -1) });
    expect(seen).toBe(one.expected);
  });
});

test('docs/operations.md has a row for each fault, as `npm run faults` writes it', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  for (const { fault, expected } of FAULT_CASES) expect(text).toContain(rowOf(fault, expected, 'ok'));
});
