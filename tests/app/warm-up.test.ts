// The language model is opened after a start and before the first question.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Says after each step how often wink-nlp has decoded a part of its model. It has to be a process that read no text yet. */
const PROGRAM = `
  let decoded = 0;
  const { atob } = globalThis;
  globalThis.atob = (text) => ((decoded += 1), atob(text));
  const { openDesk } = await import('./src/app/app.ts');
  const { warmUp } = await import('./src/app/warm-up.ts');
  const desk = await openDesk();
  const opened = decoded;
  warmUp(desk);
  const warm = decoded;
  desk.check('The first fact is this one, and nobody denies it.');
  console.log(JSON.stringify({ opened, warm, asked: decoded }));
`;

test('a desk opens without the language model, and warming up leaves nothing of it to the first question', async () => {
  const args = ['--import', 'tsx/esm', '--input-type=module', '--eval', PROGRAM];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const { opened, warm, asked } = JSON.parse(stdout);
  expect(opened).toBe(0);
  expect(warm).toBeGreaterThan(0);
  expect(asked).toBe(warm);
});
