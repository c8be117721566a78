// What holds of every knowledge folder, held against the examples and whatever KNOWLEDGE_DIR names.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesk } from '../../src/app/app.ts';
import { knowledgeFolder } from '../../src/app/config.ts';
import { KNOWLEDGE, loadKnowledgeFiles } from '../../src/app/load-knowledge.ts';
import type { Desk } from '../../src/bot/index.ts';
import { parseKnowledge } from '../../src/core/knowledge/parse.ts';
import { checkEvidence } from '../../src/evaluation/evidence.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const EXAMPLES = join(PROJECT, 'examples');
/** Texts of examples, where there are copies: they are not part of the project. */
const TEXTS: Readonly<Record<string, string>> = {
  '1973-oil-crisis': join(PROJECT, '../shared/second/article.txt'),
};

const named = resolve(knowledgeFolder(process.env));
const folders = [
  ...(await readdir(EXAMPLES)).map((name) => join(EXAMPLES, name)),
  ...(named === KNOWLEDGE ? [] : [named]),
];

describe.each(folders)('%s', (folder) => {
  let copy: string;
  let desk: Desk;
  beforeAll(async () => {
    // A copy, because a folder without a model gets one.
    copy = await mkdtemp(join(tmpdir(), 'picket-desk-'));
    await cp(folder, copy, { recursive: true });
    desk = await openDesk(copy, () => {});
  });
  afterAll(() => rm(copy, { recursive: true }));

  test('every question of every fact and gap finds it, and every fact can be shown', () => {
    const { facts, gaps } = desk.knowledge;
    const found = (question: string) => {
      const answer = desk.ask(question);
      return answer.outcome === 'found'
        ? answer.fact.id
        : answer.outcome === 'unknown'
          ? answer.gap?.id
          : undefined;
    };
    const strays = [...facts.values(), ...gaps.values()].flatMap(({ id, questions }) =>
      questions.filter((question) => found(question) !== id),
    );
    expect(strays).toEqual([]);
    for (const id of facts.keys()) expect(desk.show(id)?.fact.id).toBe(id);
    expect(facts.size + desk.knowledge.drafts.size).toBeGreaterThan(0);
  });

  test('what fits nothing in it is not answered', () => {
    for (const question of [
      'purple elephants on roller skates',
      'asdf qwer zxcv',
      'how do I bake sourdough bread',
    ])
      expect([question, desk.ask(question).outcome]).not.toEqual([question, 'found']);
  });

  const text = TEXTS[basename(folder)];
  test.skipIf(!text || !existsSync(text))(
    'its article bears it out (skipped where the text is not there)',
    async () => {
      const files = await loadKnowledgeFiles(copy);
      const evidence = checkEvidence(await readFile(text as string, 'utf8'), parseKnowledge(files), files);
      expect(evidence.problems).toEqual([]);
      expect(evidence.paragraphs.cited).toBe(evidence.paragraphs.total);
    },
  );
});

test('an example says where it comes from and under which license', async () => {
  for (const name of await readdir(EXAMPLES))
    expect(await readFile(join(EXAMPLES, name, 'README.md'), 'utf8')).toMatch(
      /https:\/\/creativecommons\.org\/licenses\//,
    );
});
