// What a curator is told when a knowledge file is wrong.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml } from '../../../src/app/read-yaml.ts';
import type { KnowledgeFile } from '../../../src/core/knowledge/knowledge-file.ts';
import { KnowledgeError, parseKnowledge } from '../../../src/core/knowledge/parse.ts';

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
    ([path, text]) => readYaml(path, text),
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

test.each<[what: string, facts: string, problem: string]>([
  [
    'a misspelt key',
    FACT.replace('saidBy: [guild]', 'saidBy: [guild]\n  sayedBy: [guild]'),
    '14: this entry holds "sayedBy", which is not a known key',
  ],
  [
    'a missing text',
    FACT.replace('  short: They said yes\n', ''),
    '9: "short" is missing; it must be a text',
  ],
  ['an empty text', FACT.replace('They said yes', ''), '10: "short" is empty; it must be a text'],
  ['an empty text in quotes', FACT.replace('They said yes', '""'), '10: "short" must not be empty'],
  [
    'a number for a text',
    FACT.replace('They said yes', '2017'),
    '10: "short" must be a text, and is the number 2017; put it in quotes: "2017"',
  ],
  [
    'a truth value for a text',
    FACT.replace('They said yes', 'true'),
    'and is true; put it in quotes: "true"',
  ],
  ['a list for a text', FACT.replace('They said yes', '[yes]'), '"short" must be a text, and is a list'],
  [
    'a colon in a list of texts',
    FACT.replace('[what was the result, did it pass]', '[{ they said: no }, did it pass]'),
    '16: an entry of "questions" must be a text, and is a mapping; a text that holds ": " must be in quotes',
  ],
  [
    'a text for a number',
    FACT.replace('number: 67', 'number: "6,310"'),
    '6: "values.number" must be a number, and is the text "6,310"; write it in digits alone',
  ],
  ['no number at all', FACT.replace('number: 67', 'number: .nan'), 'must be a number, and is the number NaN'],
  [
    'a text for a list',
    FACT.replace('[turnout]', 'turnout'),
    '17: "related" must be a list, each entry after "- ", and is the text "turnout"',
  ],
  [
    'a mapping for a list',
    FACT.replace('[{ paragraph: 2, excerpt: said yes }]', '{ paragraph: 2, excerpt: said yes }'),
    '"citations" must be a list, each entry after "- ", and is a mapping',
  ],
  [
    'a text for a mapping',
    FACT.replace('[{ kind: direction, direction: for }]', '[for]'),
    '15: an entry of "values" must be a mapping',
  ],
  [
    'a list that is too short',
    FACT.replace(', did it pass', ''),
    '"questions" must have at least 2 entries, and has 1',
  ],
  [
    'an empty list',
    FACT.replace(/citations: .*/, 'citations: []'),
    '"citations" must have at least 1 entry, and has none',
  ],
  [
    'an unknown status',
    FACT.replace('claimed', 'said'),
    '"status" must be stated, claimed, disputed, derived or resolved, and is the text "said"',
  ],
  [
    'an unknown kind of value',
    FACT.replace('kind: number', 'kind: nmber'),
    '6: "values.kind" must be number, range, date,',
  ],
  [
    'a text with commas in braces',
    FACT.replace('excerpt: said yes', 'excerpt: yes, they said: no'),
    'which is not a known key; put a text with commas or colons in quotes',
  ],
  [
    'half a paragraph',
    FACT.replace('paragraph: 2', 'paragraph: 1.5'),
    'must be a whole number, and is the number 1.5',
  ],
  ['paragraph 0', FACT.replace('paragraph: 2', 'paragraph: 0'), 'must be more than 0, and is the number 0'],
  [
    'an excerpt of 13 words',
    FACT.replace('excerpt: said yes', `excerpt: ${'yes '.repeat(13)}`),
    '"citations.excerpt" must have at most 12 words',
  ],
  [
    'a claimed fact without a speaker',
    FACT.replace('  saidBy: [guild]\n', ''),
    '"status" is "claimed", so the fact needs "saidBy"',
  ],
  [
    'a derived fact without its working',
    FACT.replace('stated', 'derived'),
    '"status" is "derived", so the fact needs "working"',
  ],
  ['an empty file', '# nothing yet\n', '1: the file is empty; it must be a list'],
  [
    'a file of another shape',
    'facts: []\n',
    '1: the file must be a list, each entry after "- ", and is a mapping',
  ],
  [
    'a number below its range',
    FACT.replace('number: 67', 'number: 67, low: 68'),
    '"values.number" must not be below "low" or above "high"',
  ],
])('of %s it is said where it is and what to do', (_, facts, problem) => {
  const problems = problemsOf({ 'facts/votes.yaml': facts });
  expect(problems).toEqual([expect.stringContaining(problem)]);
  expect(problems[0]).toMatch(/^facts\/votes\.yaml:\d+: /);
});

test.each<[what: string, facts: string, problem: string]>([
  [
    'a speaker who is not a party',
    FACT.replace('[guild]', '[gild]'),
    '13: "gild" is not a party of article.yaml (guild)',
  ],
  [
    'a paragraph that the article lacks',
    FACT.replace('paragraph: 2', 'paragraph: 4'),
    '14: there is no paragraph 4: the article has 3',
  ],
  [
    'an id used twice',
    FACT.replace('id: result', 'id: turnout').replace('[turnout]', '[turnout, turnout]'),
    '9: the id "turnout" is taken already, at facts/votes.yaml:1',
  ],
  [
    'a fact related to itself',
    FACT.replace('related: [turnout]', 'related: [result]'),
    '17: "result" names itself under related',
  ],
  [
    'a question that two facts claim',
    FACT.replace('did it pass', 'What was the TURNOUT'),
    '16: "What was the TURNOUT" belongs to "turnout" already, at facts/votes.yaml:7',
  ],
])('%s is refused', (_, facts, problem) => {
  expect(problemsOf({ 'facts/votes.yaml': facts }).join('\n')).toContain(`facts/votes.yaml:${problem}`);
});

const withDate = (date: string) =>
  FACT.replace('kind: direction, direction: for', `kind: date, date: ${date}`);

test('a date is one that exists, or it is refused as it was written', () => {
  const part = (max: number) => fc.nat(max).map((n) => String(n).padStart(2, '0'));
  const date = fc.tuple(
    fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0')),
    part(14),
    part(33),
  );
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 3 }), (parts, precision) => {
      const [year = '', month = '01', day = '01'] = parts.slice(0, precision);
      const moment = new Date(`${year}-${month}-${day}T00:00:00Z`);
      // JavaScript takes February 30 for March 2.
      const exists = !Number.isNaN(moment.getTime()) && moment.getUTCDate() === Number(day);
      const written = parts.slice(0, precision).join('-');
      const problems = problemsOf({ 'facts/votes.yaml': withDate(`"${written}"`) });
      expect(problems).toEqual(
        exists
          ? []
          : [`facts/votes.yaml:15: "values.date" must be a date that exists, and is the text "${written}"`],
      );
    }),
    {
      examples: [
        [['2017', '02', '30'], 3],
        [['2016', '02', '29'], 3],
        [['1900', '02', '29'], 3],
        [['2017', '13', '45'], 3],
      ],
    },
  );
});

test.each([
  ['24.4.2017', 'must be written like 2017, 2017-04 or 2017-04-24'],
  ['"0000"', 'must be written like'],
  ['2017', 'must be a text, and is the number 2017; put it in quotes: "2017"'],
  ['"2017", dayStated: true', 'must be left out if the date is only a year'],
])('the date %s is refused', (date, problem) => {
  expect(problemsOf({ 'facts/votes.yaml': withDate(date) }).join('\n')).toContain(problem);
});

test.each(['24:00', '18:60', '6:45', '6.45 p.m.'])('%s is not a time of day', (time) => {
  const facts = FACT.replace('kind: direction, direction: for', `kind: time, time: "${time}"`);
  expect(problemsOf({ 'facts/votes.yaml': facts })).toEqual([
    `facts/votes.yaml:15: "values.time" must be a time from "00:00" to "23:59", and is the text "${time}"`,
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
    'wordings/votes.yaml:4: "gap" is a gap, which sets nothing right; use "asked" instead of "falsePremise"',
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
])('the concepts %s are refused, and no fact is blamed for them', (concepts, problem) => {
  const problems = problemsOf({ 'facts/votes.yaml': judged(), 'concepts.yaml': concepts });
  expect(problems).toEqual([expect.stringMatching(/^concepts\.yaml:\d+: /)]);
  expect(problems[0]).toContain(problem);
});

test('facts that name concepts need the file with the concepts', () => {
  expect(problemsOf({ 'facts/votes.yaml': judged() })).toEqual([
    'facts/votes.yaml:16: names a concept, but there is no concepts.yaml (also at facts/votes.yaml:16, facts/votes.yaml:16, facts/votes.yaml:15 and 1 more place)',
  ]);
});
