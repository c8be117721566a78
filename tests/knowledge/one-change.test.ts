// The judge with the real knowledge: claims that are supported, with one change that makes each of them wrong.
import { expect, test } from 'vitest';
import { LABELLED, readClaims } from '../../src/evaluation/labelled.ts';
import { desk } from '../real-desk.ts';

const isSupported = (claim: string) => desk.judge(claim).verdict === 'supported';
const labelled = [
  ...(await readClaims(LABELLED.development, 'members')),
  ...(await readClaims(LABELLED.development, 'prose')),
].filter(({ verdict }) => verdict === 'supported');

const bare = (claim: string) => claim.replace(/[.!?]+$/, '');
/** Every nth claim that a change makes another one, if it is supported without the change. */
const changed = (change: (claim: string) => string, every: number) =>
  labelled
    .map(({ claim }) => ({ claim, other: change(claim) }))
    .filter(({ claim, other }) => other !== claim)
    .filter((_, i) => i % every === 0)
    .filter(({ claim }) => isSupported(claim))
    .map(({ other }) => other);

test.each<[string, (claim: string) => string, { every: number; most: number }]>([
  ['an extreme', (claim) => `${bare(claim)}, the lowest ever.`, { every: 30, most: 0.1 }],
  ['a superlative', (claim) => `${bare(claim)}, the longest of all.`, { every: 30, most: 0.1 }],
  [
    'certainty',
    (claim) => claim.replace(/\b(?:could|might)\b(?! not)(?! ha)/, 'will definitely'),
    { every: 1, most: 0.1 },
  ],
  [
    'a condition that does not matter',
    (claim) => claim.replace(/\bif the\b/i, 'even if the'),
    { every: 1, most: 0.1 },
  ],
  ['a place', (claim) => `${bare(claim)} at a carnival downtown.`, { every: 30, most: 0.1 }],
  ['a purpose', (claim) => `${bare(claim)} to impress the advertisers.`, { every: 30, most: 0.1 }],
  ['somebody else who acts', (claim) => `${bare(claim)}, and the lawyers cheered.`, { every: 30, most: 0.1 }],
  [
    'another trade',
    (claim) => claim.replace(/\b(?:writers|scribes)\b(?!['’])/i, 'actors'),
    { every: 1, most: 0.03 },
  ],
])('with %s added, hardly any is still supported', (_, change, { every, most }) => {
  const claims = changed(change, every);
  expect(claims.length).toBeGreaterThan(3);
  const wrong = claims.filter(isSupported);
  expect(wrong.length / claims.length, wrong.join('\n')).toBeLessThan(most);
});

test.each([
  'Both parties got up from the bargaining table on 24 March, a full month after the vote',
  'Talks broke off on March 24, a month after the vote',
  'The first strike went on for more than three months',
])('the order of things is not turned round: %s', (claim) => {
  expect(isSupported(claim)).toBe(false);
});

test('a time is denied along with what happened then', () => {
  expect(
    isSupported('Talks have been hostile since they began in March, but neither side walked out on March 24'),
  ).toBe(false);
});

test.each([
  "The average writer-producer's pay sank 23% while TV boomed, says the WGA",
  'The studios say the union broke off talks',
])('what is true is not contradicted by what another clause says, or another side: %s', (claim) => {
  expect(desk.judge(claim).verdict).not.toBe('contradicted');
});

test('what one side did instead of the other is judged by what it did', () => {
  const verdictOf = (claim: string) => desk.judge(claim).verdict;
  expect(verdictOf('It was the alliance, not the guild, that put the losses at $287 million')).toBe(
    'supported',
  );
  expect(
    verdictOf('It was the guild and not the alliance that came up with the $287 million figure'),
  ).not.toBe('supported');
  // Both did.
  expect(verdictOf('It was the guild, not the studios, that left the table on March 24')).not.toBe(
    'supported',
  );
});

test.each([
  ['a cost is borne by others', 'The last strike cost the industry $287 million'],
  ['many become none', 'Seasons have become shorter, which is one reason no writers share in the boom'],
  ['almost all become all', 'The guild says the studios rejected absolutely everything it asked for'],
  ['a side talks with itself', 'Negotiations between the union and its own members have been contentious'],
])('is not supported where %s: %s', (_, claim) => {
  expect(isSupported(claim)).toBe(false);
});

test('a cost that its bearer is named for is supported', () => {
  expect(isSupported('The last strike cost writers more than $287 million')).toBe(true);
});
