// `npm run eval-drafts`: how much of what people wrote from an article is in its drafts.
import { join } from 'node:path';
import { loadKnowledge } from '../app/load-knowledge.ts';
import { OperatorError } from '../app/operator-error.ts';
import { readArticle } from '../app/read-article.ts';
import { isWholeDay } from '../core/text/read-dates.ts';
import { draftFacts } from '../drafting/draft-facts.ts';
import { type Recall, scoreDrafts } from '../evaluation/score-drafts.ts';
import { runAsMain } from './main.ts';
import { defineProgram, UsageError } from './shell.ts';

/** Where a copy of the article is looked for; the text is not part of the project. */
const ARTICLE = join(import.meta.dirname, '../../../shared/source/article.txt');

const evalDrafts = defineProgram({
  summary:
    'Drafts the article from nothing but its text and its day, and compares the drafts with the facts of the knowledge.',
  usage: ['npm run eval-drafts', 'npm run eval-drafts -- path/to/article.txt'],
  takesArguments: true,
  async run({ args }, { knowledge: folder, print }) {
    const [path = ARTICLE, ...more] = args;
    if (more.length > 0) throw new UsageError("Give the path of the article's text, and nothing else.");
    const { paragraphs, sha256 } = await readArticle(path);
    const knowledge = await loadKnowledge(folder);
    const { sha256: curated, date } = knowledge.article;
    if (sha256 !== curated)
      throw new OperatorError(`${path} is not the text that the facts of ${folder} were written from.`);
    const { drafts, parties } = draftFacts(paragraphs, {
      day: date && isWholeDay(date) ? date : undefined,
    });
    print(`${drafts.length} drafts, ${knowledge.facts.size} facts`);
    print(`${''.padEnd(34)}${'recall'.padStart(18)}${'precision'.padStart(18)}`);
    const records = drafts.map(({ record }) => record);
    for (const { name, recall, precision } of scoreDrafts(records, parties, knowledge, paragraphs))
      print(
        `${name.padEnd(34)}${format(recall).padStart(18)}${precision ? format(precision).padStart(18) : ''}`,
      );
  },
});
export default evalDrafts;

const format = ({ found, wanted }: Recall): string =>
  `${found} / ${wanted} ${wanted === 0 ? '' : `${((100 * found) / wanted).toFixed(0)}%`.padStart(4)}`;

await runAsMain(import.meta.filename, evalDrafts);
