// `npm run verify`: checks every excerpt, quotation, number and date of the knowledge against the article's text.
import { readFile } from 'node:fs/promises';
import { loadKnowledgeFiles } from '../app/load-knowledge.ts';
import { OperatorError } from '../app/operator-error.ts';
import { parseKnowledge } from '../core/knowledge/parse.ts';
import { checkEvidence } from '../evaluation/evidence.ts';
import { runAsMain } from './main.ts';
import { defineProgram, UsageError } from './shell.ts';

const verify = defineProgram({
  summary: "Checks every excerpt, quotation, number and date of the knowledge against the article's text.",
  usage: ['npm run verify -- path/to/article.txt'],
  takesArguments: true,
  async run({ args }, { knowledge: folder, print }) {
    const [path, ...more] = args;
    if (!path || more.length > 0)
      throw new UsageError("Give the path of the article's text, and nothing else.");
    const article = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new OperatorError(
        `${path} cannot be read (${error.code}). The article is not part of this project; give the path of your copy.`,
      );
    });
    const files = await loadKnowledgeFiles(folder);
    const knowledge = parseKnowledge(files);
    const { problems, paragraphs, numbers, excerpts, quotations } = checkEvidence(article, knowledge, files);
    for (const problem of problems) print(problem);
    print(`paragraphs cited: ${paragraphs.cited} of ${paragraphs.total}`);
    print(`numbers covered:  ${numbers.covered} of ${numbers.total}`);
    print(
      `excerpts checked: ${excerpts}, quotations checked: ${quotations}, facts: ${knowledge.facts.size}, drafts: ${knowledge.drafts.size}`,
    );
    if (problems.length > 0) throw new OperatorError(`${problems.length} to mend`);
  },
});
export default verify;

await runAsMain(import.meta.filename, verify);
