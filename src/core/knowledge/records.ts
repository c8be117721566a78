// Reads the records of the knowledge files, each with its place in its file.
import type { z } from 'zod';
import type { Concepts } from './concepts-schema.ts';
import { describeIssue } from './describe-issue.ts';
import { type KnowledgeFile, kindOf, type Report, topicOf } from './knowledge-file.ts';
import {
  type Article,
  type Draft,
  type Fact,
  type FileKind,
  fileSchemas,
  type Gap,
  type Wordings,
  type Words,
} from './schema.ts';

/** A record with an id, and the path of keys to it in its file. */
export interface RecordInFile<T> {
  file: KnowledgeFile;
  keys: readonly PropertyKey[];
  id: string;
  record: T;
}

export interface Records {
  articles: Omit<RecordInFile<Article>, 'id'>[];
  words: Omit<RecordInFile<Words>, 'id'>[];
  concepts: Omit<RecordInFile<Concepts>, 'id'>[];
  facts: RecordInFile<Fact>[];
  drafts: RecordInFile<Draft>[];
  gaps: RecordInFile<Gap>[];
  wordings: RecordInFile<Wordings>[];
}

/** Reads the records of all files that match their schema, and reports what is wrong with the others. */
export function readRecords(files: readonly KnowledgeFile[], report: Report): Records {
  function read<K extends FileKind>(kind: K) {
    return files
      .filter((file) => kindOf(file) === kind && !file.unreadable)
      .flatMap((file) => {
        const result = fileSchemas[kind].safeParse(file.data, { reportInput: true });
        if (result.success) return [{ file, data: result.data as z.infer<(typeof fileSchemas)[K]> }];
        for (const issue of result.error.issues) {
          const inside = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
          report(file, [...issue.path, ...inside], describeIssue(issue));
        }
        return [];
      });
  }
  const written: RecordInFile<Fact>[] = [];
  const drafts: RecordInFile<Draft>[] = [];
  for (const { file, data } of read('facts'))
    for (const [i, fact] of data.entries()) {
      const topic = topicOf(file);
      const place = { file, keys: [i], id: fact.id };
      if (fact.draft) drafts.push({ ...place, record: { ...fact, topic } });
      else written.push({ ...place, record: { ...fact, topic } });
    }
  return {
    articles: read('article').map(({ file, data }) => ({ file, keys: [], record: data })),
    words: read('words').map(({ file, data }) => ({ file, keys: [], record: data })),
    concepts: read('concepts').map(({ file, data }) => ({ file, keys: [], record: data })),
    facts: written,
    drafts,
    gaps: read('gaps').flatMap(({ file, data }) =>
      data.map((gap, i) => ({ file, keys: [i], id: gap.id, record: gap })),
    ),
    wordings: read('wordings').flatMap(({ file, data }) =>
      Object.entries(data).map(([id, record]) => ({ file, keys: [id], id, record })),
    ),
  };
}

/** "facts/prices.yaml:12" */
export const placeOf = ({ file, keys }: Pick<RecordInFile<unknown>, 'file' | 'keys'>): string =>
  `${file.path}:${file.lineOf(keys)}`;
