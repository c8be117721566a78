// The knowledge that comes with the bot: it keeps apart what the article does, and the article bears it out if it is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editorSchemas } from '../../src/app/editor-schemas.ts';
import { KNOWLEDGE, loadKnowledgeFiles } from '../../src/app/load-knowledge.ts';
import { parseKnowledge } from '../../src/core/knowledge/parse.ts';
import { checkEvidence } from '../../src/evaluation/evidence.ts';

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
