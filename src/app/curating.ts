// What a person does with a knowledge folder beside the article's text: looks at what there is and what is missing, and
// changes records. A change that would break the folder is refused, and nothing is written.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UnansweredQuestion } from '../bot/index.ts';
import { type Knowledge, KnowledgeError } from '../core/knowledge/parse.ts';
import { isWholeDay } from '../core/text/read-dates.ts';
import { draftPassage } from '../drafting/draft-passage.ts';
import { checkEvidence } from '../evaluation/article-evidence.ts';
import type { Change, CurateState, Curating, Outcome } from '../local/curate/index.ts';
import { findUnfound, type Unfound } from '../training/find-unfound.ts';
import { changedTexts, isEdited, type Texts } from './curating-changes.ts';
import { entriesOf, unansweredOf, versionOf } from './curating-state.ts';
import { checkKnowledge, loadKnowledgeFiles } from './load-knowledge.ts';
import { OperatorError } from './operator-error.ts';
import type { ArticleText } from './read-article.ts';
import { readYaml } from './read-yaml.ts';
import { replaceFile } from './replace-file.ts';
import { withParties, withRecords } from './write-drafts.ts';

type Files = Awaited<ReturnType<typeof loadKnowledgeFiles>>;

/**
 * Opens a folder beside the text that it is curated from.
 * @param unanswered reads what members asked that got no answer, where that is kept
 */
export function openCurating(
  folder: string,
  { text: article, paragraphs }: ArticleText,
  unanswered: () => Promise<readonly UnansweredQuestion[]> = async () => [],
): Curating {
  const read = async (path: string): Promise<string | undefined> =>
    readFile(join(folder, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });

  /** The texts of the folder's own files. */
  const readTexts = async (files: Files): Promise<Texts> => {
    const own = files.filter(({ path, unreadable }) => !unreadable && !path.startsWith('common/'));
    const texts = await Promise.all(own.map(async ({ path }) => [path, await read(path)] as const));
    return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
  };

  const look = async (): Promise<CurateState> => {
    const files = await loadKnowledgeFiles(folder);
    const [{ knowledge, problems }, texts] = await Promise.all([check(files), readTexts(files)]);
    const unfound = knowledge ? findUnfound(knowledge) : [];
    const entries = files.flatMap(({ path, data }) => {
      const text = isEdited(path) ? texts.get(path) : undefined;
      return text === undefined ? [] : entriesOf(path, data, text, unfound);
    });
    return {
      subject: knowledge?.article.subject ?? folder,
      paragraphs,
      entries,
      problems: knowledge
        ? [...checkEvidence(article, knowledge, files).problems, ...unfound.map(describeUnfound)]
        : problems,
      unanswered: unansweredOf(await unanswered(), entries, knowledge),
    };
  };

  /** The texts that a change makes different. */
  const changedBy = (how: Change, texts: Texts, knowledge: Knowledge | undefined) => {
    if (how.do !== 'draft') return changedTexts(texts, how);
    if (!knowledge)
      throw new OperatorError('A fact is drafted in a folder that holds together. Mend it first.');
    return withDraft(how, texts, knowledge, paragraphs);
  };

  const change = async (how: Change): Promise<Outcome> => {
    const files = await loadKnowledgeFiles(folder);
    const texts = await readTexts(files);
    const gone = placesOf(how).flatMap(({ path, version }) => {
      const text = isEdited(path) ? texts.get(path) : undefined;
      if (text === undefined) return [`There is no file ${path} in the folder any more.`];
      return versionOf(text) === version ? [] : [changedMeanwhile(path)];
    });
    if (gone.length > 0) return { refused: gone, state: await look() };
    try {
      const before = await check(files);
      const changed = changedBy(how, texts, before.knowledge);
      const edited = [...changed].map(([path, text]) => readYaml(path, text));
      const others = files.filter(({ path }) => !changed.has(path));
      const { problems } = await check([...others, ...edited].sort((a, b) => (a.path < b.path ? -1 : 1)));
      // A folder that is broken already is mended step by step, and one fault may hide others.
      const isWhole = before.problems.length === 0;
      if (problems.length > 0 && (isWhole || edited.some(({ unreadable }) => unreadable)))
        return { refused: problems };
      // An edit that was made elsewhere while this one was checked is not written over.
      for (const path of changed.keys())
        if ((await read(path)) !== texts.get(path))
          return { refused: [changedMeanwhile(path)], state: await look() };
      for (const [path, text] of changed)
        if (texts.has(path)) await replaceFile(join(folder, path), text);
        else await writeFile(join(folder, path), text, { flag: 'wx' });
      return { state: await look() };
    } catch (error) {
      if (error instanceof OperatorError) return { refused: [error.message] };
      throw error;
    }
  };

  return { look, change };
}

const changedMeanwhile = (path: string) =>
  `${path} was changed meanwhile. The page shows it as it is now; repeat what you did.`;

const describeUnfound = ({ id, takenFor }: Unfound): string =>
  `facts: nobody finds "${id}" by questions like its own${takenFor ? `, which lead to "${takenFor}"` : ''}; give it more of them`;

/** The records that a change is about. */
const placesOf = (how: Change) => {
  if (!('path' in how)) return [];
  return how.do === 'merge' ? [how, how.into] : [how];
};

/** A draft of a passage, behind those of its kind; whoever speaks in it is added to article.yaml. */
function withDraft(
  { paragraph, passage }: Change & { do: 'draft' },
  texts: Texts,
  knowledge: Knowledge,
  paragraphs: readonly string[],
): Map<string, string> {
  const { article, facts, drafts, gaps } = knowledge;
  const records = [...facts.values(), ...drafts.values()];
  const all = [...records, ...gaps.values()];
  const drafted = draftPassage(paragraphs, paragraph, passage, {
    day: article.date && isWholeDay(article.date) ? article.date : undefined,
    parties: article.parties,
    taken: { ids: all.map(({ id }) => id), questions: all.flatMap(({ questions }) => questions) },
  });
  if (!drafted)
    throw new OperatorError(`The passage is not in paragraph ${paragraph}. Select it in one paragraph.`);
  const { topic, record, parties } = drafted;
  const near = records.filter(({ citations }) => citations.some((one) => one.paragraph === paragraph));
  const related = near.slice(0, RELATED).map(({ id }) => id);
  const files = [...texts.keys()].filter((path) => /^facts(?:\/.+)?\.yaml$/.test(path));
  const path = files.find((one) => one === `facts/${topic}.yaml`) ?? files[0] ?? `facts/${topic}.yaml`;
  const changed = new Map([[path, withRecords(texts.get(path) ?? '', [{ ...record, related }])]]);
  const about = texts.get('article.yaml');
  if (parties.length > 0 && about !== undefined) changed.set('article.yaml', withParties(about, parties));
  return changed;
}

/** Maximum number of facts that a new one is related to. */
const RELATED = 3;

/** Everything that is wrong with the files, and the knowledge if nothing is. */
async function check(files: Files): Promise<{ knowledge?: Knowledge; problems: readonly string[] }> {
  try {
    return { knowledge: await checkKnowledge(files), problems: [] };
  } catch (error) {
    if (error instanceof KnowledgeError) return { problems: error.problems };
    throw error;
  }
}
