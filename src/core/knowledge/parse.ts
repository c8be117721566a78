// From knowledge files to one checked Knowledge value, or to every problem in them at once.
import type { z } from 'zod';
import { wordingKey } from '../text/tokens.ts';
import {
  type Article,
  type Fact,
  type FileKind,
  fileSchemas,
  type Gap,
  type Wordings,
  type Words,
} from './schema.ts';

/** One knowledge file as read from disk: its path below the knowledge folder, its data, and where in it a value stands. */
export interface KnowledgeFile {
  path: string;
  data: unknown;
  /** The line (from 1) of the value at a path of keys, or of the nearest value around it. */
  lineOf: (keys: readonly PropertyKey[]) => number;
  /** What made it unreadable as YAML; its data is not looked at then. */
  syntaxErrors: readonly { line: number; message: string }[];
}

/** Everything that the bot knows: checked, with every reference resolvable. */
export interface Knowledge {
  article: Article;
  facts: ReadonlyMap<string, Fact>;
  gaps: ReadonlyMap<string, Gap>;
  words: Words;
  /** More ways to word what a fact or a gap is about, by its id. */
  wordings: ReadonlyMap<string, Wordings>;
}

/** All that is wrong with the knowledge files, one line for each problem, with file and line. */
export class KnowledgeError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The knowledge has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.join('\n')}`,
    );
    this.name = 'KnowledgeError';
    this.problems = problems;
  }
}

/**
 * Checks the knowledge files, each by its schema and all of them against each other.
 * @throws {KnowledgeError} with every problem at once.
 */
export function parseKnowledge(files: readonly KnowledgeFile[]): Knowledge {
  const problems: string[] = [];
  const report = (file: KnowledgeFile, keys: readonly PropertyKey[], what: string) =>
    problems.push(`${file.path}:${file.lineOf(keys)}: ${what}`);
  const read = <K extends FileKind>(kind: K) =>
    files
      .filter((file) => kindOf(file.path) === kind && file.syntaxErrors.length === 0)
      .flatMap((file) => {
        const result = fileSchemas[kind].safeParse(file.data);
        if (result.success) return [{ file, data: result.data as z.infer<(typeof fileSchemas)[K]> }];
        for (const issue of result.error.issues) {
          const inside = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
          report(file, [...issue.path, ...inside], describeIssue(issue));
        }
        return [];
      });
  const one = <K extends 'article' | 'words'>(kind: K) => {
    const found = read(kind);
    const present = files.some((file) => kindOf(file.path) === kind);
    if (!present) problems.push(`${kind}.yaml: is missing; every knowledge folder needs it`);
    return found[0];
  };

  for (const file of files)
    for (const { line, message } of file.syntaxErrors)
      problems.push(`${file.path}:${line}: is not YAML: ${message}`);
  for (const file of files)
    if (!(kindOf(file.path) in fileSchemas))
      report(file, [], `is no kind of knowledge file; known are ${Object.keys(fileSchemas).join(', ')}`);
  const article = one('article');
  const words = one('words');
  const factRecords = read('facts').flatMap(({ file, data }) =>
    data.map((fact, index) => ({ file, keys: [index], record: { ...fact, topic: topicOf(file.path) } })),
  );
  const gapRecords = read('gaps').flatMap(({ file, data }) =>
    data.map((gap, index) => ({ file, keys: [index], record: gap })),
  );
  const wordingRecords = read('wordings').flatMap(({ file, data }) =>
    Object.entries(data).map(([id, record]) => ({ file, keys: [id], id, record })),
  );

  const owners = new Map<string, string>();
  for (const { file, keys, record } of [...factRecords, ...gapRecords]) {
    const owner = owners.get(record.id);
    if (owner) report(file, [...keys, 'id'], `the id "${record.id}" is taken already, at ${owner}`);
    else owners.set(record.id, `${file.path}:${file.lineOf([...keys, 'id'])}`);
  }
  const facts = new Map(factRecords.map(({ record }) => [record.id, record]));
  const gaps = new Map(gapRecords.map(({ record }) => [record.id, record]));

  // References are held against what stands in the files, so that one bad record is not reported again by its neighbors.
  const factIds = rawIds(files, 'facts');
  const gapIds = rawIds(files, 'gaps');
  const parties = new Set(article?.data.parties.map((party) => party.id));
  const periods = new Set(article?.data.periods.map((period) => period.id));
  const paragraphs = article?.data.paragraphs ?? Number.POSITIVE_INFINITY;
  for (const { file, keys, record } of factRecords) {
    const expect = (ok: boolean, path: PropertyKey[], what: string) =>
      ok || report(file, [...keys, ...path], what);
    for (const field of ['related', 'items'] as const)
      (record[field] ?? []).forEach((id, i) => {
        expect(factIds.has(id), [field, i], `"${id}" under ${field} is the id of no fact`);
        expect(id !== record.id, [field, i], `"${id}" names itself under ${field}`);
      });
    if (!article) continue;
    const party = (id: string, path: PropertyKey[]) =>
      expect(parties.has(id), path, `"${id}" is no party of article.yaml (${[...parties].join(', ')})`);
    const period = (id: string | undefined, path: PropertyKey[]) =>
      expect(id === undefined || periods.has(id), path, `"${id}" is no period of article.yaml`);
    const paragraph = (n: number, path: PropertyKey[]) =>
      expect(
        n <= paragraphs,
        path,
        `the article has ${paragraphs} paragraphs, so there is no paragraph ${n}`,
      );
    record.saidBy?.forEach((id, i) => {
      party(id, ['saidBy', i]);
    });
    period(record.period, ['period']);
    record.citations.forEach((citation, i) => {
      paragraph(citation.paragraph, ['citations', i, 'paragraph']);
    });
    record.values.forEach((value, i) => {
      if (value.kind === 'party') party(value.party, ['values', i, 'party']);
      if (value.kind === 'number') period(value.period, ['values', i, 'period']);
    });
    if (record.quotation) {
      party(record.quotation.speaker, ['quotation', 'speaker']);
      paragraph(record.quotation.paragraph, ['quotation', 'paragraph']);
    }
  }
  for (const { file, keys, record } of gapRecords)
    record.nearest.forEach((id, i) => {
      if (!factIds.has(id))
        report(file, [...keys, 'nearest', i], `"${id}" under nearest is the id of no fact`);
    });

  const wordings = new Map<string, Wordings>();
  for (const { file, keys, id, record } of wordingRecords) {
    if (!factIds.has(id) && !gapIds.has(id)) report(file, keys, `"${id}" is the id of no fact and no gap`);
    if (wordings.has(id)) report(file, keys, `"${id}" has its wordings in another file already`);
    if (gapIds.has(id) && record.falsePremise.length > 0)
      report(
        file,
        [...keys, 'falsePremise'],
        `"${id}" is a gap, which sets nothing right; use "asked" instead of "falsePremise"`,
      );
    wordings.set(id, record);
  }

  const claimed = new Map<string, { id: string; at: string }>();
  const claim = (question: string, id: string, file: KnowledgeFile, keys: PropertyKey[]) => {
    const key = wordingKey(question);
    const other = claimed.get(key);
    const at = `${file.path}:${file.lineOf(keys)}`;
    if (!other) claimed.set(key, { id, at });
    else if (other.id === id) report(file, keys, `"${question}" stands twice, also at ${other.at}`);
    else report(file, keys, `"${question}" belongs to "${other.id}" already, at ${other.at}`);
  };
  for (const { file, keys, record } of [...factRecords, ...gapRecords])
    record.questions.forEach((question, i) => {
      claim(question, record.id, file, [...keys, 'questions', i]);
    });
  for (const { file, keys, id, record } of wordingRecords)
    for (const kind of ['asked', 'falsePremise', 'supported', 'contradicted', 'claimed'] as const)
      record[kind].forEach((wording, i) => {
        claim(wording, id, file, [...keys, kind, i]);
      });

  if (problems.length > 0 || !article || !words) throw new KnowledgeError(problems);
  return { article: article.data, words: words.data, facts, gaps, wordings };
}

/** The fact of an id that is known to be one: references are checked when the knowledge is parsed. */
export function factOf(knowledge: Knowledge, id: string): Fact {
  const fact = knowledge.facts.get(id);
  if (!fact) throw new Error(`"${id}" is the id of no fact`);
  return fact;
}

const kindOf = (path: string) => path.split(/[./]/)[0] ?? '';
const topicOf = (path: string) => path.replace(/^.*\//, '').replace(/\.yaml$/, '');

function rawIds(files: readonly KnowledgeFile[], kind: FileKind): Set<unknown> {
  const records = files.filter((file) => kindOf(file.path) === kind).flatMap((file) => file.data);
  return new Set(records.map((record) => (record as { id?: unknown } | null | undefined)?.id));
}

/** Turns a schema issue into a sentence that a curator understands. */
function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.filter((key) => typeof key === 'string').join('.');
  const field = where ? `"${where}" ` : '';
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return `${field}holds ${keys}, which no schema knows; correct the spelling or take it out`;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return `${field}is missing (expected ${issue.expected})`;
  return `${field}is wrong: ${issue.message}`;
}
