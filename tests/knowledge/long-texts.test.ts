// A text too long to be judged is read from its beginning, and never called supported.
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createBot } from '../../src/bot/index.ts';
import { MAX_READ } from '../../src/core/judging/judge.ts';
import { asker } from '../fixtures.ts';
import { desk } from '../real-desk.ts';

const TRUE = '96.3% voted yes';
const FALSE = '12.5% voted yes';
/** Words that deny nothing and name nothing, in one sentence with what stands before them. */
const filler = (length: number) => ', and so on'.repeat(length / 11).slice(0, length);
const verdictOn = (text: string) => desk.judge(text).verdict;

describe('a claim with more characters than are read', () => {
  test('is not supported, though its beginning is, since nobody knows what its end says', () => {
    expect(verdictOn(TRUE)).toBe('supported');
    expect(verdictOn(`${TRUE}${' '.repeat(MAX_READ)}`)).toBe('not_in_source');
    expect(verdictOn(`${TRUE}${filler(MAX_READ)}, and nobody voted yes`)).not.toBe('supported');
  });

  test('is contradicted where its beginning is', () => {
    expect(verdictOn(FALSE)).toBe('contradicted');
    expect(verdictOn(`${FALSE}${' '.repeat(MAX_READ)}and so on`)).toBe('contradicted');
  });

  test('is read up to the end of a word and no further', () => {
    const { isCut, unexplained } = desk.reader.read(`${'word '.repeat(MAX_READ / 5)}${'x'.repeat(50)} end`);
    expect(isCut).toBe(true);
    expect(unexplained.at(-1)?.trim()).toBe(`${'x'.repeat(50)} end`);
    const emoji = desk.reader.read('😀'.repeat(MAX_READ)).unexplained.at(-1) ?? '';
    expect([...emoji].every((character) => character === '😀')).toBe(true);
  });

  test('of one character less is read whole', () => {
    expect(desk.reader.read(TRUE.padEnd(MAX_READ)).isCut).toBe(false);
    expect(verdictOn(TRUE.padEnd(MAX_READ))).toBe('supported');
  });
});

test('a question with more characters than are read is answered, but not with yes', () => {
  const question = `did 96.3% of the writers vote yes${' '.repeat(MAX_READ)}?`;
  expect(desk.ask('did 96.3% of the writers vote yes?')).toMatchObject({
    yesNo: 'yes',
    fact: { id: 'yes-share' },
  });
  expect(desk.ask(question)).not.toHaveProperty('yesNo');
});

test('the claims of a message are judged one by one, when they are asked for', () => {
  const verdicts = desk.checkEach(`${TRUE}. ${FALSE}.`)[Symbol.iterator]();
  expect(verdicts.next()).toMatchObject({ done: false, value: { verdict: 'supported' } });
  expect(verdicts.next()).toMatchObject({ done: false, value: { verdict: 'contradicted' } });
  expect(verdicts.next().done).toBe(true);
});

test('others have their turn between the claims of a message', async () => {
  const bot = createBot(await loadCommands(), desk);
  let turns = 0;
  let isOver = false;
  const takeTurns = () => {
    turns += 1;
    if (!isOver) setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  await bot.respond({ command: 'check', options: { claim: `${TRUE}. `.repeat(10) }, member: asker });
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(10);
});
