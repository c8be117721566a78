// From the text of an article to a folder with drafts: `new-knowledge` and `draft`, and the texts that they refuse.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openDesk } from '../../src/app/app.ts';
import { loadKnowledge } from '../../src/app/load-knowledge.ts';
import { readYaml } from '../../src/app/read-yaml.ts';
import { withParties, withRecords } from '../../src/app/write-drafts.ts';
import curate from '../../src/cli/curate.ts';
import draft from '../../src/cli/draft.ts';
import evalDrafts from '../../src/cli/eval-drafts.ts';
import newFact from '../../src/cli/new-fact.ts';
import newKnowledge from '../../src/cli/new-knowledge.ts';
import validate from '../../src/cli/validate.ts';
import verify from '../../src/cli/verify.ts';
import { SMALL_TALK } from '../bread-folder.ts';
import { freePort } from '../free-port.ts';
import { DAY, PARAGRAPHS, TEXT } from '../harbor.ts';
import { begin, run } from './run.ts';

let place: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'picket-desk-'));
});
afterAll(() => rm(place, { recursive: true }));

let count = 0;
/** The path of a text, and that of a folder that does not exist yet. */
async function put(text: string | Uint8Array = TEXT): Promise<[article: string, folder: string]> {
  count += 1;
  const article = join(place, `${count}.txt`);
  await writeFile(article, text);
  return [article, join(place, `folder-${count}`)];
}

/** A new folder for the text, of the day of the article, with small talk that is read in no time. */
async function create(text = TEXT): Promise<[article: string, folder: string]> {
  const [article, folder] = await put(text);
  expect(await run(newKnowledge, [article, folder])).toMatchObject({ code: 0, stderr: '' });
  await mkdir(join(folder, 'common'));
  await writeFile(join(folder, 'common/gaps.yaml'), SMALL_TALK['common/gaps.yaml']);
  await edit(folder, 'article.yaml', (yaml) => yaml.replace(/^# date: .*/m, `date: ${DAY} # by its address`));
  return [article, folder];
}

async function edit(folder: string, file: string, change: (yaml: string) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

test('a new folder loads at once, knows its text, and answers nothing', async () => {
  const [article, folder] = await create();
  const knowledge = await loadKnowledge(folder);
  expect(knowledge.article).toMatchObject({
    paragraphs: PARAGRAPHS.length,
    date: DAY,
    periods: [],
    editions: [],
  });
  expect(knowledge.facts.size).toBe(0);
  const desk = await openDesk(folder, () => {});
  expect(desk.ask('what was the result').outcome).toBe('unknown');
  expect(desk.judge('82% voted yes').verdict).not.toBe('supported');
  const { stdout } = await run(verify, [article], { env: { KNOWLEDGE_DIR: folder } });
  expect(stdout).not.toContain('not the edition');
  expect((await readdir(join(folder, 'schema'))).length).toBeGreaterThan(3);
});

test('a first fact is added to an empty topic, and refused while article.yaml is not written', async () => {
  const [, folder] = await create();
  const added = await run(newFact, ['numbers', 'backing'], { env: { KNOWLEDGE_DIR: folder } });
  expect(added).toMatchObject({ code: 0 });
  await edit(folder, 'facts/numbers.yaml', (yaml) =>
    yaml
      .replace('short: ""', 'short: 82%')
      .replace('claim: ""', 'claim: Most backed it.')
      .replace('excerpt: ""', 'excerpt: backed the deal')
      .replace('unit: ""', 'unit: percent')
      .replace('- ""\n    - ""', '- how many backed it\n    - was it backed'),
  );
  await expect(loadKnowledge(folder)).rejects.toThrow(/article\.yaml:3: "publisher" is still to be written/);
  await edit(folder, 'article.yaml', (yaml) => yaml.replaceAll(/TODO.*/g, 'written'));
  expect((await loadKnowledge(folder)).facts.get('backing')?.related).toEqual([]);
});

test('drafts are written for every paragraph once, load, and leave comments and what was written as they are', async () => {
  const [article, folder] = await create();
  const before = await readFile(join(folder, 'article.yaml'), 'utf8');
  const first = await run(draft, [article, folder]);
  expect([first.code, first.stderr]).toEqual([0, 'reading the article ...\n']);
  expect(first.stdout).toMatch(/^facts\/\w+\.yaml: \d+ drafts?$/m);
  const { drafts, facts, article: read } = await loadKnowledge(folder);
  expect(facts.size).toBe(0);
  const cited = new Set(
    [...drafts.values()].flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph)),
  );
  expect([...cited].sort()).toEqual([1, 2, 3, 4, 5]);
  expect(read.parties.map(({ name }) => name)).toContain('the Harbor Workers Association of Port Ellis');
  const after = await readFile(join(folder, 'article.yaml'), 'utf8');
  for (const line of before.split('\n').filter((one) => one !== 'parties: []')) expect(after).toContain(line);

  const texts = await Promise.all(
    ['numbers', 'dates', 'quotes'].map((topic) => readFile(join(folder, `facts/${topic}.yaml`), 'utf8')),
  );
  expect(texts[0]).toContain('    - { kind: number, number: 1450, unit: members }\n');
  expect(texts[0]).toMatch(/^# yaml-language-server: .*\n\n- id: /);
  expect(texts.join('')).not.toContain('[]');
  const concepts = parse(await readFile(join(folder, 'concepts.yaml'), 'utf8'));
  expect(concepts).toMatchObject({ members: ['members'], deal: ['deal'], taxpayers: ['taxpayers'] });
  const again = await run(draft, [article, folder]);
  expect(again.stdout).toBe('Every paragraph is cited by a fact or a draft already.\n');
  const verified = await run(verify, [article], { env: { KNOWLEDGE_DIR: folder } });
  expect(verified.stdout).not.toMatch(/is not in paragraph/);
});

test('a text that changed is not drafted from, and verify names the citations that broke', async () => {
  const [article, folder] = await create();
  await run(draft, [article, folder]);
  await writeFile(article, TEXT.replace('82%', '83%'));
  const refused = await run(draft, [article, folder]);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('is not the text that')]);
  expect(refused.stderr).toContain('npm run verify');
  const { stdout } = await run(verify, [article], { env: { KNOWLEDGE_DIR: folder } });
  expect(stdout).toContain('article.yaml:12: this is not the edition that was curated');
  expect(stdout).toMatch(/facts\/numbers\.yaml:\d+: this excerpt of ".*" is not in paragraph 2: .*82%/);
  expect(stdout).not.toMatch(/is not in paragraph [1345]/);
});

test('a folder that has files in it is left alone', async () => {
  const [article, folder] = await put();
  await mkdir(folder);
  await writeFile(join(folder, 'notes.txt'), 'mine');
  const { code, stderr } = await run(newKnowledge, [article, folder]);
  expect([code, stderr]).toEqual([1, expect.stringContaining('Choose a folder that is new or empty')]);
  expect(await readdir(folder)).toEqual(['notes.txt']);
  expect(await run(newKnowledge, [article, article])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('ENOTDIR'),
  });
});

const GERMAN =
  'Die Gewerkschaft hat am Dienstag mit großer Mehrheit für den neuen Vertrag gestimmt, und damit endet ein langer Streit, der im März begonnen hatte und die Häfen des Landes lähmte. '.repeat(
    3,
  );
const FRENCH =
  'Les membres du syndicat ont voté mardi pour le nouveau contrat, ce qui met fin au conflit qui avait commencé en mars et qui avait paralysé les ports du pays pendant des semaines. '.repeat(
    3,
  );

test.each<[what: string, text: string | Uint8Array, reason: RegExp]>([
  ['an empty file', '\n \n', /holds no text/],
  [
    'a megabyte without a break',
    'word '.repeat(200_000),
    /paragraph of \d{6,} characters \(the 1st\).*a line of its own/,
  ],
  ['HTML', '<!DOCTYPE html>\n<html><body><p>The vote</p></body></html>', /is HTML/],
  ['HTML without its head', '<p>The vote</p>\n<p>It <a href="x">passed</a></p>', /HTML tags/],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', /is a PDF/],
  ['a packed document', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), /save it as plain text/],
  ['UTF-16', Buffer.from('\ufeffThe vote was on Tuesday.', 'utf16le'), /is saved as UTF-16/],
  ['German', GERMAN, /does not read as English/],
  ['French', FRENCH, /does not read as English/],
  ['Chinese', '工会星期二投票通过了新合同。'.repeat(20), /does not read as English/],
  [
    'lines broken within sentences',
    TEXT.replaceAll(/((?:\S+ ){8})/g, '$1\n'),
    /after line 2\).*each paragraph on one line/,
  ],
])('%s is refused, and nothing is written', async (_, text, reason) => {
  const [article, folder] = await put(text);
  const { code, stderr } = await run(newKnowledge, [article, folder]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(reason)]);
  expect(stderr).toContain(article);
  expect(stderr).not.toContain('    at ');
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
});

test.each(Object.entries({ newKnowledge, draft, curate, verify, validate, evalDrafts }))(
  'what is no article is refused by every program that takes one: %s',
  async (_, program) => {
    const [, knowledge] = await create();
    const [article, folder] = await put('<!DOCTYPE html>\n<html><body><p>The vote</p></body></html>');
    const takesFolder = ![verify, validate, evalDrafts].includes(program);
    const { code, stderr } = await run(program, takesFolder ? [article, folder] : [article], {
      env: { KNOWLEDGE_DIR: knowledge },
    });
    expect([code, stderr]).toEqual([1, `${article} is HTML; copy the text of the page, not its source.\n`]);
  },
);

test('1,000 sentences are drafted, to the last', async () => {
  const sentence = (n: number) => `The council paid $${n + 10} to ship ${n + 10}.`;
  const paragraphs = Array.from({ length: 200 }, (_, p) =>
    Array.from({ length: 5 }, (_, s) => sentence(5 * p + s)).join(' '),
  );
  const [article, folder] = await create(paragraphs.join('\n\n'));
  const { code, stdout, stderr } = await run(draft, [article, folder]);
  expect([code, stderr]).toEqual([0, 'reading the article ...\n']);
  const counts = [...stdout.matchAll(/: (\d+) drafts$/gm)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(1_000);
  expect(await readFile(join(folder, 'facts/numbers.yaml'), 'utf8')).toMatch(/^ {2}short: \$1009$/m);
});

test.each([newKnowledge, draft])(
  'both need a text and a folder, and name a text that is not there',
  async (program) => {
    expect((await run(program, ['one'])).code).toBe(2);
    const missing = await run(program, [join(place, 'none.txt'), place]);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read (ENOENT)')]);
  },
);

test('drafts of the real article find its figures and quotations; without the article that is said', async () => {
  const missing = await run(evalDrafts, [join(place, 'none.txt')]);
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read (ENOENT)')]);
  const [article] = await put();
  const other = await run(evalDrafts, [article]);
  expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('is not the text that the facts')]);
});

const anyLine = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('no', 'a: b', '# c', '- d', '[x', '"q', "it's, so", '{', '*a', '&b', 'null', '1.5'),
);

test('whatever a draft holds, its file reads as it was meant', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          id: anyLine,
          values: fc.array(fc.record({ kind: anyLine, of: anyLine })),
          related: fc.array(anyLine),
        }),
      ),
      (records) => {
        const text = withRecords('# a comment\n[]\n', records);
        const { data, unreadable } = readYaml('facts/x.yaml', text);
        expect(unreadable).toBeUndefined();
        if (records.length > 0) expect(data).toEqual(records);
      },
    ),
    { numRuns: 200 },
  );
});

const party = { id: 'mayor', name: "the mayor's, office", names: ['mayor', 'no'] };

test.each([
  ['none', 'a: 1\n# who\nparties: []\nb: 2\n', []],
  ['some', 'parties:\n    - id: x # first\n      names:\n        - y\n\n# end\nb: 2\n', ['x']],
  ['the last key', 'a: 1\nparties:\n  - { id: x }', ['x']],
])('parties are added behind %s without touching the rest', (_, text, before) => {
  const after = withParties(text, [party]);
  const { data } = readYaml('article.yaml', after);
  const { parties, ...rest } = data as { parties: { id: string }[] };
  expect(parties.map(({ id }) => id)).toEqual([...before, 'mayor']);
  expect(parties.at(-1)).toEqual({ ...party, side: 'mayor' });
  const { parties: _old, ...own } = readYaml('article.yaml', text).data as Record<string, unknown>;
  expect(rest).toEqual(own);
  for (const comment of text.match(/#.*/g) ?? []) expect(after).toContain(comment);
});

test('parties on one line are left to the curator, with the lines to add', () => {
  expect(() => withParties('parties: [{ id: x }]\n', [party])).toThrow(
    /^Add these to the parties of article\.yaml:\n- \{ id: mayor, /,
  );
});

test('curate serves a page beside the text, on this machine alone, until it is ended', async () => {
  const [article, folder] = await create();
  await run(draft, [article, folder]);
  const curating = begin(curate, [article, folder], { env: { PORT: String(await freePort()) } });
  await curating.written('Ctrl+C');
  const [address = ''] = curating.output.stdout.match(/http:\S+/) ?? [];
  expect(new URL(address).hostname).toBe('127.0.0.1');
  expect(await (await fetch(address)).text()).toContain('<title>Curate</title>');
  const ask = async (
    what: object,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => fetch(new URL('/act', address), { method: 'POST', headers, body: JSON.stringify(what) });
  const { state } = (await (await ask({ do: 'look' })).json()) as { state: { entries: object[] } };
  expect(state.entries.length).toBeGreaterThan(3);
  expect((await ask({ do: 'burn' })).status).toBe(400);
  expect((await ask({ do: 'look' }, { 'content-type': 'text/plain' })).status).toBe(415);
  curating.askToEnd();
  expect(await curating.ended).toMatchObject({ code: 0, stderr: '' });
});

test('curate leaves a folder alone that another process curates, until that one has ended', async () => {
  const [article, folder] = await create();
  const start = async () => begin(curate, [article, folder], { env: { PORT: String(await freePort()) } });
  const first = await start();
  await first.written('Ctrl+C');
  const { code, stderr } = await (await start()).ended;
  expect([code, stderr]).toEqual([1, expect.stringContaining('is in use by another process')]);
  expect(stderr).toContain('Use the page of that process, or end it');
  first.askToEnd();
  await first.ended;
  const second = await start();
  await second.written('Ctrl+C');
  second.askToEnd();
  expect(await second.ended).toMatchObject({ code: 0, stderr: '' });
  expect(await readdir(folder)).not.toContain('.curating.lock');
});

test('curate needs a text and a folder, and says what is wrong with them', async () => {
  const [article, folder] = await put();
  expect(await run(curate, [article])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Give the path'),
  });
  expect(await run(curate, [article, folder])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(folder),
  });
});
