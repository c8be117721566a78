// What curators are told about mistakes in what claims are judged by: concepts, statements, and `told`.
import { expect, test } from 'vitest';
import { parseKnowledge } from '../../../src/core/knowledge/parse.ts';
import { FACT, files, problemsOf } from './curated-files.ts';

const CONCEPTS = `vote: [vote, cast .. ballot]
yes: [yes, in favor]
no: ["no", against]
`;
/** The second fact, from line 9, with a statement in line 16 and a value in line 15. */
const judged = (
  statement = 'about: [vote], affirms: [yes], opposes: [no], kind: happened',
  value = 'kind: range, low: 3, high: 4, unit: percent, told: { by: [no], whose: vote }',
) =>
  FACT.replace('[{ kind: direction, direction: for }]', `[{ ${value} }]\n  statements: [{ ${statement} }]`);

test('concepts, statements and what tells a value become knowledge', () => {
  const { concepts, facts } = parseKnowledge(
    files({ 'facts/votes.yaml': judged(), 'concepts.yaml': CONCEPTS }),
  );
  expect(concepts.get('vote')).toEqual(['vote', 'cast .. ballot']);
  expect(facts.get('result')?.statements).toEqual([
    { about: ['vote'], affirms: ['yes'], opposes: ['no'], kind: 'happened' },
  ]);
  expect(facts.get('result')?.values).toEqual([
    { kind: 'range', low: 3, high: 4, unit: 'percent', told: { by: ['no'], whose: 'vote' } },
  ]);
});

const ABOUT = 'about: [vote], affirms: [yes], kind: is';
test.each<[what: string, facts: string, problem: string]>([
  ['about', judged('about: [vote|voet], affirms: [yes], kind: is'), '16: "voet" is not a concept'],
  ['affirms', judged('about: [vote], affirms: [yse], kind: is'), '16: "yse" is not a concept'],
  ['opposes', judged('about: [vote], opposes: [non], kind: is'), '16: "non" is not a concept'],
  ['unless', judged(`${ABOUT}, unless: [seek]`), '16: "seek" is not a concept'],
  ['does', judged(`${ABOUT}, does: seek`), '16: "seek" is not a concept of concepts.yaml'],
  ['actor', judged(`${ABOUT}, actor: gild`), '16: "gild" is not a party of article.yaml (guild)'],
  ['subject', judged(`${ABOUT}, does: yes, subject: gild`), '16: "gild" is not a party'],
  ['accused', judged(`${ABOUT}, accused: gild`), '16: "gild" is not a party'],
  ['sayers', judged(`${ABOUT}, sayers: [gild]`), '16: "gild" is not a party'],
  ['period', judged(`${ABOUT}, period: "2016"`), '16: "2016" is not a period of article.yaml (2017)'],
  ['exceptPeriod', judged(`${ABOUT}, exceptPeriod: "2016"`), '16: "2016" is not a period'],
  ['by', judged(ABOUT, 'kind: time, time: "18:45", told: { by: [hour] }'), '15: "hour" is not a concept'],
  [
    'with',
    judged(ABOUT, 'kind: date, date: 2017-04-24, told: { by: [vote], with: [day] }'),
    '15: "day" is not a concept',
  ],
  [
    'not and whose',
    judged(ABOUT, 'kind: number, number: 3, unit: percent, told: { by: [no], not: [all], whose: all }'),
    '15: "all" is not a concept of concepts.yaml (also at facts/votes.yaml:15)',
  ],
  [
    'the period of a range',
    judged(ABOUT, 'kind: range, low: 3, high: 4, unit: percent, period: "2016", told: { by: [no] }'),
    '15: "2016" is not a period',
  ],
  [
    'a range upside down',
    judged(ABOUT, 'kind: range, low: 4, high: 3, unit: percent, told: { by: [no] }'),
    '15: "values.low" must not be above "high"',
  ],
  ['a space', judged('about: [vote | yes], affirms: [yes], kind: is'), '16: an entry of "statements.about"'],
  ['nothing stated', judged('about: [vote], kind: is'), '16: "statements.about" needs "affirms", "opposes"'],
  ['a subject that does nothing', judged(`${ABOUT}, subject: guild`), 'which need "does"'],
])('in what claims are judged by, a wrong %s is named', (_, facts, problem) => {
  const problems = problemsOf({ 'facts/votes.yaml': facts, 'concepts.yaml': CONCEPTS });
  expect(problems).toEqual([expect.stringContaining(`facts/votes.yaml:`)]);
  expect(problems[0]).toContain(problem);
});

test.each([
  ['vote: []', '1: "vote" must have at least 1 entry, and has none'],
  ['vote: [ballot, vote, ballot]', '1: an entry of "vote" must not appear twice, and is the text "ballot"'],
  ['vote: [.. ballot]', '1: an entry of "vote" must have a word on both sides of each ".."'],
  ['vote: [cast .. .. ballot]', 'must have a word on both sides'],
  ['Vote: [ballot]', 'must be lower-case words joined by hyphens'],
  ['populations: [member]', '1: an entry of "populations" must be a mapping'],
])('the concepts %s are refused, and no fact is blamed for them', (concepts, problem) => {
  const problems = problemsOf({ 'facts/votes.yaml': judged(), 'concepts.yaml': concepts });
  expect(problems).toEqual([expect.stringMatching(/^concepts\.yaml:\d+: /)]);
  expect(problems[0]).toContain(problem);
});

test('populations become knowledge, and are no concept', () => {
  const populations =
    '[{ concept: vote, narrowedBy: [who], parts: [no|yes] }, { concept: yes, yields: true }]';
  const knowledge = parseKnowledge(files({ 'concepts.yaml': `${CONCEPTS}populations: ${populations}` }));
  expect(knowledge.populations).toEqual([
    { concept: 'vote', narrowedBy: ['who'], parts: ['no|yes'] },
    { concept: 'yes', yields: true },
  ]);
  expect([...knowledge.concepts.keys()]).toEqual(['vote', 'yes', 'no']);
});

test.each([
  ['{ concept: voet }', '"voet" is not a concept of concepts.yaml'],
  ['{ concept: vote, consistsOf: voter }', '"voter" is not a concept of concepts.yaml'],
  ['{ concept: vote, parts: [yes|non] }', '"non" is not a concept of concepts.yaml'],
  ['{ concept: vote }, { concept: vote }', '"populations.concept" must not appear twice'],
  ['{ concept: vote, narrowedBy: [that is] }', 'must be a single word in lower case'],
  ['{ concept: vote, yields: false }', '"populations.yields" must be true'],
  ['{ concept: vote, broad: true }', '"broad", which is not a known key'],
])('the population %s is refused, with its line', (population, problem) => {
  const problems = problemsOf({ 'concepts.yaml': `${CONCEPTS}populations: [${population}]` });
  expect(problems).toEqual([expect.stringMatching(/^concepts\.yaml:4: /)]);
  expect(problems[0]).toContain(problem);
});

test('facts that name concepts need the file with the concepts', () => {
  expect(problemsOf({ 'facts/votes.yaml': judged() })).toEqual([
    'facts/votes.yaml:16: names a concept, but there is no concepts.yaml (also at facts/votes.yaml:16, facts/votes.yaml:16, facts/votes.yaml:15 and 1 more place)',
  ]);
});
