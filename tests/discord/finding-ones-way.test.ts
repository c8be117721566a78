// Somebody who does not know yet what to type: /help, /about, /tldr, a plain message in direct messages, and emoji.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message, Person, Place } from '../../src/local/server/index.ts';
import { buttonsOf, createStage, isPrivate, only, type Stage, textOf } from './stage.ts';

const CONTACT = 'desk@example.org';
/** As it stands in the Markdown of a message. */
const ESCAPED = 'desk\\@example.org';

let stage: Stage;
let mia: Person;
let general: Place;
let direct: Place;
beforeEach(async () => {
  stage = await createStage({}, { host: { version: '1.2.3', contact: CONTACT } });
  mia = stage.local.world.people.mia;
  general = stage.local.world.places.general;
  direct = stage.local.world.dm(mia);
});
afterEach(async () => {
  expect(stage.local.problems()).toEqual([]);
  expect(stage.entries.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  await stage.close();
});
const run = async (command: string, options: Record<string, string> = {}) =>
  only(await stage.local.run(mia, general, command, options));

test('/help names every command that one can type, with what it is for, and the contact', async () => {
  const help = textOf(await run('help'));
  const offered = stage.local.registered().filter(({ type }) => type === 1);
  expect(offered.length).toBeGreaterThan(10);
  for (const { name, description } of offered) {
    expect(help).toContain(`/${name}`);
    expect(help).toContain(description);
  }
  expect(help).toContain('“Check this message”');
  expect(help).toContain(ESCAPED);
});

test('below its name the bot says what it can be asked about', () => {
  expect(stage.local.status).toBe(`Ask me about ${stage.desk.knowledge.article.subject}`);
});

test('/about has the version and the contact, and every command with what it is for', async () => {
  const about = textOf(await run('about'));
  expect(about).toContain('## Picket Desk 1.2.3');
  for (const { type, name, description } of stage.local.registered())
    expect(about).toContain(type === 1 ? description : `“${name}”`);
  expect(about).toContain(ESCAPED);
  expect(about).toContain('No AI writes answers');
});

test('/tldr is four lines with their passages, and can be shared', async () => {
  const tldr = await run('tldr');
  expect(isPrivate(tldr)).toBe(true);
  expect(textOf(tldr).match(/^- .+\.\)?$|^- .+\)\.$/gm)).toHaveLength(4);
  expect(textOf(tldr)).toMatch(/^-# Paragraph \d+: “/m);
  const share = buttonsOf(tldr).get('Share');
  const shared = await stage.local.press(mia, tldr, share ?? '');
  expect(shared.messages.map(isPrivate)).toContain(false);
});

test('a question that asks for a command gets its reply, under the question', async () => {
  const asked = textOf(await run('ask', { question: 'tl;dr please' }));
  expect(asked).toMatch(/^-# Question: tl;dr please$/m);
  expect(asked).toContain(textOf(await run('tldr')));
});

test('emoji alone get questions to choose from', async () => {
  const answer = await run('ask', { question: '🤔' });
  expect(textOf(answer)).toContain('I only read words');
  expect(buttonsOf(answer).size).toBe(3);
});

describe('a plain message in direct messages', () => {
  const ofBot = (place: Place) => stage.local.messages(mia, place).filter(({ author }) => author.bot);

  /** Says something, and waits until the bot is done with it: the gateway keeps the order, so a command comes after. */
  async function say(text: string, place: Place) {
    stage.local.say(mia, place, text);
    await run('privacy');
    await stage.connection.idle();
  }

  test('gets one line that names /ask, with questions to choose from, once in ten minutes', async () => {
    await say('hello?', direct);
    const [line, ...more] = ofBot(direct);
    expect(more).toEqual([]);
    expect(textOf(line)).toMatch(/^I don't read messages\. Type \/ask/);
    expect(buttonsOf(line).size).toBe(3);
    const [label = ''] = buttonsOf(line).keys();
    const pressed = await stage.local.press(mia, line as Message, buttonsOf(line).get(label) ?? '');
    expect(pressed.messages.map(textOf).join()).toContain(`-# Question: ${label}`);
    const before = ofBot(direct);
    await say('and again', direct);
    expect(ofBot(direct)).toEqual(before);
    const events = stage.local.wire().filter((entry) => entry.kind === 'gateway');
    expect(events.map(({ event }) => event)).toContain('MESSAGE_CREATE');
  });

  test('in a server gets nothing, since the bot hears of none', async () => {
    await say('hello?', general);
    const events = stage.local.wire().filter((entry) => entry.kind === 'gateway');
    expect(new Set(events.map(({ event }) => event))).toEqual(new Set(['INTERACTION_CREATE']));
    expect(ofBot(general).filter((message) => !isPrivate(message))).toEqual([]);
  });
});
