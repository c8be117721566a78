// What each verdict on a claim looks like, over hand-made verdicts: alone, part by part, and among several.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareReply } from '../../src/bot/post.ts';
import type { Block } from '../../src/bot/reply.ts';
import { overallVerdict, verdictReply, verdictText } from '../../src/bot/verdict-reply.ts';
import type { Part, Verdict, VerdictKind } from '../../src/core/judging/verdict.ts';
import { factOf } from '../../src/core/knowledge/parse.ts';
import type { Fact } from '../../src/core/knowledge/schema.ts';
import { toMessage } from '../../src/discord/render-message.ts';
import { checkMessage } from '../../src/local/server/limits.ts';
import { asker, asOfLine, HOSTILE, knowledge } from '../fixtures.ts';

const fact = (id: string) => factOf(knowledge, id);
const part = (text: string, verdict: VerdictKind, ...facts: Fact[]): Part => ({ text, verdict, facts });

/** A verdict on a claim of these parts, as the judge combines them. */
function judged(parts: readonly Part[], more: Partial<Verdict> = {}): Verdict {
  const kinds = parts.map((one) => one.verdict);
  const verdict = kinds.includes('contradicted')
    ? 'contradicted'
    : kinds.every((kind) => kind === 'supported')
      ? 'supported'
      : 'not_in_source';
  const facts = parts.flatMap((one) => (one.verdict === verdict ? one.facts : []));
  return { verdict, claim: parts.map(({ text }) => text).join(' and '), parts, facts, nearest: [], ...more };
}

const yes = (...facts: Fact[]) => judged([part('it is so', 'supported', ...facts)]);
const no = (...facts: Fact[]) => judged([part('it is so', 'contradicted', ...facts)]);
const unsaid = (more: Partial<Verdict> = {}) => judged([part('cats are pets', 'not_in_source')], more);
const linesOf = (verdict: Verdict) => verdictText([verdict], knowledge).split('\n');
const textsOf = (blocks: readonly Block[], kind: Block['kind']) =>
  blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [block.text] : []));
const citedIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'citation' ? [block.excerpt] : []));
const claimedBy = (...saidBy: string[]): Fact => ({ ...fact('refusal'), saidBy });

describe('what is borne out', () => {
  test.each([
    [fact('raise'), ['Yes, the article says so', 'Claim of raise.']],
    [fact('yes-share'), ['Yes, the guild says so; the article does not confirm it', 'Claim of yes-share.']],
    [
      fact('who-left'),
      [
        'Yes, the article reports it as disputed',
        'Claim of who-left.',
        'Disputed between the guild and the studios.',
      ],
    ],
    [
      fact('yes-votes'),
      [
        'Yes, worked out from what the article says',
        'Claim of yes-votes.',
        'Worked out, not stated by the article: 96.3% of 6,310.',
      ],
    ],
    [
      fact('vote-day'),
      [
        'Yes, worked out from the article and what is known about it',
        'Claim of vote-day.',
        "Worked out from the article's date: The text says Monday only.",
      ],
    ],
    [
      fact('expiry'),
      [
        'Yes, the article says so; the year is worked out',
        'Claim of expiry.',
        "Worked out from the article's date: The year follows from the date of the text.",
      ],
    ],
  ])('is a yes, and whose word it is ($0.status)', (one, lines) => {
    expect(linesOf(yes(one))).toEqual(lines);
  });

  test.each([
    [['studios'], 'Yes, the studios say so;'],
    [['keyser', 'studios'], 'Yes, Chris Keyser and the studios say so;'],
    [['the Alliance of Producers'], 'Yes, the Alliance of Producers says so;'],
    [['Chris Keyser, of the guild'], 'Yes, Chris Keyser, of the guild, says so;'],
  ])('is in good English whoever says it: %j', (saidBy, words) => {
    expect(linesOf(yes(claimedBy(...saidBy)))[0]?.startsWith(words)).toBe(true);
  });

  test('is quoted in full if somebody is quoted', () => {
    expect(verdictReply([yes(fact('leverage'))], 'x', knowledge).blocks).toContainEqual({
      kind: 'quote',
      text: 'is either the threat of or the actual practice of a strike.',
      source: 'Chris Keyser, in a podcast, paragraph 4',
    });
  });

  test('by one fact in all its parts is told once', () => {
    const parts = [part('a', 'supported', fact('raise')), part('b', 'supported', fact('raise'))];
    expect(linesOf(judged(parts))).toEqual(['Yes, the article says so', 'Claim of raise.']);
  });

  test('by several facts is told part by part, with one headline if it is one word', () => {
    const parts = [part('one.', 'supported', fact('raise')), part('two', 'supported', fact('health'))];
    expect(linesOf(judged(parts))).toEqual([
      'Yes, the article says so',
      '- “one”: yes, the article says so. Claim of raise.',
      '- “two”: yes, the article says so. Claim of health.',
    ]);
  });

  test('by the words of several has no single word in its headline', () => {
    const parts = [
      part('one', 'supported', fact('raise')),
      part('two', 'supported', fact('yes-share'), fact('turnout')),
    ];
    expect(linesOf(judged(parts))).toEqual([
      'Yes, all of this is borne out',
      '- “one”: yes, the article says so. Claim of raise.',
      '- “two”: yes, the guild says so. Claim of yes-share.',
    ]);
  });
});

describe('what is contradicted', () => {
  test('is a no, with what is right and who says so', () => {
    expect(linesOf(no(fact('yes-share')))).toEqual([
      'No, the article says otherwise: 96.3% voted yes',
      'Claim of yes-share.',
      'The guild says so; the article does not confirm it.',
    ]);
  });

  test('by what the article does not state itself is no word of the article', () => {
    expect(linesOf(no(fact('yes-votes')))[0]).toBe(
      'No. Worked out from what the article says: Short of yes-votes',
    );
  });

  test('in one of its parts names that part first, then what is borne out, and nothing else', () => {
    const parts = [
      part('two thirds came', 'supported', fact('turnout')),
      part('the hall was full', 'not_in_source'),
      part('12% said yes', 'contradicted', fact('yes-share')),
    ];
    expect(linesOf(judged(parts))).toEqual([
      'No, the article says otherwise: 96.3% voted yes',
      '- “12% said yes”: no. Claim of yes-share. (the guild says so)',
      '- “two thirds came”: yes, the article says so. Claim of turnout.',
    ]);
  });
});

test('what is worked out is called so once', () => {
  const derived = (short: string): Fact => ({ ...fact('yes-votes'), short });
  expect(linesOf(no(derived('About half')))[0]).toBe('No. Worked out from what the article says: About half');
  expect(linesOf(no(derived('About half (worked out, not stated)')))[0]).toBe(
    'No: About half (worked out, not stated)',
  );
});

describe('what the article does not say', () => {
  test('is nothing but that, where nothing is near', () => {
    expect(linesOf(unsaid())).toEqual(["The article doesn't say"]);
  });

  const gap = knowledge.gaps.get('result-hour');
  if (!gap) throw new Error('the story has lost its gap');

  test('has the gap for a headline, and the nearest thing', () => {
    expect(linesOf(unsaid({ gap, nearest: [fact('vote-day')] }))).toEqual([
      "The article doesn't say at what hour.",
      'The nearest thing that it does say:',
      '- Claim of vote-day.',
    ]);
  });

  test('has its own headline where the gap is worded in another way', () => {
    const says = 'The article gives the day, but no hour.';
    expect(linesOf(unsaid({ gap: { ...gap, says } }))).toEqual(["The article doesn't say", says]);
  });

  test('is told with the fact that it is about, and never that fact as what it does not say', () => {
    const about = unsaid({ facts: [fact('yes-share')], nearest: [fact('yes-share'), fact('turnout')] });
    expect(linesOf(about)).toEqual([
      "The article doesn't say",
      'What it does say of this:',
      'Claim of yes-share.',
      'The guild says so; the article does not confirm it.',
      'The nearest thing that it does say:',
      '- Claim of turnout.',
    ]);
  });

  test('in a part of a claim leaves the other part borne out', () => {
    const parts = [
      part('They asked for 3%', 'supported', fact('raise')),
      part('a new car', 'not_in_source'),
      part('a pony', 'not_in_source'),
    ];
    expect(linesOf(judged(parts, { gap }))).toEqual([
      "Partly: some of this is borne out; the rest the article doesn't say",
      '- “They asked for 3%”: yes, the article says so. Claim of raise.',
      "- “a new car”, “a pony”: the article doesn't say.",
      "The article doesn't say at what hour.",
    ]);
  });
});

test('an undecided claim gets the fact without a verdict', () => {
  const parts = [part('96% said yes', 'supported', fact('yes-share')), part('so', 'not_in_source')];
  const facts = [fact('yes-share')];
  const lines = linesOf(judged(parts, { facts, nearest: [fact('turnout')], undecided: true }));
  expect(lines).toEqual([
    'Here is what the article says of this:',
    'Claim of yes-share.',
    'The guild says so; the article does not confirm it.',
  ]);
});

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
      { kind: 'list', items: ['Claim of yes-share. (the guild says so)'] },
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
    ]);
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
        const json = components.map((component) => component.toJSON() as never);
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
