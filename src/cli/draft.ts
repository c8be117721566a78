// `npm run draft`: drafts facts from an article, for a person to write.
import { loadKnowledge } from '../app/load-knowledge.ts';
import { OperatorError } from '../app/operator-error.ts';
import { readArticle } from '../app/read-article.ts';
import { addConcepts, addParties, writeDrafts } from '../app/write-drafts.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import { counted } from '../core/text/counted.ts';
import { isWholeDay } from '../core/text/read-dates.ts';
import { draftFacts } from '../drafting/draft-facts.ts';
import { toldConcepts } from '../drafting/draft-told.ts';
import { runAsMain } from './main.ts';
import { defineProgram, UsageError } from './shell.ts';

const draft = defineProgram({
  summary:
    'Drafts facts for the paragraphs that no fact and no draft cites yet: figures, dates, quotations, who says so.',
  usage: ['npm run draft -- path/to/article.txt path/to/folder'],
  takesArguments: true,
  async run({ args }, { print, progress }) {
    const [path, folder, ...more] = args;
    if (!path || !folder || more.length > 0)
      throw new UsageError("Give the path of the article's text and that of its knowledge folder.");
    const { paragraphs, sha256 } = await readArticle(path);
    const knowledge = await loadKnowledge(folder);
    const { article } = knowledge;
    if (sha256 !== article.sha256)
      throw new OperatorError(
        `${path} is not the text that ${folder} was made from. To see which citations no longer match, run: KNOWLEDGE_DIR=${folder} npm run verify -- ${path}`,
      );
    const { drafts, parties } = draftFacts(paragraphs, {
      day: article.date && isWholeDay(article.date) ? article.date : undefined,
      parties: article.parties,
      done: citedParagraphs(knowledge),
      onProgress: (read, total) => progress(read, total, 'reading the article'),
      taken: takenBy(knowledge),
    });
    const speaking = new Set(drafts.flatMap(({ record }) => record.saidBy ?? []));
    const added = parties.filter(({ id }) => speaking.has(id));
    await addParties(folder, added);
    await addConcepts(folder, toldConcepts(drafts.map(({ record }) => record)));
    const files = await writeDrafts(folder, drafts);
    await loadKnowledge(folder);
    if (files.size === 0) return print('Every paragraph is cited by a fact or a draft already.');
    for (const [file, count] of files) print(`${file}: ${counted(count, 'draft')}`);
    if (added.length > 0) print(`article.yaml: ${added.map(({ name }) => name).join('; ')}`);
    print('Write "short" and "claim" in your own words, check the rest, and remove "draft: true".');
  },
});
export default draft;

const recordsOf = ({ facts, drafts }: Knowledge) => [...facts.values(), ...drafts.values()];

const citedParagraphs = (knowledge: Knowledge): Set<number> =>
  new Set(recordsOf(knowledge).flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph)));

const takenBy = (knowledge: Knowledge) => {
  const records = [...recordsOf(knowledge), ...knowledge.gaps.values()];
  return { ids: records.map(({ id }) => id), questions: records.flatMap(({ questions }) => questions) };
};

await runAsMain(import.meta.filename, draft);
