// `npm run verify`: checks every excerpt, quotation, number and date of the knowledge against the article's text.
import { loadKnowledgeFiles } from '../app/load-knowledge.ts';
import { parseKnowledge } from '../core/knowledge/parse.ts';
import { runAsMain } from './main.ts';
import { printEvidence } from './print-evidence.ts';
import { defineProgram, UsageError } from './shell.ts';

const verify = defineProgram({
  summary: "Checks every excerpt, quotation, number and date of the knowledge against the article's text.",
  usage: ['npm run verify -- path/to/article.txt'],
  takesArguments: true,
  async run({ args }, { knowledge: folder, print }) {
    const [path, ...more] = args;
    if (!path || more.length > 0)
      throw new UsageError("Give the path of the article's text, and nothing else.");
    const files = await loadKnowledgeFiles(folder);
    await printEvidence(path, parseKnowledge(files), files, print);
  },
});
export default verify;

await runAsMain(import.meta.filename, verify);
