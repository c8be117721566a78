// The reply to a claim or a whole message: what it shows beside each verdict, and that it fits a message.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareReply } from '../../src/bot/post.ts';
import type { Block } from '../../src/bot/reply.ts';
import { overallVerdict, verdictReply } from '../../src/bot/verdict-reply.ts';
import type { Verdict } from '../../src/core/judging/verdict.ts';
import { toMessage } from '../../src/discord/render-message.ts';
import { checkMessage } from '../../src/local/server/limits.ts';
import { asker, asOfLine, HOSTILE, knowledge } from '../fixtures.ts';
import { fact, judged, no, part, unsaid, yes } from './verdicts.ts';

const textsOf = (blocks: readonly Block[], kind: Block['kind']) =>
  blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [block.text] : []));
const citedIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'citation' ? [block.excerpt] : []));

describe('the reply to one claim', () => {
  const { blocks, buttons, tone } = verdictReply([no(fact('yes-share'))], 'Only 12%\nsaid yes', knowledge);

  test('has the verdict first, then the claim in small print, and at its end the passage and the as-of line', () => {
    expect(blocks.map(({ kind }) => kind)).toEqual(['lead', 'question', 'text', 'text', 'citation', 'note']);
    expect(blocks[1]).toEqual({ kind: 'question', label: 'Claim', text: 'Only 12%. said yes' });
    expect(citedIn(blocks)).toEqual(['words on yes-share']);
    expect(textsOf(blocks, 'note')).toEqual([asOfLine]);
    expect(buttons?.map(({ label }) => label)).toEqual(['How many voted yes']);
    expect(tone).toBe('negative');
  });

  test('cites what it tells, and leads to everything that is near', () => {
    const parts = [part('a', 'supported', fact('raise'), fact('demands')), part('b', 'not_in_source')];
    const reply = verdictReply([judged(parts, { nearest: [fact('turnout')] })], 'x', knowledge);
    expect(citedIn(reply.blocks)).toEqual(['words on raise']);
    expect(reply.buttons?.map(({ request }) => request.options.fact)).toEqual([
      'raise',
      'demands',
      'turnout',
    ]);
  });
});

test('the nearest things are told of a claim that nothing bears out, not of one that is borne out in part', () => {
  const leadIn = (verdict: Verdict) =>
    textsOf(verdictReply([verdict], 'x', knowledge).blocks, 'text').filter((text) => /nearest/.test(text));
  const nearest = [fact('turnout')];
  expect(leadIn(unsaid({ nearest }))).toEqual(['The nearest thing that it does say:']);
  const parts = [part('a', 'supported', fact('raise')), part('b', 'not_in_source')];
  expect(leadIn(judged(parts, { nearest }))).toEqual([]);
});

describe('shared, a verdict says by itself what it is about', () => {
  const gap = [...knowledge.gaps.values()][0];
  const undecided = judged([part('so it is', 'not_in_source')], {
    facts: [fact('yes-share')],
    undecided: true,
  });
  const sharedQuestion = (verdict: Verdict) => {
    const reply = verdictReply([verdict], verdict.claim, knowledge);
    if (reply.shareable === false) return 'not shared';
    return textsOf(shareReply(reply, 'x', asker).blocks, 'question').join() || 'without the claim';
  };

  test.each<[string, Verdict, string]>([
    ['a claim that is borne out', yes(fact('yes-share')), '“it is so”'],
    ['a claim that is contradicted', no(fact('yes-share')), '“it is so”'],
    ['an undecided claim', undecided, '“so it is”'],
    ['a claim for which there is a gap', unsaid(gap && { gap }), 'without the claim'],
    ['small talk', unsaid(gap && { gap: { ...gap, nearest: [] } }), 'not shared'],
    ['a claim of which nothing is known', unsaid({ nearest: [fact('turnout')] }), 'not shared'],
  ])('%s', (_, verdict, expected) => {
    expect(sharedQuestion(verdict)).toBe(expected);
  });
});

test('a claim that cannot be shared is cut after a word, all of it for one that can', () => {
  const claim = 'they say that cats are pets '.repeat(10).trim();
  const shown = (verdict: Verdict) =>
    textsOf(verdictReply([verdict], claim, knowledge).blocks, 'question').join();
  expect(shown(yes(fact('yes-share')))).toBe(claim);
  expect(shown(unsaid())).toMatch(/^they say .+ (they|say|that|cats|are|pets)…$/);
  expect(shown(unsaid()).length).toBeLessThanOrEqual(120);
});

describe('the reply to several claims', () => {
  const verdicts = [
    yes(fact('raise')),
    no(fact('yes-share')),
    judged([part('they asked', 'supported', fact('demands')), part('and sang', 'not_in_source')]),
    judged([part('so it is', 'not_in_source')], { facts: [fact('turnout')] }),
    unsaid(),
  ];
  const { blocks } = verdictReply(verdicts, 'the whole message', knowledge);

  test('has a verdict for each, the claim small below it, and what it rests on', () => {
    expect(blocks.filter(({ kind }) => kind !== 'citation').slice(0, -1)).toEqual([
      { kind: 'question', label: 'Claims', text: 'the whole message' },
      { kind: 'lead', text: 'Yes, the article says so' },
      { kind: 'note', text: '“it is so”' },
      { kind: 'list', items: ['Claim of raise.'] },
      { kind: 'lead', text: 'No, the article says otherwise: 96.3% voted yes' },
      { kind: 'note', text: '“it is so”' },
      { kind: 'list', items: ['Claim of yes-share. The guild says so.'] },
      { kind: 'lead', text: "Partly: some of this is borne out; the rest the article doesn't say" },
      { kind: 'note', text: '“they asked and and sang”' },
      {
        kind: 'list',
        items: [
          '“they asked”: yes, the article says so. Claim of demands.',
          "“and sang”: the article doesn't say.",
        ],
      },
      { kind: 'lead', text: "The article doesn't say" },
      { kind: 'note', text: '“so it is”' },
      { kind: 'list', items: ['What it does say of this: Claim of turnout.'] },
      { kind: 'lead', text: "The article doesn't say" },
      { kind: 'note', text: '“cats are pets”' },
      { kind: 'text', text: 'Passages:' },
    ]);
  });

  test('leads to no fact that is not told', () => {
    const near = { ...unsaid(), nearest: [fact('health')] };
    const buttonsOf = (...some: Verdict[]) =>
      verdictReply(some, 'x', knowledge).buttons?.map(({ request }) => request.options.fact);
    expect(buttonsOf(yes(fact('raise')), near)).toEqual(['raise']);
    expect(buttonsOf(near)).toEqual(['health']);
  });

  test('cites every fact that is told', () => {
    expect(citedIn(blocks)).toEqual([
      'words on raise',
      'words on yes-share',
      'words on demands',
      'words on turnout',
    ]);
  });

  test('says so where there may be more than are checked', () => {
    const ten = verdictReply(Array.from({ length: 10 }, unsaid), 'x', knowledge).blocks;
    expect(textsOf(ten, 'note')).toContain('At most 10 claims of a message are checked.');
  });
});

test.each([
  [[yes(fact('raise')), yes(fact('health'))], 'supported', 'positive'],
  [[yes(fact('raise')), unsaid(), no(fact('turnout'))], 'contradicted', 'negative'],
  [[yes(fact('raise')), unsaid()], 'not_in_source', 'uncertain'],
])('several verdicts come to the worst of them, in colour as well (%#)', (verdicts, kind, tone) => {
  expect(overallVerdict(verdicts)).toBe(kind);
  expect(verdictReply(verdicts, 'x', knowledge).tone).toBe(tone);
  expect(overallVerdict([])).toBe('not_in_source');
});

const someFact = fc.constantFrom(...knowledge.facts.values());
const someText = fc.constantFrom(
  'so it is',
  HOSTILE,
  'very '.repeat(60),
  'x'.repeat(500),
  '“quoted” *words*',
);
const somePart = fc.oneof(
  fc.record({
    text: someText,
    verdict: fc.constantFrom('supported' as const, 'contradicted' as const),
    facts: fc.array(someFact, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ text: someText, verdict: fc.constant('not_in_source' as const), facts: fc.constant([]) }),
);
const someVerdict = fc
  .record({ parts: fc.array(somePart, { minLength: 1, maxLength: 8 }), undecided: fc.boolean() })
  .map(({ parts, undecided }) => judged(parts, { undecided }));

test('any verdicts are within the limits of a message, and each verdict in words is on it', () => {
  fc.assert(
    fc.property(
      fc.array(someVerdict, { minLength: 1, maxLength: 10 }),
      fc.constantFrom('x', 'the *whole* message '.repeat(100)),
      (verdicts, text) => {
        const { components, flags } = toMessage(verdictReply(verdicts, text, knowledge));
        const json = components as never[];
        expect(checkMessage({ flags, components: json })).toEqual([]);
        const shown = JSON.stringify(json);
        const headlines = shown.match(
          /### (?:Yes, |No[,.] |Partly: |The article doesn't say|Here is what )/g,
        );
        expect(headlines).toHaveLength(verdicts.length);
      },
    ),
    { numRuns: 100 },
  );
});
