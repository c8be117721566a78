// `npm run fit-match`: fits the weights that decide whether a fact answers a question in a folder with few wordings.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadKnowledgeFiles } from '../app/load-knowledge.ts';
import { parseKnowledge } from '../core/knowledge/parse.ts';
import { fitMatch } from '../evaluation/fit-match.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

const WEIGHTS = join(import.meta.dirname, '../core/matching/match-weights.json');

const fit = defineProgram({
  summary:
    'Fits when a fact answers a question in a folder with few wordings, on parts of this one without its wordings.',
  usage: ['npm run fit-match'],
  async run(_, { knowledge: folder, print, progress }) {
    const knowledge = parseKnowledge(await loadKnowledgeFiles(folder));
    const { weights, samples } = fitMatch(knowledge, progress);
    await writeFile(WEIGHTS, `${JSON.stringify(weights, undefined, 2)}\n`);
    print(`${samples} pairs of a question and a fact set these weights:`);
    for (const [name, weight] of Object.entries(weights.weights)) print(`  ${name.padEnd(40)} ${weight}`);
  },
});
export default fit;

await runAsMain(import.meta.filename, fit);
