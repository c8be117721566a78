// Members ask in servers, in direct messages and by user installation, and type whatever they like.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Person, Place } from '../../src/local/server/index.ts';
import { drawMarkdown } from '../../src/local/terminal/draw-markdown.ts';
import { createStyle } from '../../src/local/terminal/lines.ts';
import { HOSTILE } from '../fixtures.ts';
import { buttonsOf, createStage, expectNoFaults, isPrivate, only, type Stage, textOf } from './stage.ts';

let stage: Stage;
let mia: Person;
let general: Place;
beforeAll(async () => {
  stage = await createStage();
  mia = stage.local.world.people.mia;
  general = stage.local.world.places.general;
});
afterAll(() => stage.close());
afterEach(() => expectNoFaults(stage));

const ask = async (question: string, place = general, person = mia) =>
  only(await stage.local.run(person, place, 'ask', { question }));

test('an answer is private, and holds the question, a citation and how old the news is', async () => {
  const message = await ask('How many voted yes');
  expect(isPrivate(message)).toBe(true);
  expect(textOf(message)).toContain('-# Question: How many voted yes');
  expect(textOf(message)).toContain('### 96.3% voted yes');
  expect(textOf(message)).toContain('Paragraph 3: “96.3% of the 6,310 writers who cast ballots');
  expect(textOf(message)).toMatch(/-# As of .* · \[source\]\(http/);
});

test.each(['thread', 'announcements', 'post', 'elsewhere'] as const)('it answers in %s', async (name) => {
  const message = await ask('How many voted yes', stage.local.world.places[name]);
  expect(textOf(message)).toContain('96.3% voted yes');
});

test('it answers in a direct message', async () => {
  expect(textOf(await ask('How many voted yes', stage.local.world.dm(mia)))).toContain('96.3% voted yes');
});

/** The type of a slash command (Discord: Application Commands, types). */
const SLASH = 1;

/** What the commands with a required option are given. */
const REQUIRED: Record<string, Record<string, string>> = {
  ask: { question: 'what is this' },
  check: { claim: 'two thirds voted' },
};

test('every slash command is answered with a valid message wherever it is offered', async () => {
  const { people, places } = stage.local.world;
  const commands = stage.local
    .commands(people.noah, places.general)
    .flatMap(({ name, type }) => (type === SLASH ? name : []));
  expect(commands).toContain('votes');
  for (const place of [places.general, stage.local.world.dm(people.noah), places.elsewhere])
    for (const name of commands) {
      const outcome = await stage.local.run(people.noah, place, name, REQUIRED[name] ?? {});
      expect([name, outcome.status, outcome.messages.length]).toEqual([name, 'answered', 1]);
    }
});

test('while a question is typed, known questions are offered, and what is offered can be sent', async () => {
  const offered = await stage.local.complete(mia, general, 'ask', {}, 'question');
  expect(offered.length).toBeGreaterThan(0);
  const typed = await stage.local.complete(mia, general, 'ask', { question: 'voted yes' }, 'question');
  const [choice] = typed.filter(({ value }) => value === 'How many voted yes');
  expect(textOf(await ask(String(choice?.value)))).toContain('### 96.3% voted yes');
});

test('what a member typed pings nobody and is shown verbatim', async () => {
  const message = await ask(HOSTILE);
  expect(message.mention_everyone).toBe(false);
  expect(message.mentions).toEqual([]);
  const drawn = drawMarkdown(textOf(message), { style: createStyle(false), nameOf: () => 'SOMEBODY' }).map(
    ({ text }) => text,
  );
  expect(drawn).toContain(`Question: ${HOSTILE.replace(/\s+/g, ' ')}`);
});

test('characters that nobody sees are shown by their number', async () => {
  const message = await ask('who \u202Ewon\u202C the\u200B vote \u05E9\u05DC\u05D5\u05DD');
  expect(textOf(message)).toContain('who ⟨U+202E⟩won⟨U+202C⟩ the⟨U+200B⟩ vote \u05E9\u05DC\u05D5\u05DD');
});

test('a question of the maximum length is answered, and shown shortened', async () => {
  for (const question of ['why? '.repeat(1200), 'x*'.repeat(3000), 'x\u202E'.repeat(3000)]) {
    const message = await ask(question);
    expect(textOf(message)).toContain('…');
    expect(textOf(message)).toContain("As of the article's 6:45 p.m. update");
    expect(buttonsOf(message).has('Share')).toBe(false);
  }
});

test('a question of nothing but spaces gets an explanation', async () => {
  const message = await ask('   ');
  expect(isPrivate(message)).toBe(true);
  expect(textOf(message)).toContain('Type a question');
});
