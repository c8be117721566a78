// What a person does with a knowledge folder beside the article's text: looks at what there is and what is missing, takes,
// edits and drops records. A change that would break the folder is refused, and nothing is written.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Knowledge, KnowledgeError } from '../core/knowledge/parse.ts';
import { hash } from '../core/text/hash.ts';
import { checkEvidence } from '../evaluation/article-evidence.ts';
import type { Change, CurateState, Curating, Entry, Outcome } from '../local/curate/index.ts';
import { recordText, recordTexts, withoutRecord, withRecord, writtenDraft } from './edit-records.ts';
import { checkKnowledge, loadKnowledgeFiles } from './load-knowledge.ts';
import { OperatorError } from './operator-error.ts';
import type { ArticleText } from './read-article.ts';
import { readYaml } from './read-yaml.ts';
import { replaceFile } from './replace-file.ts';

/** Files whose records are edited. */
const EDITED = /^(?:facts\/.+|facts|gaps\/.+|gaps)\.yaml$/;

/** Opens a folder beside the text that it is curated from. */
export function openCurating(folder: string, { text, paragraphs }: ArticleText): Curating {
  const look = async (): Promise<CurateState> => {
    const files = await loadKnowledgeFiles(folder);
    const { knowledge, problems } = await check(files);
    const entries = await Promise.all(
      files
        .filter(({ path, unreadable }) => EDITED.test(path) && !unreadable)
        .map(async ({ path, data }) => entriesOf(path, data, await readFile(join(folder, path), 'utf8'))),
    );
    return {
      subject: knowledge?.article.subject ?? folder,
      paragraphs,
      entries: entries.flat(),
      problems: knowledge ? checkEvidence(text, knowledge, files).problems : problems,
    };
  };

  const change = async (how: Change): Promise<Outcome> => {
    const { path, version } = how;
    const files = await loadKnowledgeFiles(folder);
    const file = files.find((one) => one.path === path && EDITED.test(path));
    if (!file) return { refused: [`There is no file ${path} in the folder any more.`] };
    const before = await readFile(join(folder, path), 'utf8');
    if (versionOf(before) !== version)
      return { refused: [`${path} was changed meanwhile. Look at it again, then repeat what you did.`] };
    try {
      const after = changed(before, how);
      // A folder that is broken already is mended step by step, and one fault may hide others.
      const isWhole = (await check(files)).problems.length === 0;
      const edited = readYaml(path, after);
      const { problems } = await check(files.map((one) => (one === file ? edited : one)));
      if (problems.length > 0 && (isWhole || edited.unreadable)) return { refused: problems };
      await replaceFile(join(folder, path), after);
    } catch (error) {
      if (error instanceof OperatorError) return { refused: [error.message] };
      throw error;
    }
    return { state: await look() };
  };

  return { look, change };
}

function changed(text: string, how: Change): string {
  const { id } = how;
  if (how.do === 'drop') return withoutRecord(text, id);
  if (how.do === 'edit') return withRecord(text, id, how.yaml);
  return withRecord(text, id, writtenDraft(recordText(text, id) ?? '', how));
}

/** Everything that is wrong with the files, and the knowledge if nothing is. */
async function check(
  files: Awaited<ReturnType<typeof loadKnowledgeFiles>>,
): Promise<{ knowledge?: Knowledge; problems: readonly string[] }> {
  try {
    return { knowledge: await checkKnowledge(files), problems: [] };
  } catch (error) {
    if (error instanceof KnowledgeError) return { problems: error.problems };
    throw error;
  }
}

/** A record as it may stand in a file that has faults. */
interface Loose {
  id?: unknown;
  draft?: unknown;
  short?: unknown;
  claim?: unknown;
  says?: unknown;
  questions?: unknown;
  citations?: unknown;
}

/** The records of a file that can be edited: those with an id, each on lines of its own. */
function entriesOf(path: string, data: unknown, text: string): Entry[] {
  if (!Array.isArray(data)) return [];
  const texts = recordTexts(text);
  const version = versionOf(text);
  return (data as Loose[]).flatMap((record) => {
    const yaml = typeof record?.id === 'string' ? texts.get(record.id) : undefined;
    if (yaml === undefined) return [];
    const citations = list(record.citations).flatMap((one) => {
      const { paragraph, excerpt } = (one ?? {}) as { paragraph?: unknown; excerpt?: unknown };
      return typeof paragraph === 'number' ? [{ paragraph, excerpt: String(excerpt ?? '') }] : [];
    });
    return {
      id: String(record.id),
      path,
      version,
      kind: path.startsWith('gaps') ? 'gap' : record.draft === true ? 'draft' : 'fact',
      short: String(record.short ?? record.says ?? ''),
      claim: String(record.claim ?? ''),
      questions: list(record.questions).map(String),
      citations,
      yaml,
    } satisfies Entry;
  });
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const versionOf = (text: string): string => hash(text).toString(16);
