// One knowledge file as it was read, before its content is checked.
import { type FileKind, fileSchemas } from './schema.ts';

/** Why a file cannot be read. */
export interface Unreadable {
  /** Where that shows, from 1; missing where it is the whole file. */
  line?: number;
  message: string;
}

export interface KnowledgeFile {
  /** Below the knowledge folder, with slashes. */
  path: string;
  data: unknown;
  /** The line (from 1) of the value at a path of keys, or of the nearest value around it. */
  lineOf: (keys: readonly PropertyKey[]) => number;
  /** Where this is set there are no data. */
  unreadable?: Unreadable;
}

/** Takes down what is wrong with the value at a path of keys in a file. */
export type Report = (file: KnowledgeFile, keys: readonly PropertyKey[], what: string) => void;

/** The kind of a file: the first part of its path. Undefined where that is not a kind of knowledge file. */
export function kindOf({ path }: KnowledgeFile): FileKind | undefined {
  const kind = path.split(/[./]/)[0] ?? '';
  return Object.hasOwn(fileSchemas, kind) ? (kind as FileKind) : undefined;
}

/** "votes" for "facts/votes.yaml". */
export const topicOf = ({ path }: KnowledgeFile): string => path.replace(/^.*\//, '').replace(/\.yaml$/, '');

/** A line for the list of problems: "facts/votes.yaml:5: is indented with a tab; use spaces". */
export const sayUnreadable = (path: string, { line, message }: Unreadable): string =>
  `${path}${line === undefined ? '' : `:${line}`}: ${message}`;
