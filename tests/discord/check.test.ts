// "Check this message": each sentence of what somebody wrote is checked, asEphemeral until whoever asked shares it.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Message, Person, Place } from '../../src/local/server/index.ts';
import { button, buttonsOf, createStage, isPrivate, only, type Stage, textOf } from './stage.ts';

let stage: Stage;
let mia: Person;
let noah: Person;
let general: Place;
beforeAll(async () => {
  stage = await createStage();
  ({ mia, noah } = stage.local.world.people);
  general = stage.local.world.places.general;
});
afterAll(() => stage.close());
// A restarted bot has forgotten what was just posted.
beforeEach(() => stage.restart());
afterEach(() => {
  expect(stage.local.problems()).toEqual([]);
  expect(stage.entries.filter(({ level }) => level === 'error')).toEqual([]);
});

const checkMessage = async (message: Message, place = general) =>
  only(await stage.local.runOnMessage(mia, place, 'Check this message', message));
const check = (text: string, place = general) => checkMessage(stage.local.say(noah, place, text), place);

const claimsIn = (message: Message) =>
  textOf(message)
    .split('\n')
    .filter((line) => line.startsWith('## '));

const SENTENCES = ['96.3% of them voted yes.', 'Only 12% voted yes.', 'Cats are great pets.'];

test('each of several sentences gets its verdict, asEphemeral, with the passages that bear it out', async () => {
  const answer = await check(SENTENCES.join(' '));
  expect(isPrivate(answer)).toBe(true);
  expect(claimsIn(answer)).toEqual(SENTENCES.map((sentence) => `## ${sentence}`));
  const [, yes = '', no = '', other = ''] = textOf(answer).split(/^## /m);
  expect(yes).toContain('Supported, but only that the Writers Guild of America says so: 96.3% voted yes');
  expect(no).toContain('The article says otherwise: 96.3% voted yes');
  expect(other).toContain('Not in the article');
  expect(textOf(answer)).toContain('Paragraph 3: “96.3% of the 6,310 writers who cast ballots');
});

test('lines are sentences of their own, and the mark of a quoted line is none of "more than"', async () => {
  const answer = await check('> 96.3% voted yes\nthe studios refused everything');
  expect(claimsIn(answer)).toEqual(['## 96.3% voted yes.', '## The studios refused everything']);
  expect(textOf(answer)).toContain('Supported, but only that the Writers Guild of America says so: 96.3%');
});

test('of more than ten sentences ten are checked, and it says so', async () => {
  const answer = await check(SENTENCES.concat(SENTENCES, SENTENCES, SENTENCES).join(' '));
  expect(claimsIn(answer)).toHaveLength(10);
  expect(textOf(answer)).toContain('At most 10 claims of a message are checked.');
});

test('a message as long as Discord takes is checked within the limits of one message', async () => {
  const sentence =
    'The *writers* say that they_want a share_of_the profits of streaming `services`, and so on. ';
  const answer = await check(sentence.repeat(22).slice(0, 2000));
  expect(claimsIn(answer).length).toBeGreaterThan(5);
  expect(textOf(answer)).toContain("As of the article's 6:45 p.m. update");
});

test('a message without a text is told to have none, and there is nothing to share', async () => {
  const asked = only(await stage.local.run(mia, general, 'ask', { question: 'how many voted yes' }));
  await stage.local.press(mia, asked, button(asked, 'Share'));
  const withoutText = stage.local.messages(mia, general).findLast((message) => !isPrivate(message));
  expect(withoutText?.content).toBe('');
  for (const answer of [await checkMessage(withoutText as Message), await check('> ')]) {
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain('There is no text to check');
    expect(buttonsOf(answer).size).toBe(0);
  }
});

test.each([
  ['short', 'Only 12% voted yes.'],
  ['too long for a button', `Only 12% voted yes. ${'The studios *refused* everything. '.repeat(8)}`.trim()],
])('Share posts the verdicts for everyone, with the text and who shared it (%s)', async (_, text) => {
  const answer = await check(text);
  await stage.restart();
  await stage.local.press(mia, answer, button(answer, 'Share'));
  const shared = stage.local.messages(noah, general).at(-1);
  expect(textOf(shared)).toContain('Shared by Mia');
  expect(textOf(shared)).toContain('Question: Only 12% voted yes.');
  expect(textOf(shared)).toContain('The article says otherwise: 96.3% voted yes');
  expect(buttonsOf(shared).has('Remove')).toBe(true);
  const own = stage.local.messages(mia, general).find(({ id }) => id === answer.id);
  expect(textOf(own)).toContain('Shared in this channel.');
});

test('it works in a direct message and where the bot is no member, too', async () => {
  for (const place of [stage.local.world.dm(mia), stage.local.world.places.elsewhere]) {
    const said = stage.local.say(mia, place, '96.3% of them voted yes.');
    expect(textOf(await checkMessage(said, place))).toContain('96.3% voted yes');
  }
});
