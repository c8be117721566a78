// Checks the knowledge against the article's text, and prints the result. For the programs that curators run.
import { OperatorError } from '../app/operator-error.ts';
import { readArticle } from '../app/read-article.ts';
import type { KnowledgeFile } from '../core/knowledge/knowledge-file.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import { checkEvidence } from '../evaluation/article-evidence.ts';

/**
 * Prints every problem, and how much of the article the knowledge covers.
 *
 * @param path the article's text
 * @param files the files that the knowledge was parsed from
 * @throws {OperatorError} if the text cannot be read or is not the plain text of an article, or there is a problem
 */
export async function printEvidence(
  path: string,
  knowledge: Knowledge,
  files: readonly KnowledgeFile[],
  print: (text: string) => void,
): Promise<void> {
  const { text } = await readArticle(path);
  const { problems, paragraphs, numbers, excerpts, quotations } = checkEvidence(text, knowledge, files);
  for (const problem of problems) print(problem);
  print(`paragraphs cited: ${paragraphs.cited} of ${paragraphs.total}`);
  print(`numbers covered:  ${numbers.covered} of ${numbers.total}`);
  print(
    `excerpts checked: ${excerpts}, quotations checked: ${quotations}, facts: ${knowledge.facts.size}, drafts: ${knowledge.drafts.size}`,
  );
  if (problems.length > 0) throw new OperatorError(`${problems.length} to mend`);
}
