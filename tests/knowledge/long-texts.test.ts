// A text too long to be judged is read from its beginning, and never called supported.
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createBot, type Desk } from '../../src/bot/index.ts';
import { MAX_READ } from '../../src/core/text/beginning.ts';
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

/** What happens, in order, while a message is checked that others have their turn beside. */
async function eventsOf(claim: string): Promise<string[]> {
  const events: string[] = [];
  const observed: Desk = {
    ...desk,
    *checkInPieces(text) {
      const pieces = desk.checkInPieces(text);
      for (;;) {
        const piece = pieces.next();
        events.push('a claim');
        if (piece.done) return piece.value;
        yield;
      }
    },
  };
  const bot = createBot(await loadCommands(), observed);
  let isOver = false;
  const takeTurns = () => {
    events.push('others');
    if (!isOver) setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  await bot.respond({ command: 'check', options: { claim }, member: asker });
  isOver = true;
  return events;
}

test('others have their turn between the claims of a message', async () => {
  const events = await eventsOf(`${TRUE}. ${FALSE}. `.repeat(3));
  expect(events).toEqual(Array.from({ length: 11 }, (_, i) => (i % 2 === 0 ? 'a claim' : 'others')));
});

test('a single claim is judged at once', async () => {
  expect(await eventsOf(TRUE)).toEqual(['a claim']);
});
