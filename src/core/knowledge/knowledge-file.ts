// A knowledge file that was read but not checked yet.
import { type FileKind, fileSchemas } from './schema.ts';

/** Why a file cannot be read. */
export interface Unreadable {
  /** Line number, from 1; missing if it concerns the whole file. */
  line?: number;
  message: string;
}

export interface KnowledgeFile {
  /** Relative to the knowledge folder, with slashes. */
  path: string;
  data: unknown;
  /** The line (from 1) of the value at a path of keys, or of the nearest value around it. */
  lineOf: (keys: readonly PropertyKey[]) => number;
  /** If set, `data` is undefined. */
  unreadable?: Unreadable;
}

/** Reports a problem with the value at a path of keys in a file. */
export type Report = (file: KnowledgeFile, keys: readonly PropertyKey[], what: string) => void;

/** The beginning of the paths of files that are the same for every article. */
export const COMMON = 'common/';

/** Whether a file is one of those that are the same for every article. */
export const isCommon = ({ path }: Pick<KnowledgeFile, 'path'>): boolean => path.startsWith(COMMON);

/** The kind of a file: the first part of its path, after "common/". Undefined if the file is not a knowledge file. */
export function kindOf({ path }: Pick<KnowledgeFile, 'path'>): FileKind | undefined {
  const kind = (isCommon({ path }) ? path.slice(COMMON.length) : path).split(/[./]/)[0] ?? '';
  return Object.hasOwn(fileSchemas, kind) ? (kind as FileKind) : undefined;
}

/** The topic of a file: "prices" for "facts/prices.yaml". */
export const topicOf = ({ path }: KnowledgeFile): string => path.replace(/^.*\//, '').replace(/\.yaml$/, '');

/** One line of a list of problems: "facts/prices.yaml:5: is indented with a tab; use spaces". */
export const formatUnreadable = (path: string, { line, message }: Unreadable): string =>
  `${path}${line === undefined ? '' : `:${line}`}: ${message}`;
