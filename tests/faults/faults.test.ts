// The fault table: every row of docs/operations.md is brought about anew, and every case has its row.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createStage, type Stage } from '../discord/stage.ts';
import { LOST } from './fault-case.ts';
import { FAULT_CASES } from './fault-cases.ts';
import { rowOf } from './fault-table.ts';

/** Long enough for a busy machine, and short enough to wait for what never answers. */
const TIMEOUT = 2_000;

/** Nothing here depends on how fast the machine is. */
const GRACE = 60_000;

describe('a bot that meets it goes on as it should', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await createStage({}, { patience: { request: TIMEOUT } });
  });
  afterAll(() => stage.close());
  beforeEach(() => stage.restart());

  const quick = FAULT_CASES.filter(({ isSlow }) => !isSlow);
  test.each(quick.map((one) => [one.fault, one] as const))('%s', async (_, { see, expected }) => {
    expect(await see({ stage, timeout: TIMEOUT, grace: GRACE, lost: LOST.slice(0, -1) })).toBe(expected);
  });
});

test('docs/operations.md has a row for each fault, as `npm run faults` writes it', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  for (const { fault, expected } of FAULT_CASES) expect(text).toContain(rowOf(fault, expected, 'ok'));
});
