// What each verdict on a claim says, alone and part by part.

import { describe, expect, test } from 'vitest';
import { verdictReply, verdictText } from '../../src/bot/verdict-reply.ts';
import type { Verdict } from '../../src/core/judging/verdict.ts';
import type { Fact } from '../../src/core/knowledge/schema.ts';
import { knowledge } from '../fixtures.ts';
import { fact, judged, no, part, unsaid, yes } from './verdicts.ts';

const linesOf = (verdict: Verdict) => verdictText([verdict], knowledge).split('\n');
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
        "Yes, worked out from the article's date",
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
      '- “12% said yes”: no. Claim of yes-share. The guild says so.',
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

  test('of the nearest, what is only worked out is not called said, and several are things', () => {
    const nearestOf = (...ids: string[]) => linesOf(unsaid({ nearest: ids.map(fact) }));
    expect(nearestOf('turnout', 'yes-votes', 'raise')).toEqual([
      "The article doesn't say",
      'The nearest things that it does say:',
      '- Claim of turnout.',
      '- Claim of raise.',
    ]);
    expect(nearestOf('yes-votes')).toEqual(["The article doesn't say"]);
  });

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
    'Here is what the article says about this:',
    'Claim of yes-share.',
    'The guild says so; the article does not confirm it.',
  ]);
});
