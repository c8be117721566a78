// Turns knowledge files into one checked Knowledge value, or reports every problem in them at once.

import { counted } from '../text/counted.ts';
import { PLACEHOLDER } from './article-schema.ts';
import { checkReferences } from './check-references.ts';
import { checkFigures, checkUnique } from './check-unique.ts';
import { fillPlaceholders } from './fill-placeholders.ts';
import { formatUnreadable, isCommon, type KnowledgeFile, kindOf, type Report } from './knowledge-file.ts';
import { joinWordings, joinWords, preferOwn } from './prefer-own.ts';
import { readRecords } from './records.ts';
import type { Ids } from './references.ts';
import {
  type Article,
  type Draft,
  type Fact,
  type FileKind,
  fileSchemas,
  type Gap,
  type Population,
  type Wordings,
  type Words,
} from './schema.ts';

/** Everything that the bot knows. It has been checked, and every reference can be resolved. */
export interface Knowledge {
  article: Article;
  facts: ReadonlyMap<string, Fact>;
  /** Facts that a person has yet to write. They answer nothing, and nothing is learned from them. */
  drafts: ReadonlyMap<string, Draft>;
  gaps: ReadonlyMap<string, Gap>;
  /** The ids of the gaps that are the same for every article. They come last. */
  commonGaps: ReadonlySet<string>;
  words: Words;
  /** The phrases by which a claim names each concept, by its id; empty if the folder has no concepts.yaml. */
  concepts: ReadonlyMap<string, readonly string[]>;
  /** The groups that shares are of, each broader than the next; empty if concepts.yaml declares none. */
  populations: readonly Population[];
  /** More wordings for each fact or gap, by its id. */
  wordings: ReadonlyMap<string, Wordings>;
}

/** Thrown with all problems of the knowledge files: one per line, with its file and line. */
export class KnowledgeError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The knowledge has ${counted(problems.length, 'problem')}:\n${problems.join('\n')}`);
    this.name = 'KnowledgeError';
    this.problems = problems;
  }
}

/**
 * Checks each knowledge file on its own, then the references between them. References are checked only if every file
 * can be read: otherwise every id of an unreadable file would be reported as missing.
 *
 * @param taken names of commands that no view may have
 * @throws {KnowledgeError} with every problem at once
 */
export function parseKnowledge(
  files: readonly KnowledgeFile[],
  taken: ReadonlySet<string> = new Set(),
): Knowledge {
  const problems: string[] = [];
  const report: Report = (file, keys, what) => problems.push(`${file.path}:${file.lineOf(keys)}: ${what}`);

  for (const file of files) {
    if (file.unreadable) problems.push(formatUnreadable(file.path, file.unreadable));
    else if (!kindOf(file))
      problems.push(
        `${file.path}: is not a knowledge file (known names: ${NAMES}); rename it or move it out of the folder`,
      );
  }
  const isOwn = (file: KnowledgeFile) => !isCommon(file);
  for (const kind of ['article', 'words', 'concepts'] as const) {
    const [first, ...others] = files.filter((file) => kindOf(file) === kind && isOwn(file));
    if (!first && kind === 'article')
      problems.push('article.yaml: is missing; every knowledge folder needs it');
    for (const { path } of others)
      problems.push(`${path}: is a second ${kind} file; put everything into ${first?.path}`);
  }

  const records = preferOwn(readRecords(files, report));
  const [placedArticle] = records.articles;
  const article = placedArticle?.record;
  // A folder that has only been begun loads, but it answers nothing while it contains "TODO".
  if (placedArticle && records.facts.length > 0)
    for (const [key, value] of Object.entries(placedArticle.record))
      if (typeof value === 'string' && value.startsWith(PLACEHOLDER))
        report(
          placedArticle.file,
          [...placedArticle.keys, key],
          `"${key}" is still to be written: "${value}"`,
        );
  for (const [i, { id }] of (article?.views ?? []).entries())
    if (placedArticle && taken.has(id))
      report(
        placedArticle.file,
        [...placedArticle.keys, 'views', i, 'id'],
        `there is a command /${id} already; give this view another id`,
      );
  const hasConcepts = files.some((file) => kindOf(file) === 'concepts');
  const concepts = hasConcepts ? records.concepts[0]?.record : { phrases: {}, populations: [] };
  const ids = idsOf(files);
  if (ids) {
    checkUnique(records, report);
    checkFigures(records, report);
    problems.push(...checkReferences(records, ids, placedArticle, concepts));
  }

  const gaps = article ? fillPlaceholders(records.gaps, article, records.facts, report) : [];
  if (problems.length > 0 || !article || !concepts) throw new KnowledgeError(problems);
  const byId = <T>(placed: readonly { id: string; record: T }[]) =>
    new Map(placed.map(({ id, record }) => [id, record]));
  const drafts = byId(records.drafts);
  const written = (ids: readonly string[]) => ids.filter((id) => !drafts.has(id));
  return {
    article,
    words: joinWords(records.words.map(({ record }) => record)),
    concepts: new Map(Object.entries(concepts.phrases)),
    populations: concepts.populations,
    facts: new Map(
      records.facts.map(({ id, record }) => [id, { ...record, related: written(record.related) }]),
    ),
    drafts,
    gaps: new Map(gaps.map(({ id, record }) => [id, { ...record, nearest: written(record.nearest) }])),
    commonGaps: new Set(gaps.flatMap(({ id, file }) => (isCommon(file) ? id : []))),
    wordings: joinWordings(records.wordings),
  };
}

const NAMES = Object.keys(fileSchemas)
  .map((kind) => `${kind}.yaml`)
  .join(', ');

/**
 * Returns the fact with an id that is known to exist. That holds for all references, which are checked when the
 * knowledge is parsed.
 *
 * @throws {Error} if there is no such fact, which is a fault of the program
 */
export function factOf(knowledge: Knowledge, id: string): Fact {
  const fact = knowledge.facts.get(id);
  if (!fact) throw new Error(`"${id}" is not the id of a fact`);
  return fact;
}

/**
 * All ids in the files; undefined if a file or a record is unreadable, since then some ids are unknown. A fact takes
 * the place of a common gap with the same id.
 */
function idsOf(files: readonly KnowledgeFile[]): Ids | undefined {
  const of = (kind: FileKind) =>
    files
      .filter((file) => kindOf(file) === kind)
      .flatMap((file): unknown => (file.unreadable ? undefined : file.data))
      .map((record) => (record as { id?: unknown } | null | undefined)?.id);
  const isText = (id: unknown): id is string => typeof id === 'string';
  const [facts, gaps] = [of('facts'), of('gaps')];
  if (!facts.every(isText) || !gaps.every(isText)) return undefined;
  const ofFacts = new Set(facts);
  return { facts: ofFacts, gaps: new Set(gaps.filter((id) => !ofFacts.has(id))) };
}
