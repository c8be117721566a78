// The real knowledge: sound, current with its editor schemas, and borne out by the article where that is at hand.
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

test('every topic has facts, and gaps outnumber 60', () => {
  const topics = new Set([...knowledge.facts.values()].map((fact) => fact.topic));
  expect([...topics].sort()).toEqual([
    'article',
    'conditions',
    'dates',
    'demands',
    'history',
    'money',
    'parties',
    'quotes',
    'votes',
  ]);
  expect(knowledge.gaps.size).toBeGreaterThanOrEqual(60);
});

test.each(editorSchemas())('the editor schema %s is the one that `npm run schema` writes', (name, text) => {
  expect(readFileSync(join(KNOWLEDGE, 'schema', name), 'utf8')).toBe(text);
});

test('the traps of the text are told apart', () => {
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
