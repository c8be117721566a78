// What curators are told about a mistake in a fact: where it is, and what to do.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACT, problemsOf } from './curated-files.ts';

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
