// Each interaction leaves one line in the log: the command, its outcome, the facts and the time; not who asked, or
// what.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/bot/index.ts';
import type { OptionValue, Person, Place } from '../../src/local/server/index.ts';
import { button, createStage, isPrivate, only, postAsBot, type Stage } from './stage.ts';

const broken = defineCommand({
  description: 'Breaks',
  options: z.object({}),
  run() {
    throw new Error('broken');
  },
});

let stage: Stage;
let mia: Person;
let max: Person;
let general: Place;
beforeAll(async () => {
  stage = await createStage({ broken });
  mia = stage.local.world.people.mia;
  max = stage.local.world.people.max;
  general = stage.local.world.places.general;
});
afterAll(() => stage.close());
beforeEach(() => void stage.entries.splice(0));

const run = (command: string, options: Record<string, OptionValue> = {}, person = mia) =>
  stage.local.run(person, general, command, options);

/** The lines about interactions so far, without the time. */
async function lines() {
  await stage.connection.idle();
  const sentences = ['An interaction was handled', 'Suggestions were made'];
  return stage.entries
    .filter(({ sentence }) => sentences.includes(sentence))
    .map(({ level, fields: { ms, command, outcome, facts, ...more } }) => {
      expect([Number.isInteger(ms), more]).toEqual([true, {}]);
      return { level, command, outcome, facts };
    });
}

test.each([
  ['ask', { question: 'how many voted yes' }, 'found', ['yes-share']],
  ['ask', { question: 'which shows would stop first' }, 'unknown', []],
  ['check', { claim: '96.3% voted yes' }, 'supported', ['yes-share']],
  ['check', { claim: '12% voted yes' }, 'contradicted', ['yes-share']],
  ['votes', {}, 'shown', expect.arrayContaining(['yes-share', 'turnout'])],
  ['fact', { id: 'no-such-fact' }, 'notice', []],
])('/%s %j: %s', async (command, options, outcome, facts) => {
  await run(command, options as Record<string, OptionValue>, max);
  expect(await lines()).toEqual([{ level: 'info', command, outcome, facts }]);
});

test('sharing, sharing again and removing are told apart', async () => {
  const message = only(await run('ask', { question: 'how many voted yes' }));
  const again = only(await run('ask', { question: 'how many voted yes' }));
  const { messages } = await stage.local.press(mia, message, button(message, 'Share'));
  const shared = messages.find((one) => !isPrivate(one)) ?? message;
  await stage.local.press(mia, again, button(again, 'Share'));
  await stage.local.press(mia, shared, button(shared, 'Remove'));
  expect((await lines()).slice(2)).toEqual([
    { level: 'info', command: 'ask', outcome: 'shared', facts: ['yes-share'] },
    { level: 'info', command: 'ask', outcome: 'just-posted', facts: ['yes-share'] },
    { level: 'info', command: 'remove', outcome: 'removed', facts: [] },
  ]);
});

test('a summary is published, and deleted', async () => {
  await run('summary post', {}, max);
  const asked = only(await run('summary remove', {}, max));
  for (let pressed = 0; pressed < 2; pressed += 1)
    await stage.local.press(max, asked, button(asked, 'Delete it'));
  expect((await lines()).map(({ command, outcome }) => `${command}: ${outcome}`)).toEqual([
    'summary post: published',
    'summary remove: shown',
    'summary remove: unpublished',
    'summary remove: notice',
  ]);
});

test('suggestions are for debugging only', async () => {
  await stage.local.complete(mia, general, 'ask', { question: 'how m' }, 'question');
  expect(await lines()).toEqual([{ level: 'debug', command: 'ask', outcome: 'suggested', facts: [] }]);
});

test('a failure has its line too, beside the error', async () => {
  await run('broken');
  expect(await lines()).toEqual([{ level: 'info', command: 'broken', outcome: 'failed', facts: [] }]);
});

test('a command that no longer exists is not named as its button names it', async () => {
  const button = { type: 2, style: 2, label: 'Old', custom_id: 'older-command?secret=1' };
  const message = await postAsBot(stage, general, { components: [{ type: 1, components: [button] }] });
  await stage.local.press(mia, message, button.custom_id);
  expect(await lines()).toEqual([{ level: 'info', command: 'unknown', outcome: 'notice', facts: [] }]);
});

test('no line says who asked, where, or what', async () => {
  await run('ask', { question: 'is Keyser right about 96.3%' });
  await run('check', { claim: 'Keyser is right' });
  const text = JSON.stringify(await lines());
  for (const secret of [mia.id, mia.name, general.id, 'Keyser is', 'Keyser right'])
    expect(text).not.toContain(secret);
});
