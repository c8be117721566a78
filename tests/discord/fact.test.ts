// A moderator posts a fact: found while typing, addressed to one member, and not repeated within minutes.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person, Place } from '../../src/local/server/index.ts';
import { button, createStage, expectNoFaults, isPrivate, only, type Stage, textOf } from './stage.ts';

let stage: Stage;
let mia: Person;
let noah: Person;
let max: Person;
let general: Place;
beforeAll(async () => {
  stage = await createStage();
  ({ mia, noah, max } = stage.local.world.people);
  general = stage.local.world.places.general;
});
afterAll(() => stage.close());
beforeEach(() => stage.restart());
afterEach(() => expectNoFaults(stage));

const post = async (options: Record<string, string>, place = general, person = max) =>
  only(await stage.local.run(person, place, 'fact', options));

test('the fact is posted for everyone, cited, by name, and notifies nobody', async () => {
  const message = await post({ id: 'yes-share' });
  expect(isPrivate(message)).toBe(false);
  expect(textOf(stage.local.messages(noah, general).at(-1))).toContain('### 96.3% voted yes');
  expect(textOf(message)).toContain('Posted by Max');
  expect(textOf(message)).toContain('Paragraph 3:');
  expect(message.mentions).toEqual([]);
});

test('it is addressed to one member and notifies no other', async () => {
  const message = await post({ id: 'yes-share', member: mia.id });
  expect(textOf(message)).toContain(`<@${mia.id}>`);
  expect(message.mentions.map(({ id }) => id)).toEqual([mia.id]);
  expect(message.mention_everyone).toBe(false);
  const sent = JSON.stringify(stage.local.wireOf(message));
  expect(sent).toContain(`"allowed_mentions":{"parse":[],"users":["${mia.id}"]`);
});

test('Discord lets the member be chosen, and the fact be found by its id or by words of it', async () => {
  const fact = stage.local.registered().find(({ name }) => name === 'fact');
  expect(fact?.options?.map(({ name, type, required }) => [name, type, required])).toEqual([
    ['id', 3, true],
    ['member', 6, false],
  ]);
  const typed = async (id: string) =>
    (await stage.local.complete(max, general, 'fact', { id }, 'id')).map(({ value }) => value);
  expect((await typed('yes-sha'))[0]).toBe('yes-share');
  expect(await typed('how many voted yes')).toContain('yes-share');
  expect((await typed('')).length).toBeGreaterThan(5);
});

test('a client that sends the name of a choice in place of its value posts the same fact', async () => {
  const [choice] = await stage.local.complete(max, general, 'fact', { id: 'yes-sha' }, 'id');
  expect(choice?.name).not.toBe(choice?.value);
  expect(textOf(await post({ id: choice?.name ?? '' }))).toContain('### 96.3% voted yes');
});

test('only moderators are offered it, and an unknown fact gets a private explanation', async () => {
  const offered = (person: Person) => stage.local.commands(person, general).map(({ name }) => name);
  expect(offered(mia)).not.toContain('fact');
  expect(offered(max)).toContain('fact');
  const message = await post({ id: 'no-such-fact' });
  expect(isPrivate(message)).toBe(true);
  expect(textOf(message)).toContain('There is no fact "no-such-fact"');
});

test('a fact that was just posted is not posted again, nor shared, and the link leads to it', async () => {
  const first = await post({ id: 'yes-share' });
  const again = await post({ id: 'yes-share', member: noah.id });
  expect(isPrivate(again)).toBe(true);
  expect(again.mentions).toEqual([]);
  expect(textOf(again)).toContain('This was just posted');
  expect(textOf(again)).toContain(`/channels/${general.guild?.id}/${general.id}/${first.id}`);

  const answer = only(await stage.local.run(mia, general, 'ask', { question: 'how many voted yes' }));
  const told = only(await stage.local.press(mia, answer, button(answer, 'Share')));
  expect(isPrivate(told)).toBe(true);
  expect(textOf(told)).toContain('This was just posted');
  expect(stage.local.messages(noah, general).at(-1)?.id).toBe(first.id);
});

test('another fact, another channel, and what was taken back are posted', async () => {
  const first = await post({ id: 'yes-share' });
  expect(isPrivate(await post({ id: 'turnout' }))).toBe(false);
  expect(isPrivate(await post({ id: 'yes-share' }, stage.local.world.places.thread))).toBe(false);
  await stage.local.press(max, first, button(first, 'Remove'));
  expect(isPrivate(await post({ id: 'yes-share' }))).toBe(false);
});

test('an answer that was shared is not posted as a fact right after', async () => {
  const answer = only(await stage.local.run(mia, general, 'ask', { question: 'what was the turnout' }));
  await stage.local.press(mia, answer, button(answer, 'Share'));
  expect(textOf(await post({ id: 'turnout' }))).toContain('This was just posted');
});
