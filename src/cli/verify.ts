// `npm run verify -- ARTICLE`: checks every excerpt, quotation and number of the knowledge against the article's text.
import { readFile } from 'node:fs/promises';
import { KNOWLEDGE, loadKnowledgeFiles } from '../app/load-knowledge.ts';
import { KnowledgeError, parseKnowledge } from '../core/knowledge/parse.ts';
import { checkEvidence } from '../evaluation/evidence.ts';

const [path] = process.argv.slice(2);
if (!path) stop('Say which article to verify against: npm run verify -- PATH/TO/article.txt');
const article = await readFile(path, 'utf8').catch(() =>
  stop(
    `${path} cannot be read. It is the article's text, which is not part of this project; give the path of your copy.`,
  ),
);
const files = await loadKnowledgeFiles(process.env.KNOWLEDGE_DIR ?? KNOWLEDGE);
try {
  const knowledge = parseKnowledge(files);
  const { problems, paragraphs, numbers, excerpts, quotations } = checkEvidence(article, knowledge, files);
  for (const problem of problems) console.log(problem);
  console.log(`paragraphs cited: ${paragraphs.cited} of ${paragraphs.total}`);
  console.log(`numbers covered:  ${numbers.covered} of ${numbers.total}`);
  console.log(
    `excerpts checked: ${excerpts}, quotations checked: ${quotations}, facts: ${knowledge.facts.size}`,
  );
  if (problems.length > 0) stop(`${problems.length} to mend`);
} catch (error) {
  if (error instanceof KnowledgeError) stop(error.message);
  throw error;
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
