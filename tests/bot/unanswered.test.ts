// An entry of the unanswered list does not identify who asked, and groups lead to the right place in the knowledge.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCommands } from '../../src/app/load-commands.ts';
import { createBot, deidentify, groupUnanswered, type UnansweredLog } from '../../src/bot/index.ts';
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
    fc.string({ unit: 'binary', maxLength: 20 }),
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
    add: async (question) => added.push(question) > 0,
    entries: async () => [],
  };
  const commands = await loadCommands();
  const ask = (question: string, more: object = {}) => {
    added.length = 0;
    return createBot(commands, desk, list).respond({
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
    await createBot(commands, desk, list).respond({
      member: asker,
      ...(missed?.request ?? { command: '', options: {} }),
    });
    expect(added).toEqual([known]);
  });

  test('nothing where it cannot be written, and says so', async () => {
    const full: UnansweredLog = { ...list, add: async () => false };
    const { blocks } = await createBot(commands, desk, full).respond({
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

test('wordings are grouped by what they come nearest to, counted, the most asked first, with YAML to paste', () => {
  const [one, other] = [...desk.knowledge.facts.values()];
  const entry = (question = '', day = '2026-03-01') => ({ day, question });
  const groups = groupUnanswered(
    [
      entry(other?.questions[0]),
      entry(one?.questions[0]),
      entry(one?.questions[1]),
      entry(one?.questions[0], '2026-03-02'),
      entry('?!'),
    ],
    desk,
  );
  expect(groups.map(({ times }) => times)).toEqual([3, 1, 1]);
  expect(groups[0]).toMatchObject({
    title: `answered by the fact ${one?.id}`,
    place: `facts/${one?.topic}.yaml, "${one?.id}", under questions`,
    last: '2026-03-02',
    wordings: [
      { question: one?.questions[0], times: 2 },
      { question: one?.questions[1], times: 1 },
    ],
  });
  expect(parse(groups[0]?.snippet() ?? '')).toEqual([one?.questions[0], one?.questions[1]]);
  expect(parse(groups[0]?.snippet(1) ?? '')).toEqual([one?.questions[0]]);
  const fresh = groups.find(({ place }) => place === 'gaps.yaml, as a new gap');
  expect(parse(fresh?.snippet() ?? '')).toEqual([{ id: '', says: '', nearest: [], questions: ['?!'] }]);
});
