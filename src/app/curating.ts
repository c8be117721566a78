// Curates a knowledge folder beside the article's text: shows what is there and what is missing, and changes records.
// A change that would break the folder is refused, and nothing is written.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UnansweredQuestion } from '../bot/index.ts';
import { type Knowledge, KnowledgeError } from '../core/knowledge/parse.ts';
import { checkEvidence } from '../evaluation/article-evidence.ts';
import type { Change, CurateState, Curating, Outcome } from '../local/curate/index.ts';
import { findUnfound, type Unfound } from '../training/find-unfound.ts';
import { changedTexts, isEdited, type Texts, withDraft } from './curating-changes.ts';
import { entriesOf, unansweredOf, versionOf } from './curating-state.ts';
import { checkKnowledge, loadKnowledgeFiles } from './load-knowledge.ts';
import { OperatorError } from './operator-error.ts';
import type { ArticleText } from './read-article.ts';
import { readYaml } from './read-yaml.ts';
import { replaceFiles } from './replace-file.ts';
import { createQueue } from './work-queue.ts';

type Files = Awaited<ReturnType<typeof loadKnowledgeFiles>>;

/**
 * Opens a folder beside the text that it is curated from.
 *
 * @param unanswered reads the questions that got no answer, if they are kept
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
    const { list, unread } = await unanswered().then(
      (list) => ({ list, unread: [] }),
      (error: unknown) => ({
        list: [],
        unread: [`Unanswered questions are not shown: ${messageOf(error)}`],
      }),
    );
    const entries = files.flatMap(({ path, data }) => {
      const text = isEdited(path) ? texts.get(path) : undefined;
      return text === undefined ? [] : entriesOf(path, data, text, unfound);
    });
    return {
      subject: knowledge?.article.subject ?? folder,
      paragraphs,
      entries,
      problems: [
        ...unread,
        ...problems,
        ...(knowledge ? checkEvidence(article, knowledge, files).problems : []),
        ...unfound.map(describeUnfound),
      ],
      unanswered: unansweredOf(list, entries, knowledge),
    };
  };

  /** The texts that a change alters. */
  const changedBy = (how: Change, texts: Texts, knowledge: Knowledge | undefined) => {
    if (how.do !== 'draft') return changedTexts(texts, how);
    if (!knowledge)
      throw new OperatorError('Facts can only be drafted in a folder without problems. Mend these first.');
    return withDraft(how, texts, knowledge, paragraphs);
  };

  /**
   * Writes a change.
   *
   * @returns nothing if it is written; otherwise the reasons, and whether the page is out of date
   */
  const write = async (
    how: Change,
  ): Promise<{ refused: readonly string[]; isStale: boolean } | undefined> => {
    const files = await loadKnowledgeFiles(folder);
    const texts = await readTexts(files);
    const gone = placesOf(how).flatMap(({ path, version }) => {
      const text = isEdited(path) ? texts.get(path) : undefined;
      if (text === undefined) return [`There is no file ${path} in the folder any more.`];
      return versionOf(text) === version ? [] : [changedMeanwhile(path)];
    });
    if (gone.length > 0) return { refused: gone, isStale: true };
    const before = await check(files);
    const changed = changedBy(how, texts, before.knowledge);
    const edited = [...changed].map(([path, text]) => readYaml(path, text));
    const others = files.filter(({ path }) => !changed.has(path));
    const { problems } = await check([...others, ...edited].sort((a, b) => (a.path < b.path ? -1 : 1)));
    // A folder that is already broken is mended step by step, and one fault may hide others.
    const isWhole = before.problems.length === 0;
    if (problems.length > 0 && (isWhole || edited.some(({ unreadable }) => unreadable)))
      return { refused: problems, isStale: false };
    // An edit made elsewhere while this one was checked is not overwritten.
    for (const path of changed.keys())
      if ((await read(path)) !== texts.get(path)) return { refused: [changedMeanwhile(path)], isStale: true };
    const written = [...changed].map(([path, text]) => ({
      path: join(folder, path),
      text,
      isNew: !texts.has(path),
    }));
    await replaceFiles(written).catch((error: unknown) => {
      throw new OperatorError(`Nothing was changed, since the files cannot be written: ${messageOf(error)}`);
    });
    return undefined;
  };

  const change = async (how: Change): Promise<Outcome> => {
    const failed = await write(how).catch((error: unknown) => {
      if (error instanceof OperatorError) return { refused: [error.message], isStale: false };
      throw error;
    });
    if (!failed) return { state: await look() };
    const { refused, isStale } = failed;
    return isStale ? { refused, state: await look() } : { refused };
  };

  // The version that a change names is compared with the files as the previous change left them.
  const inTurn = createQueue();
  return { look: () => inTurn(look), change: (how) => inTurn(() => change(how)) };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const changedMeanwhile = (path: string) =>
  `${path} was changed meanwhile. The page shows it as it is now; repeat what you did.`;

const describeUnfound = ({ id, takenFor }: Unfound): string =>
  `facts: nobody finds "${id}" by questions like its own${takenFor ? `, which lead to "${takenFor}"` : ''}; give it more of them`;

/** The records that a change concerns. */
const placesOf = (how: Change) => {
  if (!('path' in how)) return [];
  return how.do === 'merge' ? [how, how.into] : [how];
};

/** Everything that is wrong with the files, and the knowledge if nothing is. */
async function check(files: Files): Promise<{ knowledge?: Knowledge; problems: readonly string[] }> {
  try {
    return { knowledge: await checkKnowledge(files), problems: [] };
  } catch (error) {
    if (error instanceof KnowledgeError) return { problems: error.problems };
    throw error;
  }
}
