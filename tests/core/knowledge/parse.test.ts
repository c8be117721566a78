// What a curator is told when a knowledge file is wrong.
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readKnowledgeFile } from '../../../src/app/load-knowledge.ts';
import { KnowledgeError, type KnowledgeFile, parseKnowledge } from '../../../src/core/knowledge/parse.ts';

const ARTICLE = `publisher: Gazette
names: [article]
date: 2017-04-24
dateBasis: By its address.
address: http://gazette.example/vote
subject: a vote
asOf: the evening edition
unknown: [byline]
editions: [{ time: "18:45", what: updated }]
paragraphs: 3
sha256: ${'a'.repeat(64)}
periods: [{ id: "2017", name: This vote, names: [this time] }]
parties: [{ id: guild, name: the guild, side: writers, names: [guild] }]
`;
const WORDS = 'same: []\nshort: {}\nopposites: []\nnegations: []\n';
const FACT = `- id: turnout
  short: Two thirds voted
  claim: Two thirds of the members voted.
  status: stated
  citations: [{ paragraph: 1, excerpt: two thirds voted }]
  values: [{ kind: number, number: 67, unit: percent }]
  questions: [what was the turnout, how many took part]
  related: [result]
- id: result
  short: They said yes
  claim: The members said yes.
  status: claimed
  saidBy: [guild]
  citations: [{ paragraph: 2, excerpt: said yes }]
  values: [{ kind: direction, direction: for }]
  questions: [what was the result, did it pass]
  related: [turnout]
`;

const files = (changes: Record<string, string> = {}): KnowledgeFile[] =>
  Object.entries({ 'article.yaml': ARTICLE, 'facts/votes.yaml': FACT, 'words.yaml': WORDS, ...changes }).map(
    ([path, text]) => readKnowledgeFile(path, text),
  );

function problemsOf(changes: Record<string, string>): readonly string[] {
  try {
    parseKnowledge(files(changes));
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
  return [];
}

test('sound files become knowledge, each fact with the topic of its file', () => {
  const knowledge = parseKnowledge(files());
  expect([...knowledge.facts.keys()]).toEqual(['turnout', 'result']);
  expect(knowledge.facts.get('turnout')?.topic).toBe('votes');
});

test('a misspelt key is named with its line', () => {
  const facts = FACT.replace('  short: They', '  shrot: They');
  expect(problemsOf({ 'facts/votes.yaml': facts })).toEqual([
    'facts/votes.yaml:9: "short" is missing (expected string)',
    'facts/votes.yaml:10: holds "shrot", which no schema knows; correct the spelling or take it out',
  ]);
});

test('problems of several files are reported together', () => {
  const problems = problemsOf({
    'facts/votes.yaml': FACT.replace('related: [result]', 'related: [nothing]'),
    'gaps.yaml': '- id: Bad Id\n  says: Not said.\n  nearest: []\n  questions: [why]\n',
    'words.yaml': 'same: [\n',
  });
  expect(problems).toHaveLength(3);
  expect(problems.join('\n')).toMatch(/words\.yaml:\d+: is not YAML/);
  expect(problems.join('\n')).toContain(
    'gaps.yaml:1: "id" is wrong: an id is lower-case words joined by hyphens',
  );
  expect(problems.join('\n')).toContain('facts/votes.yaml:8: "nothing" under related is the id of no fact');
});

test.each([
  [
    'a claimed fact without a speaker',
    FACT.replace('  saidBy: [guild]\n', ''),
    'a claimed fact needs "saidBy"',
  ],
  ['a derived fact without its working', FACT.replace('stated', 'derived'), 'a derived fact needs "working"'],
  ['a speaker who is no party', FACT.replace('[guild]', '[gild]'), '"gild" is no party of article.yaml'],
  ['a paragraph that the article lacks', FACT.replace('paragraph: 2', 'paragraph: 4'), 'has 3 paragraphs'],
  [
    'an excerpt of 13 words',
    FACT.replace('excerpt: said yes', `excerpt: ${'yes '.repeat(13)}`),
    'at most 12 words',
  ],
  ['an id used twice', FACT.replace('id: result', 'id: turnout'), 'the id "turnout" is taken already'],
  [
    'a fact related to itself',
    FACT.replace('related: [turnout]', 'related: [result]'),
    'names itself under related',
  ],
  [
    'a question that two facts claim',
    FACT.replace('did it pass', 'What was the TURNOUT'),
    '"What was the TURNOUT" belongs to "turnout" already, at facts/votes.yaml:7',
  ],
])('%s is refused', (_, facts, message) => {
  expect(problemsOf({ 'facts/votes.yaml': facts }).join('\n')).toContain(message);
});

test('wordings of an unknown id are refused', () => {
  expect(problemsOf({ 'wordings/votes.yaml': 'tunrout:\n  asked: [who came]\n' })).toEqual([
    'wordings/votes.yaml:2: "tunrout" is the id of no fact and no gap',
  ]);
});

test('a missing article.yaml and a file of no known kind are named', () => {
  const some = files({ 'notes.yaml': 'a: 1\n' }).filter((file) => file.path !== 'article.yaml');
  expect(() => parseKnowledge(some)).toThrow(
    /notes\.yaml:1: is no kind of knowledge file[\s\S]*article\.yaml: is missing/,
  );
});

test('lines are those of the YAML text', () => {
  const file = readKnowledgeFile('facts/votes.yaml', FACT);
  expect(parseDocument(FACT).errors).toEqual([]);
  expect(file.lineOf([1, 'status'])).toBe(12);
});
