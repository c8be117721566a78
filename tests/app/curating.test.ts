// Curating a folder: what is there, what is missing, and changes that are written only if the folder stays valid.
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openCurating } from '../../src/app/curating.ts';
import { OperatorError } from '../../src/app/operator-error.ts';
import { paragraphsOf } from '../../src/evaluation/article-evidence.ts';
import type { Change, Curating, Entry, Outcome } from '../../src/local/curate/index.ts';
import { ARTICLE, articleOf, FACTS, keepBread, TEXT } from '../bread-folder.ts';

const { path, read, write } = keepBread();
let curating: Curating;
beforeEach(() => {
  curating = openCurating(path(), articleOf(TEXT));
});

const facts = () => read('facts.yaml');
const entry = async (id: string): Promise<Entry> => {
  const found = (await curating.look()).entries.find((one) => one.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};
const at = async (id: string) => {
  const { path, version } = await entry(id);
  return { path, version, id };
};
const refusal = (outcome: Outcome) => ('refused' in outcome ? outcome.refused.join('\n') : '');
const change = async (id: string, how: object) =>
  curating.change({ ...(await at(id)), ...how } as unknown as Change);

test('it shows each record with its paragraphs, and what is missing', async () => {
  const { subject, paragraphs, entries, problems } = await curating.look();
  expect([subject, paragraphs.length]).toEqual(['bread', 3]);
  expect(entries.map(({ id, kind, citations }) => [id, kind, citations[0]?.paragraph])).toEqual([
    ['loaf', 'fact', 1],
    ['kinds', 'draft', 2],
  ]);
  expect(problems).toContain('facts: paragraph 3 is not cited by any fact; add a fact');
  expect(problems).toContain(
    'facts: two (paragraph 2) is not in the "short" or "claim" of any fact; add a fact',
  );
});

const ASKED = ['how many kinds are there', 'which: one or two'];

test('a text that changed since is named', async () => {
  const { problems } = await openCurating(path(), articleOf(TEXT.replace('3', '4'))).look();
  expect(problems).toContainEqual(expect.stringMatching(/^article\.yaml:6: this is not the edition/));
  expect(problems).toContainEqual(
    expect.stringMatching(/^facts\.yaml:6: this excerpt of "loaf" is not in paragraph 1/),
  );
});

test('a draft is taken with what was written, and is a fact from then on; comments stay', async () => {
  const outcome = await change('kinds', {
    do: 'take',
    short: 'Two',
    claim: 'Bread comes in two kinds.',
    questions: ASKED,
  });
  expect(refusal(outcome)).toBe('');
  expect(await facts()).toBe(
    FACTS.replace('  draft: true\n', '')
      .replace('short: ""', 'short: Two')
      .replace('claim: ""', 'claim: Bread comes in two kinds.')
      .replace('which kinds]', '"which: one or two"]'),
  );
  expect('state' in outcome && outcome.state.entries[1]?.kind).toBe('fact');
});

test('a draft is not taken before it says anything, and nothing is written', async () => {
  const outcome = await change('kinds', { do: 'take', short: 'Two', claim: '  ', questions: ASKED });
  expect(refusal(outcome)).toMatch(/^facts\.yaml:14: "claim" must not be empty$/m);
  expect(await facts()).toBe(FACTS);
});

test('an edit takes the place of a record; one that breaks the folder is refused with file and line', async () => {
  const { yaml } = await entry('loaf');
  expect(
    refusal(await change('loaf', { do: 'edit', yaml: yaml.replace('3 dollars\n', '3 dollars # a loaf\n') })),
  ).toBe('');
  expect(await facts()).toBe(FACTS.replace('short: 3 dollars\n', 'short: 3 dollars # a loaf\n'));
  const before = await facts();
  for (const [wrong, words] of [
    [yaml.replace('status: stated', 'status: true'), /^facts\.yaml:5: "status" must be/],
    [yaml.replace('short:', 'shrot:'), /which is not a known key/],
    [yaml.replace('id: loaf', 'id: kinds'), /the id "kinds" is taken already/],
    ['id: [', /^facts\.yaml:2: has a bracket that is not closed/],
  ] as const) {
    const outcome = await change('loaf', { do: 'edit', yaml: wrong });
    expect(refusal(outcome)).toMatch(words);
    expect(await facts()).toBe(before);
  }
});

test('a record is dropped, and nothing is related to it any more; what else refers to it keeps it', async () => {
  await write('article.yaml', `${ARTICLE}inShort: [loaf]\n`);
  expect(refusal(await change('loaf', { do: 'drop' }))).toMatch(
    /^article\.yaml:7: "loaf" is not the id of a fact/,
  );
  expect(await facts()).toBe(FACTS);
  await write('article.yaml', ARTICLE);
  expect(refusal(await change('loaf', { do: 'drop' }))).toBe('');
  expect(await facts()).toBe(
    FACTS.replace(/- id: loaf[\s\S]*?\n\n/, '\n').replace('related: [loaf]', 'related: []'),
  );
});

test('a file that was changed meanwhile is not written over', async () => {
  const there = await at('loaf');
  await write('facts.yaml', `${FACTS}# Mine.\n`);
  const outcome = await curating.change({ ...there, do: 'drop' });
  expect(refusal(outcome)).toBe(
    'facts.yaml was changed meanwhile. The page shows it as it is now; repeat what you did.',
  );
  expect(outcome.state?.entries[0]?.version).not.toBe(there.version);
  expect(await facts()).toContain('# Mine.');
});

test('nor is a file that is changed between being read and being written', async () => {
  const edited = `${FACTS}# Mine.\n`;
  // The paragraph is looked into when a fact is drafted of it: then the file has been read, and nothing is written yet.
  const paragraphs = new Proxy(paragraphsOf(TEXT), {
    get(list, key) {
      if (key === '2') writeFileSync(join(path(), 'facts.yaml'), edited);
      return Reflect.get(list, key);
    },
  });
  const sly = openCurating(path(), { ...articleOf(TEXT), paragraphs });
  const outcome = await sly.change({ do: 'draft', paragraph: 3, passage: 'Nobody bakes' });
  expect(refusal(outcome)).toMatch(/^facts\.yaml was changed meanwhile/);
  expect(await facts()).toBe(edited);
});

test('of changes that are asked for at once each finds the files as the one before left them', async () => {
  const there = await at('loaf');
  const asked = ['one', 'two', 'three'].map((question) =>
    curating.change({ ...there, do: 'add question', question: `loaf ${question}` }),
  );
  const outcomes = await Promise.all(asked);
  expect(outcomes.map(refusal)).toEqual(['', ...Array(2).fill(expect.stringMatching(/changed meanwhile/))]);
  expect(await facts()).toBe(FACTS.replace('bread price]', 'bread price, loaf one]'));
});

test('what is written counts as written when the unanswered list cannot be read, which is shown', async () => {
  curating = openCurating(path(), articleOf(TEXT), async () => {
    throw new OperatorError('UNANSWERED_LOG: it is a folder.');
  });
  const outcome = await change('kinds', { do: 'drop' });
  expect(refusal(outcome)).toBe('');
  expect(outcome.state?.problems[0]).toBe(
    'Unanswered questions are not shown: UNANSWERED_LOG: it is a folder.',
  );
  expect(await facts()).not.toContain('kinds');
});

test('files that cannot be written are told, and stay as they are', async () => {
  await mkdir(join(path(), 'facts.yaml.new'));
  expect(refusal(await change('kinds', { do: 'drop' }))).toMatch(
    /^Nothing was changed, since the files cannot be written: EISDIR/,
  );
  expect(await facts()).toBe(FACTS);
});

test('no other file can be named', async () => {
  const there = await at('loaf');
  for (const path of ['../facts.yaml', 'article.yaml', '/etc/passwd'])
    expect(refusal(await curating.change({ ...there, path, do: 'drop' }))).toBe(
      `There is no file ${path} in the folder any more.`,
    );
});

test('of two faults one can be mended, although that brings the other one to light; but no file is made unreadable', async () => {
  const broken = FACTS.replace('status: stated', 'status: true').replace('paragraph: 2', 'paragraph: 9');
  await write('facts.yaml', broken);
  const { yaml } = await entry('loaf');
  const mended = yaml.replace('status: true', '# By the article.\nstatus: stated');
  expect(refusal(await change('loaf', { do: 'edit', yaml: mended }))).toBe('');
  expect(refusal(await change('loaf', { do: 'edit', yaml: 'id: [' }))).toMatch(
    /has a bracket that is not closed/,
  );
  expect((await curating.look()).problems).toEqual([
    expect.stringMatching(/^facts\.yaml:18: there is no paragraph 9/),
  ]);
});

test('a folder that is broken is shown with what is wrong, and can be mended', async () => {
  await write('facts.yaml', FACTS.replace('status: stated', 'status: true'));
  expect((await curating.look()).problems[0]).toMatch(/^facts\.yaml:5: "status" must be/);
  const { yaml } = await entry('loaf');
  expect(
    refusal(await change('loaf', { do: 'edit', yaml: yaml.replace('status: true', 'status: stated') })),
  ).toBe('');
  expect(await facts()).toBe(FACTS);
});
