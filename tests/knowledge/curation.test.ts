// The knowledge that comes with the bot: it keeps apart what the article does, holds nothing that it is measured with, and
// the article bears it out if it is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editorSchemas } from '../../src/app/editor-schemas.ts';
import { KNOWLEDGE, loadKnowledgeFiles } from '../../src/app/load-knowledge.ts';
import { parseKnowledge } from '../../src/core/knowledge/parse.ts';
import { wordingKey } from '../../src/core/text/tokens.ts';
import { checkEvidence } from '../../src/evaluation/article-evidence.ts';
import { LABELLED, readAllClaims, readAllQuestions } from '../../src/evaluation/labelled.ts';
import { wordingsOf } from '../../src/training/examples.ts';

const files = await loadKnowledgeFiles(KNOWLEDGE);
const knowledge = parseKnowledge(files);
const ARTICLE = join(import.meta.dirname, '../../../shared/source/article.txt');

test.each(editorSchemas())('the editor schema %s is the one that `npm run schema` writes', (name, text) => {
  expect(readFileSync(join(KNOWLEDGE, 'schema', name), 'utf8')).toBe(text);
});

test('what the article states, claims, disputes and leaves open is kept apart', () => {
  const status = (id: string) => knowledge.facts.get(id)?.status;
  expect(['vote-day', 'vote-year', 'talks-resume', 'contract-expiry'].map(status)).toEqual(
    Array(4).fill('resolved'),
  );
  expect(['yes-votes', 'eligible-members'].map(status)).toEqual(['derived', 'derived']);
  expect(knowledge.facts.get('losses-2007')?.saidBy).toEqual(['alliance']);
  expect(knowledge.facts.get('salary-drop')?.saidBy).toEqual(['guild']);
  expect(status('who-left-first')).toBe('disputed');
});

test('no labelled question or claim is a wording of the knowledge: that would measure memory', async () => {
  const wordings = new Set(wordingsOf(knowledge).map(({ text }) => wordingKey(text)));
  const folders = Object.values(LABELLED);
  const labelled = await Promise.all(
    folders.flatMap((folder) => [
      readAllQuestions(folder).then((all) => all.map(({ q }) => q)),
      readAllClaims(folder).then((all) => all.map(({ claim }) => claim)),
    ]),
  );
  expect(labelled.flat().length).toBeGreaterThan(700);
  expect(labelled.flat().filter((text) => wordings.has(wordingKey(text)))).toEqual([]);
});

describe.skipIf(!existsSync(ARTICLE))(
  'held against the article (skipped where ../shared/source is not there)',
  () => {
    test('every excerpt, quotation, paragraph and number is borne out', () => {
      const evidence = checkEvidence(readFileSync(ARTICLE, 'utf8'), knowledge, files);
      expect(evidence.problems).toEqual([]);
      expect(evidence.paragraphs).toEqual({ cited: 21, total: 21 });
    });
  },
);
