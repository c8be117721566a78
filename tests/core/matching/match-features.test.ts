// Describes in numbers how well facts of the small story fit a question.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../../src/core/knowledge/schema.ts';
import { confidenceOfMatches, createMatch, type Match } from '../../../src/core/matching/match.ts';
import { createCandidates, FEATURES } from '../../../src/core/matching/match-features.ts';
import { MATCH_WEIGHTS } from '../../../src/core/matching/match-weights.ts';
import { knowledge } from '../../fixtures.ts';

const candidates = createCandidates(knowledge);
const [aFact] = [...knowledge.facts.values()] as [Fact];
const ranked = [
  { id: 'yes-share', probability: 0.6 },
  { id: 'result-hour', probability: 0.3 },
  { id: 'turnout', probability: 0.1 },
];

/** The features of the likeliest fact, which says that 96.3% voted yes by the guild's account. */
function featuresOf(question: string) {
  const [first] = candidates(question, ranked);
  if (!first) throw new Error('the ranking has facts');
  return (name: (typeof FEATURES)[number]) => first.features[FEATURES.indexOf(name)] as number;
}

test('the facts of a ranking, in its order, each with all features', () => {
  const found = candidates('how many voted yes', ranked);
  expect(found.map(({ fact }) => fact.id)).toEqual(['yes-share', 'turnout']);
  expect(found.every(({ features }) => features.length === FEATURES.length)).toBe(true);
});

test('small talk that a question is like as well takes nothing from a fact', () => {
  const talk = { id: 'greetings', says: 'Hello.', nearest: [], questions: ['how many hellos'] };
  const talkative = {
    ...knowledge,
    gaps: new Map([...knowledge.gaps, [talk.id, talk]]),
    commonGaps: new Set([talk.id]),
  };
  const beside = [
    { id: talk.id, probability: 0.9 },
    ...ranked.map((one) => ({ ...one, probability: one.probability / 10 })),
  ];
  const [alone, together] = [
    candidates('how many voted yes', ranked),
    createCandidates(talkative)('how many voted yes', beside),
  ].map((found) => found.map(({ features }) => features.map((feature) => Number(feature.toFixed(9)))));
  expect(together).toEqual(alone);
  expect(createCandidates(talkative)('hello', [{ id: talk.id, probability: 1 }])).toEqual([]);
});

test('what the fact says is covered, also in another form', () => {
  const of = featuresOf('how many were voting yes');
  expect(of('share covered')).toBe(1);
  expect(of('likeness to a wording of the fact')).toBeGreaterThan(0.5);
});

test('what the fact lacks is left over: a name, a year, a figure', () => {
  const of = featuresOf('how many voted yes in Canada in 1988');
  expect(of('share covered')).toBeLessThan(1);
  expect(of('names left over')).toBe(1);
  expect(of('years left over')).toBe(1);
  expect(of('words of no record')).toBe(1);
  expect(featuresOf('did 40 vote yes')('figures left over')).toBe(1);
  expect(featuresOf('did 96.3% vote yes')('figures left over')).toBe(0);
});

test('what is asked for and not given counts against a fact', () => {
  expect(featuresOf('where did they vote yes')('asks where, and it names no place')).toBe(1);
  expect(featuresOf('how many voted yes')('asks for a number, and it has none')).toBe(0);
});

test('a question with more that the fact lacks matches no better', () => {
  const match = createMatch(knowledge);
  const best = (question: string) => match(question, ranked)[0]?.probability ?? 0;
  expect(best('how many voted yes')).toBeGreaterThan(best('how many voted yes in Canada in 1988'));
});

test('a year that the fact lacks keeps it from matching', () => {
  const match = createMatch(knowledge);
  const best = (question: string) => match(question, ranked)[0]?.probability ?? 0;
  expect(best('how many voted yes in 1988')).toBeLessThan(best('how many voted yes') / 5);
});

test('whatever is asked, a probability for each fact, the highest first', () => {
  const match = createMatch(knowledge);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (question) => {
      const all = match(question, ranked).map(({ probability }) => probability);
      expect(all).toHaveLength(2);
      for (const one of all) expect(one).toBeGreaterThanOrEqual(0);
      for (const one of all) expect(one).toBeLessThanOrEqual(1);
      expect(all).toEqual(all.toSorted((a, b) => b - a));
    }),
    { numRuns: 50 },
  );
});

test('every feature has a fitted weight, and none is left from another one', () => {
  expect(Object.keys(MATCH_WEIGHTS.weights)).toEqual([...FEATURES]);
});

test('what a fact lacks never speaks for it, and what it has never against it', () => {
  const lacks = /left over|of no record|is not the likeliest|^asks (?:who|when|where|for a number|why),/;
  const ofQuestion = /^(?:asks for yes or no|words)$/;
  const wrong = Object.entries(MATCH_WEIGHTS.weights).filter(
    ([name, weight]) => !ofQuestion.test(name) && (lacks.test(name) ? weight > 0 : weight < 0),
  );
  expect(wrong).toEqual([]);
});

test('a question without a word of any wording of a fact is not answered by it, even where no gap is likelier', () => {
  const match = createMatch(knowledge);
  const best = (question: string) => match(question, [{ id: 'yes-share', probability: 1 }])[0]?.probability;
  expect(best('how many voted yes')).toBeGreaterThan(0.9);
  expect(best('asdf qwer zxcv')).toBeLessThan(0.1);
});

test('that a question can be answered is surer the better its second match is, but no third one counts', () => {
  const [first, second, third] = [0.5, 0.4, 0.3].map(
    (probability): Match => ({ fact: aFact, probability }),
  ) as [Match, Match, Match];
  expect(confidenceOfMatches([])).toBe(0);
  expect(confidenceOfMatches([first])).toBeCloseTo(0.5);
  expect(confidenceOfMatches([first, second])).toBeCloseTo(0.7);
  expect(confidenceOfMatches([first, second, third])).toBeCloseTo(0.7);
});
