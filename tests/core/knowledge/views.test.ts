// What curators are told when views, sections or examples in article.yaml name what does not exist.
import { expect, test } from 'vitest';
import { readYaml } from '../../../src/app/read-yaml.ts';
import { KnowledgeError, parseKnowledge } from '../../../src/core/knowledge/parse.ts';

const ARTICLE = `publisher: Gazette
names: [article]
subject: bread
asOf: the evening edition
unknown: []
paragraphs: 3
sha256: ${'a'.repeat(64)}
`;
const FACTS = `- id: loaf
  short: A loaf costs 3 dollars
  claim: A loaf costs 3 dollars, after 2.
  status: stated
  citations: [{ paragraph: 1, excerpt: 3 dollars }]
  values: [{ kind: number, number: 3, unit: dollars, measure: Price, column: now }]
  questions: [what does a loaf cost, bread price]
  related: [kinds]
- id: kinds
  short: White and brown
  claim: There are two kinds.
  status: stated
  citations: [{ paragraph: 2, excerpt: two kinds }]
  values: [{ kind: direction, direction: for }]
  questions: [which kinds are there, what breads are there]
  items: [loaf, white]
  related: [loaf]
- id: white
  short: White
  claim: There is white bread.
  status: stated
  citations: [{ paragraph: 2, excerpt: white }]
  values: [{ kind: direction, direction: for }]
  questions: [is there white bread, white bread]
  related: [loaf]
`;
const VIEWS = `views:
  - id: prices
    kind: comparison
    title: Prices
    description: Prices side by side
    measures: [Price]
    columns: [{ id: now, name: Now }, { id: before, name: Before }]
  - id: breads
    kind: list
    title: Breads
    description: All breads
    option: One bread
    list: kinds
    replies: { title: What is said of them, facts: [loaf] }
`;
const REST = `examples: [bread price]
summary:
  - { id: prices, title: Prices, view: prices, facts: [loaf] }
  - { id: rest, title: Not said, gaps: [flour] }
`;
const GAPS = "- id: flour\n  says: The article doesn't say.\n  nearest: []\n  questions: [which flour]\n";

function problemsOf(article: string, taken: string[] = [], facts = FACTS): readonly string[] {
  const files = { 'article.yaml': article, 'facts/bread.yaml': facts, 'gaps.yaml': GAPS };
  const words = 'same: []\nshort: {}\nopposites: []\nnegations: []\n';
  try {
    parseKnowledge(
      Object.entries({ ...files, 'words.yaml': words }).map(([path, text]) => readYaml(path, text)),
      new Set(taken),
    );
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
  return [];
}

const whole = ARTICLE + VIEWS + REST;

test('what is there is taken', () => {
  expect(problemsOf(whole)).toEqual([]);
});

test.each([
  ['measures: [Price]', 'measures: [Weight]', 13, '"Weight" is not the "measure" of any value'],
  [
    '{ id: now, name',
    '{ id: today, name',
    undefined,
    '"now" is not a column of article.yaml (today, before)',
  ],
  ['list: kinds', 'list: sorts', 20, '"sorts" is not the id of a fact'],
  ['list: kinds', 'list: white', 20, '"white" lists nothing; give that fact "items"'],
  ['facts: [loaf] }\nex', 'facts: [bun] }\nex', 21, '"bun" is not the id of a fact'],
  [
    'examples: [bread price]',
    'examples: [why bread]',
    22,
    '"why bread" is not a question of any fact; choose one, word for word',
  ],
  ['view: prices', 'view: costs', 24, '"costs" is not a view of article.yaml'],
  ['gaps: [flour]', 'gaps: [water]', 25, '"water" is not the id of a gap'],
  ['id: breads', 'id: prices', 15, '"views.id" "prices" is taken already'],
  ['id: rest', 'id: prices', 25, '"summary.id" "prices" is taken already'],
  [
    ', gaps: [flour]',
    '',
    25,
    '"summary.title" has nothing below it: the section needs "view", "dates", "facts" or "gaps"',
  ],
  [
    'id: rest',
    `id: ${'rest-'.repeat(9)}rest`,
    24,
    '"summary" has ids that are too long: together they must have at most 45 characters, commas included',
  ],
  ['option: One bread', '', 15, '"views.option" is missing; it must be a text'],
  ['kind: list', 'kind: lists', 16, '"views.kind" must be comparison or list, and is the text "lists"'],
  [
    'description: All breads',
    `description: ${'All '.repeat(26)}x`,
    18,
    '"views.description" must have at most 100 characters, and has 105',
  ],
])('%s -> %s', (before, after, line, what) => {
  const problems = problemsOf(whole.replace(before, after));
  expect(problems).toContain(
    line === undefined ? `facts/bread.yaml:6: ${what}` : `article.yaml:${line}: ${what}`,
  );
});

test('a measure has one figure for a column', () => {
  const second = '{ kind: number, number: 4, unit: dollars, measure: Price, column: now }';
  const twice = FACTS.replace('measure: Price, column: now }', `measure: Price, column: now }, ${second}`);
  expect(problemsOf(whole, [], twice)).toEqual([
    'facts/bread.yaml:6: "Price" has a figure for "now" already, at facts/bread.yaml:6',
  ]);
  expect(problemsOf(whole, [], twice.replace(second, second.replace('now', 'before')))).toEqual([]);
});

test('a view has no name of a command that there is already', () => {
  expect(problemsOf(whole, ['help', 'breads'])).toEqual([
    'article.yaml:15: there is a command /breads already; give this view another id',
  ]);
});
