// Buttons work after a restart, share answers and remove them, and explain what no longer works.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/bot/index.ts';
import type { Message, Person, Place } from '../../src/local/server/index.ts';
import {
  button,
  buttonsOf,
  createStage,
  expectNoFaults,
  isPrivate,
  only,
  postAsBot,
  type Stage,
  textOf,
} from './stage.ts';

/** Offers whatever button a test wants to press. */
const offer = defineCommand({
  description: 'Offers a button',
  options: z.object({ fact: z.string().describe('The fact it shows') }),
  run: ({ fact }) => ({
    blocks: [{ kind: 'text', text: 'Press' }],
    buttons: [{ label: 'Old', request: { command: 'show', options: { fact } } }],
  }),
});
const gone = defineCommand({
  description: 'Offers a button of a command that is no more',
  options: z.object({}),
  run: () => ({
    blocks: [{ kind: 'text', text: 'Press' }],
    buttons: [{ label: 'Old', request: { command: 'no-more', options: {} } }],
  }),
});
const lookUp = defineCommand({
  onMessage: { label: 'Look this up', option: 'question' },
  options: z.object({ question: z.string().min(1, 'There is no text.') }),
  run: ({ question }) => ({ blocks: [{ kind: 'question', text: question }] }),
});

let stage: Stage;
let mia: Person;
let noah: Person;
let max: Person;
let general: Place;
beforeAll(async () => {
  stage = await createStage({ offer, gone, 'look-up': lookUp } as never);
  ({ mia, noah, max } = stage.local.world.people);
  general = stage.local.world.places.general;
});
afterAll(() => stage.close());
// A restarted bot has forgotten what was just posted.
beforeEach(() => stage.restart());
afterEach(() => expectNoFaults(stage));

const ask = async (question: string, place = general) =>
  only(await stage.local.run(mia, place, 'ask', { question }));
const press = (person: Person, message: Message, label: string) =>
  stage.local.press(person, message, button(message, label));

/** Asks and shares; returns what everybody sees. */
async function share(question: string, place = general): Promise<Message> {
  const { messages } = await press(mia, await ask(question, place), 'Share');
  const shared = messages.find((message) => !isPrivate(message));
  if (!shared) throw new Error('Nothing was shared');
  return shared;
}

test('a related question is answered in a new private message', async () => {
  const message = await ask('how many voted yes');
  const [label = ''] = buttonsOf(message).keys();
  const answer = only(await press(mia, message, label));
  expect(answer.id).not.toBe(message.id);
  expect(isPrivate(answer)).toBe(true);
  expect(textOf(answer)).toContain(`Question: ${label}`);
});

test('Share repeats question and answer for everyone, says who shared, and cannot be pressed twice', async () => {
  const message = await ask('how many voted yes');
  await press(mia, message, 'Share');
  const seen = stage.local.messages(noah, general).at(-1);
  expect(textOf(seen)).toContain('Shared by Mia');
  expect(textOf(seen)).toContain('Question: “how many voted yes”');
  expect(textOf(seen)).toContain('96.3% voted yes');
  const own = stage.local.messages(mia, general).find(({ id }) => id === message.id);
  expect(textOf(own)).toContain('Shared in this channel.');
  expect(buttonsOf(own).has('Share')).toBe(false);
});

test.each([
  ['in a direct message', () => stage.local.world.dm(mia)],
  ['by user installation, where the bot is no member', () => stage.local.world.places.elsewhere],
])('Share works %s', async (_, place) => {
  expect(textOf(await share('how many voted yes', place()))).toContain('Shared by Mia');
});

test('what found no answer is shared without the words of its asker', async () => {
  const shared = await share('which shows would stop first, you crooks');
  expect(textOf(shared)).toContain('Shared by Mia');
  expect(textOf(shared)).not.toContain('crooks');
});

test.each([
  ['a channel', 'SendMessages', () => general],
  ['a thread', 'SendMessagesInThreads', () => stage.local.world.places.thread],
] as const)(
  'who may not send messages in %s may not share there, and keeps the button',
  async (_, name, place) => {
    const message = await ask('how many voted yes', place());
    stage.local.deny(mia, place(), name);
    const before = stage.local.messages(noah, place()).length;
    const told = only(await press(mia, message, 'Share'));
    stage.local.allow(mia, place(), name);
    expect(textOf(told)).toContain('You may not send messages in this channel');
    expect(isPrivate(told)).toBe(true);
    expect(stage.local.messages(noah, place())).toHaveLength(before);
  },
);

test('a member shares five answers in ten minutes, and Remove gives none of them back', async () => {
  for (let shared = 0; shared < 5; shared += 1) await press(mia, await share('how many voted yes'), 'Remove');
  const told = only(await press(mia, await ask('how many voted yes'), 'Share'));
  expect(textOf(told)).toContain('You have posted 5 times');
  expect(isPrivate(told)).toBe(true);
});

test('a shared answer can be taken back by who shared it and by a moderator, but by nobody else', async () => {
  const first = await share('how many voted yes');
  const refusal = only(await press(noah, first, 'Remove'));
  expect(isPrivate(refusal)).toBe(true);
  expect(textOf(refusal)).toContain('Only the member who shared');
  const ids = () => stage.local.messages(noah, general).map(({ id }) => id);
  expect(ids()).toContain(first.id);
  await press(mia, first, 'Remove');
  expect(ids()).not.toContain(first.id);

  const second = await share('how many voted yes');
  await press(max, second, 'Remove');
  expect(ids()).not.toContain(second.id);
});

test('a member reads on in private from what somebody shared', async () => {
  const shared = await share('how many voted yes');
  const [label = ''] = buttonsOf(shared).keys();
  expect(isPrivate(only(await press(noah, shared, label)))).toBe(true);
});

test('buttons work after a restart, with a question too long for a button too', async () => {
  const question = `how many \\voted *yes*: ${'I would like to know, '.repeat(15)}`;
  const short = await ask('how many voted yes');
  const long = await ask(question);
  expect(button(long, 'Share').length).toBeLessThan(40);
  await stage.restart();
  await press(mia, short, 'Share');
  expect(textOf(stage.local.messages(noah, general).at(-1))).toContain('96.3% voted yes');
  await press(mia, long, 'Share');
  const shared = stage.local.messages(noah, general).at(-1);
  const [line = ''] = /“.*”/.exec(textOf(shared)) ?? [];
  expect(line.replaceAll('\\', '').length).toBeLessThanOrEqual(202);
  expect(textOf(shared)).toContain('Question: “how many \\\\voted \\*yes\\*: I would like to know,');
});

test.each([
  ['fact that is no more', 'offer', { fact: 'no-such-fact' }],
  ['command that is no more', 'gone', {}],
])('a button of a %s says in private that the answer was updated', async (_, command, options) => {
  const message = only(await stage.local.run(mia, general, command, options as Record<string, string>));
  const answer = only(await press(mia, message, 'Old'));
  expect(isPrivate(answer)).toBe(true);
  expect(textOf(answer)).toContain('This button is out of date');
});

test('a menu that another bot of the application left is answered in private, too', async () => {
  const options = [{ label: 'One', value: '1' }];
  const menu = { type: 3, custom_id: 'menu', options };
  const left = await postAsBot(stage, general, {
    content: 'Choose',
    components: [{ type: 1, components: [menu] }],
  });
  const answer = only(await stage.local.select(mia, left, 'menu', ['1']));
  expect(isPrivate(answer)).toBe(true);
  expect(textOf(answer)).toContain('This button is out of date');
});

test('a message command takes the text of its message', async () => {
  const said = stage.local.say(noah, general, 'Did *they* sign?\n1. yes');
  const answer = only(await stage.local.runOnMessage(mia, general, 'Look this up', said));
  expect(textOf(answer)).toContain('-# Question: Did \\*they\\* sign?\n1\\. yes');
});
