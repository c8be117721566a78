// Checks the knowledge against the article's text: excerpts, quotations, values, and whether anything was left out.
import { createHash } from 'node:crypto';
import { referenceDate } from '../core/knowledge/article-day.ts';
import type { KnowledgeFile } from '../core/knowledge/knowledge-file.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Draft, Fact } from '../core/knowledge/schema.ts';
import { counted } from '../core/text/counted.ts';
import { findUnstatedValues } from './value-evidence.ts';

export interface ArticleEvidence {
  /** What the article does not support, and which parts of it no fact covers, each with its file. */
  problems: string[];
  /** The paragraphs that a fact cites. Drafts do not count. */
  paragraphs: { cited: number; total: number };
  numbers: { covered: number; total: number };
  excerpts: number;
  quotations: number;
}

/** The article's paragraphs: its non-empty lines. */
export const paragraphsOf = (article: string): string[] =>
  withUnixLines(article)
    .split('\n')
    .flatMap((line) => (line.trim() ? [line.trim()] : []));

/** The SHA-256 of an edition, as stored in article.yaml: of its text, whatever the line ends of the file. */
export const fingerprint = (article: string): string =>
  createHash('sha256').update(withUnixLines(article)).digest('hex');

const withUnixLines = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

// White space and typographic quotes are normalized, and nothing else.
const plain = (text: string) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();

// A number with its separators and decimals; a time of day as one number; a number in words.
const NUMBER = /\d+(?:[,.:]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/gi;
const numbersIn = (text: string): string[] =>
  [...text.matchAll(NUMBER)].map(([number]) => number.toLowerCase());

/**
 * Checks the knowledge against the article it was curated from.
 *
 * @param article the text of the edition, as stored
 * @param files the files that the knowledge was parsed from, which give the lines of problems
 */
export function checkEvidence(
  article: string,
  knowledge: Knowledge,
  files: readonly KnowledgeFile[],
): ArticleEvidence {
  const paragraphs = paragraphsOf(article).map(plain);
  const problems: string[] = [];
  const articleFile = files.find((file) => file.path.startsWith('article'));
  const inArticleFile = (key: string) => `${articleFile?.path}:${articleFile?.lineOf([key])}`;
  if (fingerprint(article) !== knowledge.article.sha256)
    problems.push(
      `${inArticleFile('sha256')}: this is not the edition that was curated: its SHA-256 is ${fingerprint(article)}`,
    );
  if (paragraphs.length !== knowledge.article.paragraphs)
    problems.push(
      `${inArticleFile('paragraphs')}: the article has ${counted(paragraphs.length, 'paragraph')}`,
    );

  const cited = new Set<number>();
  let excerpts = 0;
  let quotations = 0;
  for (const { fact, at } of locateFacts(knowledge, files)) {
    const expect = (text: string, paragraph: number, what: string, keys: PropertyKey[]) => {
      if (!fact.draft) cited.add(paragraph);
      if (!paragraphs[paragraph - 1]?.includes(plain(text)))
        problems.push(`${at(keys)}: this ${what} of "${fact.id}" is not in paragraph ${paragraph}: ${text}`);
    };
    fact.citations.forEach(({ paragraph, excerpt }, i) => {
      excerpts += 1;
      expect(excerpt, paragraph, 'excerpt', ['citations', i, 'excerpt']);
    });
    if (fact.quotation) {
      quotations += 1;
      expect(fact.quotation.text, fact.quotation.paragraph, 'quotation', ['quotation', 'text']);
    }
    const own = [...fact.citations, ...(fact.quotation ? [fact.quotation] : [])];
    const numbers = [...new Set(own.map(({ paragraph }) => paragraph))];
    const texts = numbers.map((number) => paragraphs[number - 1] ?? '');
    for (const { index, name } of findUnstatedValues(fact, texts, referenceDate(knowledge.article)))
      problems.push(
        `${at(['values', index])}: ${name} of "${fact.id}" is not in paragraph ${numbers.join(' or ')}; cite the paragraph that states it, or add a "working"`,
      );
  }

  const known = new Set(
    [...knowledge.facts.values()].flatMap((fact) => numbersIn(`${fact.short} ${fact.claim}`)),
  );
  const stated = paragraphs.flatMap((text, i) =>
    numbersIn(text).map((number) => ({ number, paragraph: i + 1 })),
  );
  const missing = stated.filter(({ number }) => !known.has(number));
  for (const { number, paragraph } of missing)
    problems.push(
      `facts: ${number} (paragraph ${paragraph}) is not in the "short" or "claim" of any fact; add a fact`,
    );
  paragraphs.forEach((_, i) => {
    if (!cited.has(i + 1)) problems.push(`facts: paragraph ${i + 1} is not cited by any fact; add a fact`);
  });

  return {
    problems,
    paragraphs: { cited: paragraphs.filter((_, i) => cited.has(i + 1)).length, total: paragraphs.length },
    numbers: { covered: stated.length - missing.length, total: stated.length },
    excerpts,
    quotations,
  };
}

/** Facts and drafts, each with its place. */
function locateFacts(knowledge: Knowledge, files: readonly KnowledgeFile[]) {
  return files.flatMap((file) =>
    file.path.startsWith('facts') && Array.isArray(file.data)
      ? file.data.map((record, index) => ({
          fact: (knowledge.facts.get(record.id) ?? knowledge.drafts.get(record.id)) as Fact | Draft,
          at: (keys: PropertyKey[]) => `${file.path}:${file.lineOf([index, ...keys])}`,
        }))
      : [],
  );
}
