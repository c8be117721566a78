// What curators are told about a wrong knowledge file: drafts, references between files, and faults of a whole file.
import { expect, test } from 'vitest';
import { parseKnowledge } from '../../../src/core/knowledge/parse.ts';
import { ARTICLE, FACT, files, problemsOf, WORDS } from './curated-files.ts';

test('sound files become knowledge, each fact with the topic of its file', () => {
  const knowledge = parseKnowledge(files());
  expect([...knowledge.facts.keys()]).toEqual(['turnout', 'result']);
  expect(knowledge.facts.get('turnout')?.topic).toBe('votes');
  expect(knowledge.concepts).toEqual(new Map());
});

test('a draft is loaded apart: it is no fact, and what names it as related does not lead there', () => {
  const draft = FACT.replace('short: Two thirds voted', 'draft: true\n  short: ""').replace(
    / {2}claim: Two.*/,
    '  claim: ""',
  );
  const { facts, drafts, gaps } = parseKnowledge(
    files({
      'facts/votes.yaml': draft,
      'gaps.yaml':
        '- id: why\n  says: Not said.\n  nearest: [turnout, result]\n  questions: [what was the turnout]\n',
    }),
  );
  expect([...facts.keys(), ...drafts.keys()]).toEqual(['result', 'turnout']);
  expect(facts.get('result')?.related).toEqual([]);
  expect(gaps.get('why')?.nearest).toEqual(['result']);
});

test('the mark of a draft taken away too early is reported by what is missing', () => {
  const early = FACT.replace('short: Two thirds voted', 'short: ""');
  expect(problemsOf({ 'facts/votes.yaml': early })).toEqual([
    'facts/votes.yaml:2: "short" must not be empty',
  ]);
  const other = FACT.replace('short: Two thirds voted', 'draft: maybe\n  short: Two thirds voted');
  expect(problemsOf({ 'facts/votes.yaml': other })).toEqual([
    'facts/votes.yaml:2: "draft" must be false or true, and is the text "maybe"',
  ]);
});

test('what a draft refers to must exist, its id is its own, and it cannot be listed', () => {
  const draft = FACT.replace('short: Two thirds voted', 'draft: true\n  short: Two thirds voted');
  const wrong = draft
    .replace('related: [result]', 'related: [nothing]')
    .replace('paragraph: 1', 'paragraph: 9');
  expect(problemsOf({ 'facts/votes.yaml': wrong })).toEqual([
    'facts/votes.yaml:9: "nothing" is not the id of a fact',
    'facts/votes.yaml:6: there is no paragraph 9: the article has 3, by article.yaml',
  ]);
  expect(problemsOf({ 'facts/votes.yaml': draft.replace('id: result', 'id: turnout') })).toContainEqual(
    expect.stringContaining('the id "turnout" is taken already'),
  );
  const listing = draft.replace('related: [turnout]', 'related: []\n  items: [turnout, result]');
  expect(problemsOf({ 'facts/votes.yaml': listing })).toContainEqual(
    'facts/votes.yaml:19: "turnout" is still a draft, which cannot be listed',
  );
});

test('problems of several files are reported together', () => {
  expect(
    problemsOf({
      'facts/votes.yaml': FACT.replace('related: [result]', 'related: [nothing]'),
      'gaps.yaml': '- id: Bad Id\n  says: Not said.\n  nearest: []\n  questions: [why]\n',
      'words.yaml': 'same: [\n',
    }),
  ).toEqual([
    'words.yaml:1: has a bracket that is not closed, or a text with brackets that needs quotes',
    'gaps.yaml:1: "id" must be lower-case words joined by hyphens, such as "yes-share", and is the text "Bad Id"',
    'facts/votes.yaml:8: "nothing" is not the id of a fact',
  ]);
});

test('the address of the article is one that a browser can open', () => {
  const article = ARTICLE.replace('http://gazette.example/vote', 'javascript:alert(1)');
  expect(problemsOf({ 'article.yaml': article })).toEqual([
    expect.stringContaining('"address" must be a web address, such as http://example.com'),
  ]);
});

/** Many facts that refer to each other. */
const many = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `- id: fact-${i}
  short: Fact ${i}
  claim: This is ${i}.
  status: claimed
  saidBy: [guild]
  citations: [{ paragraph: 1, excerpt: some words }]
  values: [{ kind: direction, direction: for }]
  questions: [what is ${i}, tell me ${i}]
  related: [fact-${(i + 1) % count}, fact-0]
`,
  ).join('');

test.each<[fault: string, changes: Record<string, string>, problem: string | RegExp]>([
  [
    'a tab',
    {
      'facts/many.yaml': many(40).replace('\n  claim', '\n\tclaim'),
      'gaps.yaml': '- id: gap\n  says: Not said.\n  nearest: [fact-1, fact-2]\n  questions: [why]\n',
    },
    'facts/many.yaml:3: is indented with a tab; use spaces',
  ],
  [
    'an unclosed quotation mark',
    { 'facts/many.yaml': many(40).replace('Fact 3', '"Fact 3') },
    /^facts\/many\.yaml:\d+: /,
  ],
  [
    'a fact without its id',
    { 'facts/many.yaml': many(40).replace('- id: fact-0\n', '- name: fact-0\n') },
    /"(?:id|name)"/,
  ],
  [
    'a renamed fact',
    { 'facts/many.yaml': many(40).replace('- id: fact-0\n', '- id: fact-zero\n') },
    'facts/many.yaml:9: "fact-0" is not the id of a fact (also at facts/many.yaml:18, facts/many.yaml:27, facts/many.yaml:36 and 37 more places)',
  ],
  [
    'a renamed party',
    { 'facts/many.yaml': many(40), 'article.yaml': ARTICLE.replace('{ id: guild,', '{ id: union,') },
    /"guild" is not a party of article\.yaml \(union\) \(also at /,
  ],
  [
    'an article without paragraphs',
    { 'facts/many.yaml': many(40), 'article.yaml': ARTICLE.replace('paragraphs: 3\n', '') },
    'article.yaml:1: "paragraphs" is missing; it must be a number',
  ],
  [
    'a copy of a file',
    { 'facts/many.yaml': many(40), 'facts/many copy.yaml': many(40) },
    'is a copy of facts/many.yaml: its 40 ids are there too; delete one of the two',
  ],
  [
    'a copied fact',
    { 'facts/many.yaml': many(40) + many(40).slice(0, many(40).indexOf('- id: fact-1\n')) },
    'facts/many.yaml:361: the id "fact-0" is taken already, at facts/many.yaml:1',
  ],
])('%s is one fault, and told as one or two', (_, changes, problem) => {
  const problems = problemsOf(changes);
  expect(problems.join('\n')).toMatch(problem);
  expect(problems.length).toBeLessThanOrEqual(2);
});

test('wordings of an unknown id are refused, and questions with a false premise for a gap', () => {
  expect(
    problemsOf({
      'gaps.yaml': '- id: gap\n  says: Not said.\n  nearest: []\n  questions: [why]\n',
      'wordings/votes.yaml': 'tunrout:\n  asked: [who came]\ngap:\n  falsePremise: [why not]\n',
    }),
  ).toEqual([
    'wordings/votes.yaml:2: "tunrout" is not the id of a fact or a gap',
    'wordings/votes.yaml:4: "gap" is a gap, which corrects nothing; use "asked" instead of "falsePremise"',
  ]);
});

test('a missing file, a second one, and one that is not a knowledge file are named', () => {
  const some = files({ 'notes.yaml': 'a: 1\n', 'words/more.yaml': WORDS }).filter(
    ({ path }) => path !== 'article.yaml',
  );
  expect(() => parseKnowledge(some)).toThrow(
    /notes\.yaml: is not a knowledge file [\s\S]*\narticle\.yaml: is missing[\s\S]*\nwords\/more\.yaml: is a second words file; put everything into words\.yaml/,
  );
});
