// Unanswered questions end to end: from Discord to the file and to the moderators, without a trace of who asked.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openUnanswered } from '../../src/app/unanswered-log.ts';
import type { Person, Place } from '../../src/local/server/index.ts';
import { button, buttonsOf, createStage, isPrivate, keep, only, type Stage, textOf } from './stage.ts';

const MISSED = "This didn't answer my question";

let folder: string;
let list: Awaited<ReturnType<typeof openUnanswered>>;
/** With a list, and without one. */
let stage: Stage;
let plain: Stage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  list = await openUnanswered({ path: join(folder, 'unanswered.jsonl'), days: 7 }, keep([]));
  stage = await createStage({}, { unanswered: list });
  plain = await createStage();
});
afterAll(async () => {
  await Promise.all([stage.close(), plain.close(), list.close()]);
  await rm(folder, { recursive: true });
});
afterEach(() => {
  for (const { local, entries } of [stage, plain]) {
    expect(local.problems()).toEqual([]);
    expect(entries.filter(({ level }) => level === 'error')).toEqual([]);
  }
});

const run = async (on: Stage, person: Person, command: string, options: Record<string, string> = {}) =>
  only(await on.local.run(person, general(on), command, options));
const general = ({ local }: Stage): Place => local.world.places.general;
const kept = async () => {
  await list.entries();
  return readFile(join(folder, 'unanswered.jsonl'), 'utf8');
};

test('of an unanswered question the plain words and the day are kept, and nothing about who asked where', async () => {
  const { mia, noah } = stage.local.world.people;
  const question = `what pizza did <@${noah.id}> eat, see https://example.org/${mia.id} or call 555-123-4567`;
  const message = await run(stage, mia, 'ask', { question });
  expect(textOf(message)).not.toContain('Paragraph');
  const text = await kept();
  const [entry] = text.trim().split('\n');
  expect(JSON.parse(entry ?? '')).toEqual({
    day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    question: 'what pizza did eat, see or call',
  });
  for (const id of [mia.id, noah.id, general(stage).id, general(stage).guild?.id, message.id])
    expect(text).not.toContain(id);
  expect(text).not.toMatch(/Mia|Noah|example\.org|555/i);
});

test('an answer can be reported as missing the question; it is listed then, and sharing it does not list it', async () => {
  const { mia } = stage.local.world.people;
  const answer = await run(stage, mia, 'ask', { question: 'how many voted yes' });
  expect(await kept()).not.toContain('how many voted yes');
  const told = only(await stage.local.press(mia, answer, button(answer, MISSED)));
  expect(isPrivate(told)).toBe(true);
  expect(textOf(told)).toContain('without your name');
  expect(await kept()).toContain('how many voted yes');

  const before = await kept();
  const unknown = await run(stage, mia, 'ask', { question: 'what pizza did they eat' });
  expect(buttonsOf(unknown).has(MISSED)).toBe(false);
  const after = await kept();
  expect(after.length).toBeGreaterThan(before.length);
  const { messages } = await stage.local.press(mia, unknown, button(unknown, 'Share'));
  expect(await kept()).toBe(after);
  const shared = messages.find((message) => !isPrivate(message));
  expect(textOf(shared)).toContain('Shared by Mia');
  expect(buttonsOf(shared).has(MISSED)).toBe(false);
});

test('a question too long for a button is listed too, shortened', async () => {
  const { mia } = stage.local.world.people;
  const answer = await run(stage, mia, 'ask', { question: `how many voted yes ${'🗳️ ⁉️ '.repeat(40)}` });
  await stage.local.press(mia, answer, button(answer, MISSED));
  expect((await list.entries()).at(-1)?.question.startsWith('how many voted yes')).toBe(true);
});

test('moderators read it in private, grouped and with YAML; members are not offered it', async () => {
  const { mia, max } = stage.local.world.people;
  await run(stage, mia, 'ask', { question: 'what pizza did ```they``` eat' });
  const message = await run(stage, max, 'unanswered');
  expect(isPrivate(message)).toBe(true);
  expect(textOf(message)).toContain('what pizza did they eat');
  expect(textOf(message)).toContain('```yaml\n');
  expect(textOf(message)).toContain('questions:');
  expect(buttonsOf(message).size).toBe(0);
  expect(stage.local.commands(mia, general(stage)).map(({ name }) => name)).not.toContain('unanswered');
});

test('with hundreds of long entries the list still fits one message, with YAML of the wordings that it shows', async () => {
  const { max } = stage.local.world.people;
  for (let i = 0; i < 300; i += 1) list.add(`how many voted yes ${i} ${'voted yes '.repeat(40)}`);
  const message = await run(stage, max, 'unanswered');
  expect(textOf(message)).toContain('groups, of the last 7 days');
  expect(textOf(message).length).toBeLessThanOrEqual(4000);
  expect(textOf(message)).toMatch(/^ {4}- "how many voted yes \d+/m);
});

test('/privacy says what is kept by the setting that is on', async () => {
  const on = textOf(await run(stage, stage.local.world.people.mia, 'privacy'));
  expect(on).toContain('Nothing is kept about you');
  expect(on).toContain('is kept with the day it was asked');
  expect(on).toContain('It is deleted after 7 days');
  const off = textOf(await run(plain, plain.local.world.people.mia, 'privacy'));
  expect(off).toContain('### Nothing is kept about you\n');
  expect(off).toContain('Questions and answers are not stored');
});

test('without a list no button offers it, and moderators are told that nothing is kept', async () => {
  const { mia, max } = plain.local.world.people;
  expect(buttonsOf(await run(plain, mia, 'ask', { question: 'how many voted yes' })).has(MISSED)).toBe(false);
  expect(textOf(await run(plain, max, 'unanswered'))).toContain('I keep no list of unanswered questions');
});
