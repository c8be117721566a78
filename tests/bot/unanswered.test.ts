// An entry of the unanswered list does not identify its asker, and groups lead to the right place in the knowledge.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCommands } from '../../src/app/load-commands.ts';
import {
  type Answer,
  createBot,
  type Desk,
  deidentify,
  type Fact,
  groupUnanswered,
  type UnansweredLog,
  type UnansweredQuestion,
} from '../../src/bot/index.ts';
import type { Gap } from '../../src/core/knowledge/schema.ts';
import { anyCharacter } from '../any-character.ts';
import { asker, HOSTILE } from '../fixtures.ts';
import { desk } from '../story-desk.ts';

describe('what could identify the asker is removed', () => {
  test.each([
    ['<@123456789012345678> did the guild strike?', 'did the guild strike?'],
    ['did <@!123456789012345678> or <@&123456789012345678> vote in <#123456789012345678>', 'did or vote in'],
    ['@mia what did @everyone vote', 'what did vote'],
    ['mail my_own.name@example.org the result', 'mail the result'],
    ['see https://discord.gg/abc?x=1 and HTTP://Example.org/~mia', 'see and'],
    ['see discord.gg/abc or www.example.org', 'see or'],
    ['call +1 (555) 123-4567 about it', 'call about it'],
    ['id 123456789012345678', 'id'],
    ['１２３４５６７ digits of another width', 'digits of another width'],
    ['١٢٣٤٥٦٧ digits of another script', 'digits of another script'],
    ['12\u200b34\u200b5678 with nothing seen between', 'with nothing seen between'],
    ['**How** many?\n`Tell` me', 'how many? tell me'],
    [`what is ${'x'.repeat(201)} for`, 'what is for'],
  ])('%j', (question, kept) => {
    expect(deidentify(question)).toBe(kept);
  });

  test.each(['did 6,310 of 13,000 vote', 'was it 96.3% or 67.5%', 'from 2007 2017', 'at 6:45 p.m.'])(
    'figures of the news stay: %s',
    (question) => {
      expect(deidentify(question)).toBe(question);
    },
  );

  const piece = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 20 }),
    fc.constantFrom('@', '<@', '>', 'http://', '.org', '/', '1234', ' ', '\u200b', '_', '-', 'a@b', HOSTILE),
  );
  test('whatever is typed: no mention, no link, no long number, at most 200 characters, and the same again', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const kept = deidentify(pieces.join(''));
        expect(kept.length).toBeLessThanOrEqual(200);
        expect(kept).not.toMatch(/@|:\/\/|\p{Nd}{6}|\p{Nd}{3}[-. ]\p{Nd}{3}[-. ]\p{Nd}{4}/u);
        expect(deidentify(kept)).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the bot puts on the list', async () => {
  const added: string[] = [];
  const list: UnansweredLog = {
    days: 30,
    async add(question) {
      added.push(question);
      return 'listed';
    },
    entriesOf: async () => [],
  };
  const commands = await loadCommands();
  const ask = (question: string, more: object = {}) => {
    added.length = 0;
    return createBot(commands, desk, { unanswered: list }).respond({
      command: 'ask',
      options: { question },
      member: asker,
      ...more,
    });
  };
  const known = desk.knowledge.facts.values().next().value?.questions[0] ?? '';

  test('what it cannot answer, but not again when that is shared', async () => {
    await ask('zebra');
    expect(added).toEqual(['zebra']);
    await ask('zebra', { share: true });
    expect(added).toEqual([]);
  });

  test('not what it answers, unless the member says that it missed the question', async () => {
    const { buttons = [] } = await ask(known);
    expect(added).toEqual([]);
    const missed = buttons.find(({ label }) => label === "This didn't answer my question");
    await createBot(commands, desk, { unanswered: list }).respond({
      member: asker,
      ...(missed?.request ?? { command: '', options: {} }),
    });
    expect(added).toEqual([known]);
  });

  test('nothing where it cannot be written, and says so', async () => {
    const full: UnansweredLog = { ...list, add: async () => 'not written' };
    const { blocks } = await createBot(commands, desk, { unanswered: full }).respond({
      command: 'not-answered',
      options: { question: known },
      member: asker,
    });
    expect(blocks).toEqual([{ kind: 'text', text: expect.stringContaining('could not be put on the list') }]);
  });

  test('nothing where there is no list, and no button offers it', async () => {
    const { buttons = [] } = await createBot(commands, desk).respond({
      command: 'ask',
      options: { question: known },
      member: asker,
    });
    expect(buttons.map(({ label }) => label)).not.toContain("This didn't answer my question");
  });
});

const [one, other] = [...desk.knowledge.facts.values()] as [Fact, Fact];
const entry = (question = '', day = '2026-03-01') => ({ day, question });
const group = (...entries: readonly UnansweredQuestion[]) => groupUnanswered(entries, desk);

test('wordings are grouped by what they come nearest to, counted, the most asked first', async () => {
  const groups = await group(
    entry(other.questions[0]),
    entry(one.questions[0], '2026-03-02'),
    entry(one.questions[1]),
    entry(one.questions[0]),
    entry('?!'),
  );
  expect(groups.map(({ times }) => times)).toEqual([3, 1, 1]);
  expect(groups[0]).toMatchObject({
    key: `fact ${one.id}`,
    title: expect.stringContaining(one.short),
    last: '2026-03-02',
    wordings: [
      { question: one.questions[0], times: 2 },
      { question: one.questions[1], times: 1 },
    ],
  });
});

test('what the fact or gap has already is not offered; the rest is, as YAML, the most asked first', async () => {
  const gap = [...desk.knowledge.gaps.values()][0] as Gap;
  const fresh = `${gap.questions[0]} please`;
  const known = await group(entry(gap.questions[0]), entry(one.questions[0]));
  expect(known.map(({ paste }) => paste)).toEqual([undefined, undefined]);

  const near: Desk = {
    ...desk,
    ask: (question) => desk.ask(question === fresh ? (gap.questions[0] ?? '') : question),
  };
  const [mixed] = await groupUnanswered([entry(gap.questions[0]), entry(fresh), entry(fresh)], near);
  expect(mixed).toMatchObject({
    title: gap.says,
    paste: { place: `gaps.yaml, "${gap.id}", under questions`, count: 1 },
  });
  expect(parse(mixed?.paste?.snippet() ?? '')).toEqual([fresh]);

  // What comes with the bot is not the curator's to edit; wordings can be added to it.
  const common = { ...near, knowledge: { ...near.knowledge, commonGaps: new Set([gap.id]) } };
  const [added] = await groupUnanswered([entry(fresh)], common);
  expect(added?.paste?.place).toBe(`wordings/gaps.yaml, "${gap.id}", under asked`);
});

test('what is near nothing is called a distant guess, or nothing, and becomes a new gap', async () => {
  const [nothing] = await group(entry('?!'), entry('?!!'));
  expect(nothing).toMatchObject({
    title: 'Nothing close',
    paste: { place: 'gaps.yaml, as a new gap', count: 2 },
  });
  expect(parse(nothing?.paste?.snippet() ?? '')).toEqual([
    { id: '', says: '', nearest: [], questions: ['?!', '?!!'] },
  ]);
  expect(parse(nothing?.paste?.snippet(1) ?? '')).toEqual([
    { id: '', says: '', nearest: [], questions: ['?!'] },
  ]);
});

test.each<[string, Answer, string]>([
  [
    'unsure',
    {
      outcome: 'unsure',
      candidates: [one, other].map((fact) => ({ fact, question: '' })),
    },
    'Only a guess',
  ],
  ['unknown', { outcome: 'unknown', nearest: [one, other] }, 'a distant guess'],
])(
  'a guess is called one, and a new gap that names what is near is offered: %s',
  async (_, answer, called) => {
    const [guess] = await groupUnanswered([entry('whatever')], { ...desk, ask: () => answer });
    expect(guess?.title).toContain(called);
    expect(guess?.title).toContain(one.short);
    expect(guess?.paste?.place).toMatch(/^gaps\.yaml, as a new gap/);
    const [gap] = parse(guess?.paste?.snippet() ?? '') as [{ nearest: string[]; questions: string[] }];
    expect(gap.nearest[0]).toBe(one.id);
    expect(gap.questions).toEqual(['whatever']);
  },
);

test('the desk is asked each wording once, however often the list is grouped, and others get their turn between', async () => {
  let asked = 0;
  let turns = 0;
  const counting: Desk = {
    ...desk,
    ask(question) {
      asked += 1;
      return desk.ask(question);
    },
  };
  const entries = Array.from({ length: 300 }, (_, i) => entry(`question ${i % 30}`));
  const others = setInterval(() => {
    turns += 1;
  });
  const steps: number[] = [];
  const first = await groupUnanswered(entries, counting, (done) => steps.push(done));
  clearInterval(others);
  const again = await groupUnanswered(entries, counting);
  expect(asked).toBe(30);
  expect(steps).toEqual(Array.from({ length: 30 }, (_, i) => i));
  expect(again.map(({ key, times }) => [key, times])).toEqual(first.map(({ key, times }) => [key, times]));
  expect(turns).toBeGreaterThan(0);
});
