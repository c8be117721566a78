// Which group a share in a claim refers to, in a folder that declares populations and in one that declares none.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/app/read-yaml.ts';
import { createJudgeReader } from '../../../src/core/judging/judge.ts';
import { type Knowledge, parseKnowledge } from '../../../src/core/knowledge/parse.ts';
import { openHere, trainHere } from '../../story-desk.ts';

const ARTICLE = `publisher: Gazette
names: [article]
subject: a survey on bread
asOf: the evening edition
paragraphs: 3
sha256: ${'a'.repeat(64)}
`;

const CONCEPTS = `all-households: [of household, of the household, of all household, all household, whole town]
household: [household, home]
with-oven: [with an oven]
answering: [who answered, that answered, households answering, respondent]
answered: [answered, took part, response]
silent: [did not answer, silent]
bakes: [bakes, bake, baking]
buys: [buys, buy, buying, buyer]
`;

const POPULATIONS = `populations:
  - concept: all-households
    consistsOf: household
    narrowedBy: [who, that, answering]
    parts: [silent, answered]
  - concept: with-oven
  - concept: answering
    parts: [bakes, buys]
    yields: true
`;

/** The shares that the facts give, by the words for whose they are and what those did. */
const SHARES = [
  { id: 'response', percent: 40, whose: 'all-households', by: 'answered' },
  { id: 'silent', percent: 60, whose: 'all-households', by: 'silent' },
  { id: 'baking-answering', percent: 62.5, whose: 'answering', by: 'bakes' },
  { id: 'baking-all', percent: 25, whose: 'all-households', by: 'bakes' },
  { id: 'baking-oven', percent: 50, whose: 'with-oven', by: 'bakes' },
  { id: 'buying', percent: 37.5, whose: 'answering', by: 'buys' },
];

const FACTS = SHARES.map(
  ({ id, percent, whose, by }, i) => `- id: ${id}
  short: ${percent}%
  claim: The share of ${id} is ${percent}%.
  status: stated
  citations: [{ paragraph: 1, excerpt: share of ${id} }]
  values: [{ kind: number, number: ${percent}, unit: percent, told: { by: [${by}], whose: ${whose} } }]
  questions: [what is the share of ${id}, how large is number ${i}]
  related: []
`,
).join('');

const folder = (concepts: string): Knowledge =>
  parseKnowledge(
    Object.entries({
      'article.yaml': ARTICLE,
      'concepts.yaml': concepts,
      'facts/bread.yaml': FACTS,
      'common/gaps.yaml': '[]',
    }).map(([path, text]) => readYaml(path, text)),
  );

/** What reads claims by a folder: each piece of evidence as "rule: fact". */
function evidenceBy(knowledge: Knowledge) {
  const { findingsOf } = createJudgeReader(knowledge, () => [], trainHere(knowledge));
  return (claim: string) =>
    findingsOf(claim).flatMap(({ evidence }) =>
      evidence.map(({ rule, fact }) => (fact ? `${rule}: ${fact.id}` : rule)),
    );
}

const declared = folder(CONCEPTS + POPULATIONS);
const evidence = evidenceBy(declared);

describe('with populations', () => {
  test.each([
    ['25% of all households bake', 'figure fits: baking-all'],
    ['62.5% of all households bake', 'another figure: baking-all'],
    ['62.5% of respondents bake', 'figure fits: baking-answering'],
    ['25% of respondents bake', 'another figure: baking-answering'],
  ])('a share is compared with that of the group that is named: %s', (claim, found) => {
    expect(evidence(claim)[0]).toBe(found);
  });

  test('of two groups that are named, the narrower is meant', () => {
    expect(evidence('50% of all households with an oven bake')[0]).toBe('figure fits: baking-oven');
    expect(evidence('25% of all households with an oven bake')[0]).toBe('another figure: baking-oven');
  });

  test('and never the one that yields', () => {
    expect(evidence('25% of all households with respondents bake')[0]).toBe('figure fits: baking-all');
    expect(evidence('62.5% of all households with respondents bake')[0]).toBe('another figure: baking-all');
  });

  test('those in a group, right beside a figure, are all of them', () => {
    expect(evidence('one in four households bakes')).toEqual(['figure fits: baking-all']);
    expect(evidence('62 in 100 households bake')).toEqual(['another figure: baking-all']);
  });

  test('"of them" is of those that were named before', () => {
    expect(evidence('The town has many homes. 62.5% of them bake.')).toContain('another figure: baking-all');
  });

  test('a word that narrows a group makes it another one', () => {
    expect(evidence('62.5% of households answering bake')).toEqual(['figure fits: baking-answering']);
    expect(evidence('25% of households answering bake')).toEqual(['another figure: baking-answering']);
  });

  test('the parts of the narrowest group tell most, and of one group the first', () => {
    expect(evidence('Of those who answered and took part, 37.5% buy')).toEqual(['figure fits: buying']);
    expect(evidence('40% did not answer and took no part in the response')).toContain(
      'another figure: silent',
    );
  });

  test('no share is that of another group, whatever its number', () => {
    const groups = { 'all households': 25, respondents: 62.5 };
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.entries(groups) as [string, number][])),
        fc.oneof(fc.constantFrom(25, 62.5), fc.integer({ min: 2, max: 98 })),
        ([group, share], percent) => {
          // "63%" may be 62.5.
          fc.pre(percent === share || Math.abs(percent - share) > 1);
          const [found] = evidence(`${percent}% of ${group} bake`);
          expect(found).toMatch(percent === share ? /^figure fits: / : /^another figure: /);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('without populations', () => {
  const bare = folder(CONCEPTS);
  const found = evidenceBy(bare);
  const desk = openHere(bare);

  test.each([
    ['62.5% of respondents bake', 'figure fits: baking-answering'],
    ['37.5% of respondents buy', 'figure fits: buying'],
    ['45% of respondents buy', 'another figure: buying'],
    ['37.5% buy', 'figure fits: buying'],
    ['45% buy', 'another figure: buying'],
    ['Among respondents, 37.5% buy', 'figure fits: buying'],
    ['37.5% buyers', 'figure fits: buying'],
  ])('a share of the group of a value, or of none, is compared: %s', (claim, expected) => {
    expect(found(claim)).toEqual([expected]);
  });

  test('"of them" points back to the group of a value', () => {
    expect(found('There were many respondents. 37.5% of them buy.')).toEqual(['figure fits: buying']);
    expect(found('There were many shoppers. 37.5% of them buy.')).toEqual(['figure of nothing']);
  });

  test('a share of others is open, whatever its number', () => {
    const groups = ['of the shoppers', 'of shoppers in the town', 'of the children', 'of all readers'];
    fc.assert(
      fc.property(
        fc.constantFrom(...groups),
        fc.oneof(fc.constantFrom(25, 37.5, 40, 62.5), fc.integer({ min: 2, max: 98 })),
        fc.constantFrom('bake', 'buy'),
        (group, percent, verb) => {
          const claim = `${percent}% ${group} ${verb}`;
          expect(new Set(found(claim))).toEqual(new Set(['figure of nothing']));
          expect(desk.judge(claim).verdict).toBe('not_in_source');
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    'Two in three shoppers bake',
    'Most of the shoppers bake',
    'Nearly all shoppers buy',
    'Half the shoppers bake',
    'Among shoppers, 62.5% bake',
    'Of the shoppers, 37.5% buy',
    'One shopper in four bakes',
    '37.5% of buyers buy again',
  ])('so it is however the share is worded: %s', (claim) => {
    expect(found(claim)).toEqual(['figure of nothing']);
    expect(desk.judge(claim).verdict).toBe('not_in_source');
  });
});
