// The judge with the real knowledge: its verdicts on claims in many notations and wordings, and what it never says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LABELLED, readClaims } from '../../src/evaluation/labelled.ts';
import { desk } from '../real-desk.ts';

const verdictOf = (claim: string) => desk.judge(claim).verdict;

describe('a claim and the same claim in another notation get one verdict', () => {
  test.each([
    [
      '96.3% of the voters said yes',
      [
        '96,3% of the voters said yes',
        '96.3 percent of the voters said yes',
        '96.3 per cent of the voters said yes',
        '９６.３％ of the voters said yes',
      ],
    ],
    [
      '6,310 ballots were cast',
      [
        '6 310 ballots were cast',
        '6310 ballots were cast',
        "6'310 ballots were cast",
        'six thousand three hundred and ten ballots were cast',
      ],
    ],
    [
      'writers lost more than $287 million in the last strike',
      [
        'writers lost more than US$287m in the last strike',
        'writers lost more than 287 million dollars in the last strike',
        'writers lost more than $287M in the last strike',
      ],
    ],
    [
      'the contract expires on May 1',
      [
        'the contract expires on 1 May',
        'the contract expires on May 1st',
        'the contract expires on 2017-05-01',
        'the contract expires on 5/1',
      ],
    ],
    [
      'the last strike lasted 100 days',
      ['the last strike lasted a hundred days', 'the last strike lasted one hundred days'],
    ],
  ])('%s', (claim, others) => {
    expect(verdictOf(claim)).toBe('supported');
    expect(others.map(verdictOf)).toEqual(others.map(() => 'supported'));
  });
});

test.each([
  ['97.85 percent said yes', 'yes-share'],
  ['The WGA did not authorize a strike', 'vote-outcome'],
  ['It is false that 96.3% voted yes', 'yes-share'],
  ['5,310 ballots came in', 'ballots-cast'],
  ['Average pay for TV writer-producers slid 32% in two years', 'salary-drop'],
  ['Average pay for TV writer-producers went up 23% in two years', 'salary-drop'],
  ["The Alliance speaks for Hollywood's writers", 'alliance'],
  ['Talks resume on Wednesday', 'talks-resume'],
  ["The union isn't asking for anything more in the way of residuals", 'demand-residuals'],
  ['My buddy in the business says turnout of the eligible was 76.5', 'turnout'],
  ['The studios have said yes to almost all of the demands', 'studios-answer'],
  ["The writers' contract expires on May 10", 'contract-expiry'],
  ['Keyser was heard on the podcast only after the ballots were counted', 'keyser-podcast'],
  ['The last strike cost the writers $287 million at the very most, says the alliance', 'losses-2007'],
  ['Nobody sees the vote as a way to put pressure on the studios', 'vote-tactic'],
  ['Profits are up while executives earn less, the writers say', 'profits-risen'],
])('is contradicted, by its fact: %s', (claim, id) => {
  const { verdict, facts } = desk.judge(claim);
  expect(verdict).toBe('contradicted');
  expect(facts.map((fact) => fact.id)).toContain(id);
});

test.each([
  ['The union counts well over 20,000 members.', 'membership'],
  ['turnout was 76.5 of eligible members btw, historic', 'turnout'],
])('is contradicted by what it is about before anything else: %s', (claim, id) => {
  const { verdict, facts } = desk.judge(claim);
  expect([verdict, facts[0]?.id]).toEqual(['contradicted', id]);
});

test.each([
  ['turnout was >60% among eligible members', 'turnout'],
  ['~70% of eligible members voted', 'turnout'],
  ['In 2007 nine in ten voted yes', 'vote-2007'],
  ['Hardly anyone said no', 'no-share'],
  ['Fewer than one voter in twenty-five opposed giving the leaders strike power', 'no-share'],
  ['The studios turned down practically everything we put to them, our guild says', 'studios-answer'],
  ['Pretty much everyone expected this vote to go through', 'vote-anticipated'],
  ['Bargaining starts up again tomorrow', 'talks-resume'],
  ['No strike has been called', 'no-strike-called'],
  ['There were 26 yeses to one no in this vote', 'yes-to-no-ratio'],
  ['The last strike dragged on for more than three months', 'last-strike-length'],
  ['96.3% of the members who voted said yes', 'yes-share'],
  ['65% of the eligible members voted yes', 'yes-of-eligible'],
  ['47% of all members voted yes', 'yes-of-all-members'],
])('is supported, by its fact: %s', (claim, id) => {
  const { verdict, facts } = desk.judge(claim);
  expect(verdict).toBe('supported');
  expect(facts.map((fact) => fact.id)).toContain(id);
});

test.each([
  'Bananas are yellow',
  'In 1988 the writers struck for 22 weeks',
  '98% of the actors voted to authorize a strike',
  'Netflix offered to pay for the health plan',
  "The writers' strike is what killed Pushing Daisies",
  '96.3% voted yes and nobody voted yes',
  'Neither the writers nor the studios have at any point left the bargaining table',
  'Turnout was 67.5% of eligible members, with 5,310 ballots in',
  '96.3% of all WGA members, whether they voted or not, said yes',
  'the studios should just pay these people what they are worth',
  '96.3% of members said yes',
  'Fewer than 92% of the voters said yes',
  'Two in three members took part in the vote',
  'The guild has 13,000 members and two thirds of them voted',
  'By a slim margin, the union gave its leaders the power to call a strike',
  'Few see the vote as a bargaining tactic',
  // Shares of other groups than of those who voted, which they do not name.
  '65% voted yes',
  'Two thirds voted yes',
  '47% said yes to the strike authorization',
  '49% voted',
  'A strike threat is worth next to nothing to the guild, says Keyser',
])('is never supported: %s', (claim) => {
  expect(verdictOf(claim)).not.toBe('supported');
});

test('a right figure of ten years ago is not held against the one of today', () => {
  expect(verdictOf('90% of the voters said yes ten years ago')).not.toBe('contradicted');
});

test('an opinion is neither borne out nor contradicted', () => {
  expect(verdictOf('the companies ought to simply pay writers what they are worth')).toBe('not_in_source');
});

test.each(['The studios left the table first', 'The writers were the first to walk away'])(
  'what is disputed is neither borne out nor contradicted: %s',
  (claim) => {
    expect(verdictOf(claim)).toBe('not_in_source');
  },
);

/** True statements, each with the verb that its denial needs. */
const TRUE_CLAIMS = [
  ['96.3% of the voters', 'said yes', 'did not say yes'],
  ['The contract', 'expires on May 1', 'does not expire on May 1'],
  ['The talks', 'began in March', 'did not begin in March'],
  ['The guild', 'asks for bigger residuals', 'does not ask for bigger residuals'],
  ['The health plan', 'has faced deficits in recent years', 'has not faced deficits in recent years'],
  ['The 2007 strike', 'hurt everyone', 'did not hurt everyone'],
  ['The authorization', 'was widely expected', 'was not widely expected'],
  ['Seasons', 'have become shorter', 'have not become shorter'],
  ['Corporate profits', 'have risen', 'have not risen'],
] as const;

test('a denied claim is never supported', () => {
  const denied = TRUE_CLAIMS.flatMap(([subject, , verb]) => {
    const claim = TRUE_CLAIMS.find(([other]) => other === subject);
    return [`${subject} ${verb}`, `It is not true that ${subject.toLowerCase()} ${claim?.[1]}`];
  });
  expect(denied.filter((claim) => verdictOf(claim) === 'supported')).toEqual([]);
});

describe('what is put around a claim', () => {
  const claims = TRUE_CLAIMS.map(([subject, verb]) => `${subject} ${verb}`).filter(
    (claim) => verdictOf(claim) === 'supported',
  );
  const framed = (frame: string) => claims.map((claim) => frame.replace('...', claim));

  test.each([
    'No doubt about it, ...',
    "it's true that ...",
    "I can't believe ...",
    'Nobody denies that ...',
  ])('and only stresses it changes nothing: %s', (frame) => {
    expect(framed(frame).map(verdictOf)).toEqual(claims.map(() => 'supported'));
  });

  test.each([
    'no way ...',
    '..., my foot',
    '...? Yeah right.',
    "It's a myth that ...",
    'You made up that ...',
  ])('and says that it is not so contradicts it: %s', (frame) => {
    expect(framed(frame).flatMap((text) => desk.check(text).map(({ verdict }) => verdict))).toEqual(
      claims.map(() => 'contradicted'),
    );
  });

  test.each([
    'As if ...',
    'if only ...',
    'who says ...',
    'I doubt that ...',
    'Yeah right, ...',
    'suppose ...',
  ])('and withholds whether it is so leaves it undecided: %s', (frame) => {
    expect(framed(frame).map(verdictOf)).toEqual(claims.map(() => 'not_in_source'));
  });

  test('is kept in the claim that is shown', () => {
    const claim = 'Nobody denies that corporate profits have risen';
    expect(desk.judge(claim)).toMatchObject({ verdict: 'supported', claim });
  });
});

test('what the article lacks, added to a claim, keeps it from being supported', () => {
  const additions = [
    'and Meryl Streep applauded',
    'and the mayor of Chicago called it a scandal',
    'because the moon was full',
    'and 4,000 nurses joined them',
    'and Paramount fired its lawyers',
  ];
  const claims = TRUE_CLAIMS.flatMap(([subject, verb]) =>
    additions.map((addition) => `${subject} ${verb}, ${addition}`),
  );
  expect(claims.filter((claim) => verdictOf(claim) === 'supported')).toEqual([]);
});

test('a bound that holds still holds when it is widened', () => {
  const share = fc.integer({ min: 40, max: 95 });
  fc.assert(
    fc.property(share, share, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const narrow = verdictOf(`More than ${high}% of the voters said yes`);
      expect(verdictOf(`More than ${low}% of the voters said yes`)).toBe(narrow);
    }),
    { numRuns: 30 },
  );
});

test('a share that is not the right one is never supported', () => {
  const wrong = fc.integer({ min: 100, max: 999 }).filter((tenths) => ![963, 960, 970, 900].includes(tenths));
  fc.assert(
    fc.property(wrong, (tenths) => {
      expect(
        verdictOf(`${(tenths / 10).toFixed(1)}% of those who cast ballots voted yes this time`),
      ).not.toBe('supported');
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['The guild asks the studios for higher minimums', 'The studios ask the guild for higher minimums'],
  [
    'The studios proposed cuts to the health plan, says the guild',
    'The guild proposed cuts to the health plan, say the studios',
  ],
  ['The guild accuses the studios of misinformation', 'The studios accuse the guild of misinformation'],
  ['The alliance represents the studios', 'The alliance represents the writers'],
])('with the parties swapped it is never supported: %s', (_, swapped) => {
  expect(verdictOf(swapped)).not.toBe('supported');
});

describe('what is turned round is hardly ever supported', async () => {
  /** One in this many claims is turned round. */
  const SHARE = 4;
  const labelled = (
    await Promise.all((['members', 'prose'] as const).map((set) => readClaims(LABELLED.heldOut, set)))
  ).flat();
  const supported = labelled
    .filter(({ verdict }, i) => verdict === 'supported' && i % SHARE === 0)
    .map(({ claim }) => claim)
    .filter((claim) => verdictOf(claim) === 'supported');
  const auxiliary = /\b(?:is|are|was|were|has|have|had|can|could|will|would)\b(?! not)(?!n['’]t)/i;
  const names: readonly [RegExp, string][] = [
    [/\b(?:writers guild(?: of america)?|guild|wga|union)\b/gi, 'alliance'],
    [/\b(?:alliance|amptp)\b/gi, 'guild'],
    [/\b(?:writers|members)\b(?!-)/gi, 'studios'],
    [/\b(?:studios|companies|employers|producers)\b/gi, 'writers'],
  ];
  /** Claims with the parties exchanged, all names at once. */
  const exchange = (claim: string) => {
    const marked = names.reduce((text, [name], i) => text.replace(name, `<${i}>`), claim);
    return marked.replace(/<(\d)>/g, (_, i) => names[Number(i)]?.[1] ?? '');
  };

  test.each<[string, number, (claim: string) => string]>([
    ['with "not" behind the first auxiliary verb', 0.08, (claim) => claim.replace(auxiliary, '$& not')],
    ['with "never" there', 0.08, (claim) => claim.replace(auxiliary, '$& never')],
    ['behind "it is not true that"', 0, (claim) => `It is not true that ${claim}`],
    ['behind "it is a myth that"', 0, (claim) => `It is a myth that ${claim}`],
    ['with the parties exchanged', 0.1, exchange],
  ])('%s', (_, most, turn) => {
    const turned = supported.map(turn).filter((claim, i) => claim !== supported[i]);
    expect(turned.length).toBeGreaterThan(15);
    const left = turned.filter((claim) => verdictOf(claim) === 'supported');
    expect(left.length / turned.length).toBeLessThanOrEqual(most);
  });
});

test.each([
  ['Pay is up 23%', 'the figure by which it fell'],
  ['Membership of the alliance stands at nearly 13,000', 'the other side'],
  ['Membership of the alliance stands at just under 13,000', 'the other side, surely by its figure'],
  ['The strike will cost writers $287 million again', 'what was, put off to the future'],
  ['Support was weaker than the 90% of 2007', 'a figure that is only compared with'],
  ['The article denies that 96.3% voted yes', 'a denial of the whole'],
  [
    'Writers gained upward of a quarter billion dollars in the last strike, says the AMPTP',
    'gained for lost',
  ],
  ['With a minority that crushing, the guild may find its hand strengthened', 'minority for majority'],
  ['The average salary of all writers fell 23%', 'a figure of some, told of all'],
  ['TV writer-producers earn 23% more than two years ago', 'more, for a figure by which it fell'],
])('is not supported: %s (%s)', (claim) => {
  expect(verdictOf(claim)).not.toBe('supported');
});

test.each([
  'Writers lost 287 million',
  'In 2007s vote 90% said yes',
  'The last strike ran from one year into the next, a hundred days in all',
  'The writers say it isn’t so that they left first',
  'The article was published in 2017',
  'The studios claim the writers walked out first',
])('is right, and is not contradicted: %s', (claim) => {
  expect(verdictOf(claim)).not.toBe('contradicted');
});

/** Past and coming events, in chronological order. */
const EVENTS = [
  'the talks began',
  'both sides left the table',
  'the members voted to authorize a strike',
  'the talks resume',
  'the contract expires',
];

test('events in the wrong order are never supported', () => {
  const wrong = EVENTS.flatMap((earlier, i) =>
    EVENTS.slice(i + 1).flatMap((later) => [`${later} before ${earlier}`, `${earlier} after ${later}`]),
  );
  expect(wrong.filter((claim) => verdictOf(claim) === 'supported')).toEqual([]);
});

test.each([
  'Talks pick up again before the contract runs out',
  'The two sides left the table before the vote',
  'The contract expires after talks resume',
  'The talks began before the vote',
])('events in the right order are not contradicted: %s', (claim) => {
  expect(verdictOf(claim)).not.toBe('contradicted');
});

test('two clauses whose order is wrong are one part of a claim', () => {
  expect(desk.judge('The contract runs out before talks resume').parts).toMatchObject([
    { text: 'The contract runs out before talks resume', verdict: 'contradicted' },
  ]);
});

test.each([
  'The guild says the studios rejected nearly all of its proposals',
  'Exclusivity contracts keep writers from working on more than one series',
])('who rejects an offer is not quoted, and "more than one" is no figure: %s', (claim) => {
  expect(verdictOf(claim)).toBe('supported');
});

test.each([
  ["$287 million is what the studios lost in the last strike, by the alliance's account", 'losses-2007'],
  ['Staffers on popular shows are spared trouble in making ends meet, the writers say', 'ends-meet'],
  ['Writer-producers make 23% less than they did five years ago, says the guild', 'salary-drop'],
])('is not supported where it is another who lost, is spared or compares: %s', (claim, id) => {
  const { verdict, facts } = desk.judge(claim);
  expect(verdict).not.toBe('supported');
  expect(facts.map((fact) => fact.id)).toContain(id);
});

test.each([
  ['The guild says writer-producers earn 23% less than two years ago', 'salary-drop'],
  ['According to the alliance, its members are committed to reaching a deal', 'quote-alliance-deal'],
])('what is compared with then, or owned by who says so, is read: %s', (claim, id) => {
  const { verdict, facts } = desk.judge(claim);
  expect([verdict, facts[0]?.id]).toEqual(['supported', id]);
});

test.each([
  ['nothing', ''],
  ['6,000 characters', 'and the guild said that '.repeat(250)],
  ['500 figures', '96.3% '.repeat(500)],
  ['200 nested clauses', 'which the studios, '.repeat(200)],
  ['half-read figures', '6,31,0 ballots and 9o% said yes'],
  ['brackets without end', '('.repeat(3_000)],
  ['a lone half of a character', '\uD83D said yes'],
])('whatever it is given it judges, and does not support: %s', (_, claim) => {
  expect(verdictOf(claim)).not.toBe('supported');
});

test.each(['The contract has not expired yet', "the contract hasn't run out", "Talks haven't resumed"])(
  'what is planned and has not happened so far is not denied: %s',
  (claim) => {
    expect(verdictOf(claim)).not.toBe('contradicted');
  },
);

test.each(['The contract will not expire', "Talks won't resume on Tuesday"])(
  'that it will not happen is a denial: %s',
  (claim) => {
    expect(verdictOf(claim)).toBe('contradicted');
  },
);

test.each(['How many members voted yes?', 'how many members voted yes', 'what does the guild want'])(
  'a question claims nothing that could be supported: %s',
  (question) => {
    expect(desk.check(question)).toMatchObject([{ verdict: 'not_in_source', undecided: true }]);
  },
);

test('where a question is answered, the answer is checked, and the question tells what it is about', () => {
  expect(desk.check('How large is the guild? It has some 6,310 members.')).toMatchObject([
    { claim: 'It has some 6,310 members.', verdict: 'contradicted' },
  ]);
  expect(desk.check('What is in dispute? Pay and benefits.')).toMatchObject([
    { claim: 'Pay and benefits.', verdict: 'supported' },
  ]);
});

test('a claim that says whom it is not about is shown as it was written', () => {
  const claim = 'It was the alliance, not the guild, that put the losses at $287 million.';
  expect(desk.check(`${claim} Talks resume on Tuesday.`)).toMatchObject([
    { claim, verdict: 'supported', parts: [{ text: claim, verdict: 'supported' }] },
    { claim: 'Talks resume on Tuesday.' },
  ]);
});

test('an explanation names the assertions, what was read, the rules and the verdict', () => {
  const lines = desk
    .explain('Turnout was 57.5% of eligible members, and the contract expires on May 1')
    .join('\n');
  expect(lines).toMatch(/assertion: "Turnout was 57\.5\s?% of eligible members"/);
  expect(lines).toContain('- another figure: turnout');
  expect(lines).toContain('+ date fits: contract-expiry');
  expect(lines).toContain('verdict: contradicted');
});
