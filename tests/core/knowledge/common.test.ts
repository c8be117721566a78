// What is the same for every article, next to a folder's own records: which takes precedence, and how placeholders are
// filled.
import { expect, test } from 'vitest';
import { parseKnowledge } from '../../../src/core/knowledge/parse.ts';
import { FACT, files, problemsOf } from './curated-files.ts';

const COMMON = {
  'common/gaps.yaml': `- id: greetings
  says: "Hello! This is {bot}, on {about} ({publisher}). Try: {example}"
  nearest: []
  questions: [hello, good morning]
- id: sport
  says: "No sport. Try: {example}"
  nearest: []
  questions: [who won the game]
`,
  'common/wordings/talk.yaml':
    'greetings:\n  asked: [hiya, morning all]\nsport:\n  claimed: [the lakers won]\n',
  'common/words.yaml':
    'same: [[increase, raise, bump], [fall, drop]]\nshort: { u: you, mins: minutes }\nnegations: [not, never]\nantonyms: [{ one: [rise], other: [fall] }]\n',
};
const load = (changes: Record<string, string> = {}) => parseKnowledge(files({ ...COMMON, ...changes }));
const OWN = (id: string, questions = 'what is this') =>
  `- id: ${id}\n  says: Ours.\n  nearest: []\n  questions: [${questions}]\n`;

test('every folder has what is common, behind its own', () => {
  const { gaps, commonGaps, wordings } = load({ 'gaps.yaml': OWN('why') });
  expect([...gaps.keys()]).toEqual(['why', 'greetings', 'sport']);
  expect([...commonGaps]).toEqual(['greetings', 'sport']);
  expect(wordings.get('greetings')?.asked).toEqual(['hiya', 'morning all']);
});

test('placeholders are filled from article.yaml, and the examples take turns', () => {
  const { gaps } = load();
  expect(gaps.get('greetings')?.says).toBe(
    'Hello! This is Article Desk, on a vote (Gazette). Try: what was the turnout?',
  );
  const article = files()[0]?.data as object;
  const chosen = JSON.stringify({
    ...article,
    about: 'the vote',
    bot: 'Vote Desk',
    examples: ['did it pass', 'how many took part'],
  });
  const said = load({ 'article.yaml': chosen }).gaps;
  expect(said.get('greetings')?.says).toBe(
    'Hello! This is Vote Desk, on the vote (Gazette). Try: did it pass?',
  );
  expect(said.get('sport')?.says).toBe('No sport. Try: how many took part?');
});

test('a sentence that names an example is left out while there are no facts', () => {
  expect(load({ 'facts/votes.yaml': '[]\n' }).gaps.get('sport')?.says).toBe('No sport.');
});

test('a placeholder that does not exist is named with file and line, in common gaps and in others', () => {
  const wrong = (yaml: string) => yaml.replace('{about}', '{abuot}').replace('Ours.', '"Ours, {abuot}."');
  const what = '"{abuot}" is not a placeholder; there are {about}, {bot}, {publisher}, {example}';
  expect(
    problemsOf({ 'common/gaps.yaml': wrong(COMMON['common/gaps.yaml']), 'gaps.yaml': wrong(OWN('why')) }),
  ).toEqual([`gaps.yaml:2: ${what}`, `common/gaps.yaml:2: ${what}`]);
  for (const name of ['__proto__', 'constructor', 'About', ''])
    expect(problemsOf({ 'gaps.yaml': OWN('why').replace('Ours', `Ours, {${name}}`) })).toEqual([
      expect.stringContaining(`gaps.yaml:2: "{${name}}" is not a placeholder`),
    ]);
});

test("a folder's own gap takes the place of a common one, with its wordings", () => {
  const { gaps, commonGaps, wordings } = load({ 'gaps.yaml': OWN('greetings') });
  expect(gaps.get('greetings')).toMatchObject({ says: 'Ours.', questions: ['what is this'] });
  expect([...commonGaps]).toEqual(['sport']);
  expect(wordings.has('greetings')).toBe(false);
});

test('a fact takes its id from a common gap, and may have wordings that set something right', () => {
  const { facts, gaps, wordings } = load({
    'facts/votes.yaml': FACT.replaceAll('turnout\n', 'sport\n').replaceAll('[turnout]', '[sport]'),
    'wordings/votes.yaml': 'sport:\n  falsePremise: [why did so few vote]\n',
  });
  expect(facts.has('sport')).toBe(true);
  expect(gaps.has('sport')).toBe(false);
  expect(wordings.get('sport')).toMatchObject({ falsePremise: ['why did so few vote'], claimed: [] });
});

test('a question or a wording of its own is taken from the common gap that has it', () => {
  const { gaps, wordings } = load({
    'gaps.yaml': OWN('dawn', 'Good morning!'),
    'wordings/gaps.yaml': 'dawn:\n  asked: [hiya]\n',
  });
  expect(gaps.get('greetings')?.questions).toEqual(['hello']);
  expect(wordings.get('greetings')?.asked).toEqual(['morning all']);
});

test('a common gap may have wordings of the folder too, each of them once', () => {
  const more = (text: string) => ({ 'wordings/gaps.yaml': `greetings:\n  asked: [${text}]\n` });
  expect(load(more('howdy, voters')).wordings.get('greetings')?.asked).toEqual([
    'howdy',
    'voters',
    'hiya',
    'morning all',
  ]);
  expect(load(more('Hiya?')).wordings.get('greetings')?.asked).toEqual(['Hiya?', 'morning all']);
  expect(
    problemsOf({ ...COMMON, ...more('hey'), 'wordings/more.yaml': 'greetings:\n  asked: [heya]\n' }),
  ).toEqual(['wordings/more.yaml:2: "greetings" has its wordings in wordings/gaps.yaml:2 already']);
});

test('a word means what the folder says, and else what it means everywhere; a folder needs no words', () => {
  const { words } = load({
    'words.yaml':
      'same: [[pay, raise]]\nshort: { mins: minimums }\nantonyms: [{ one: [dear], other: [cheap] }]\n',
  });
  expect(words).toEqual({
    same: [
      ['pay', 'raise'],
      ['increase', 'bump'],
      ['fall', 'drop'],
    ],
    short: { u: 'you', mins: 'minimums' },
    opposites: [],
    antonyms: [
      { one: ['dear'], other: ['cheap'] },
      { one: ['rise'], other: ['fall'] },
    ],
    negations: ['not', 'never'],
  });
  expect(problemsOf({ 'words.yaml': 'antonyms:\n  - one: [dear]\n    other: [not dear]\n' })).toEqual([
    expect.stringMatching(/^words\.yaml:3: .*must be a single word/),
  ]);
  const without = files(COMMON).filter(({ path }) => path !== 'words.yaml');
  expect(parseKnowledge(without).words.same).toHaveLength(2);
});
