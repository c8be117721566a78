// Edits one record in the text of a knowledge file. Every other character stays as it is, comments included.
import { isMap, isPair, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { OperatorError } from './operator-error.ts';

/** The place of a record in its file. */
interface Place {
  /** The index of its leading "- ". */
  start: number;
  /** The index after its last value. */
  end: number;
  /** The indentation of its keys. */
  indent: number;
}

/** The YAML of each record by its id, as written in the file but without the leading "- ". */
export const recordTexts = (text: string): ReadonlyMap<string, string> =>
  new Map([...placesIn(text)].map(([id, place]) => [id, textAt(text, place)]));

/** The same for one record; undefined if it does not exist. */
export const recordText = (text: string, id: string): string | undefined => recordTexts(text).get(id);

function textAt(text: string, { start, end, indent }: Place): string {
  const margin = ' '.repeat(indent);
  return text
    .slice(start, end)
    .split('\n')
    .map((line, at) => {
      if (at === 0) return line.replace(/^-\s*/, '');
      return line.startsWith(margin) ? line.slice(indent) : line.trimStart();
    })
    .join('\n');
}

/**
 * Replaces the text of a record in a file.
 *
 * @param yaml without the leading "- "
 * @throws {OperatorError} if the record does not exist
 */
export function withRecord(text: string, id: string, yaml: string): string {
  const { start, end, indent } = placeThere(text, id);
  const own = text.slice(start, end).match(/^-\s*/)?.[0] ?? '- ';
  const lines = yaml.replaceAll('\r\n', '\n').trim().split('\n');
  const margin = ' '.repeat(indent);
  const inner = lines.map((line, at) =>
    at === 0 || line.trim() === '' ? line.trimEnd() : `${margin}${line.trimEnd()}`,
  );
  return `${text.slice(0, start)}${own}${inner.join('\n')}${text.slice(end)}`;
}

/**
 * Removes a record from the text of a file, together with the comment and the blank lines right above it.
 *
 * @throws {OperatorError} if the record does not exist
 */
export function withoutRecord(text: string, id: string): string {
  const place = placeThere(text, id);
  const { end } = place;
  const lines = linesAbove(text, place);
  let above = commentStart(lines);
  while (above > 0 && lines[above - 1]?.trim() === '') above -= 1;
  const before = lines.slice(0, above).join('\n');
  const after = text
    .slice(end)
    .replace(/^[^\S\n]*\n/, '\n')
    .trimEnd();
  const isEmpty = !/^\s*-/m.test(before + after);
  return `${[before, after].filter((part) => part.trim() !== '').join('')}${isEmpty ? '\n[]' : ''}\n`.replace(
    /^\n/,
    '',
  );
}

/**
 * The lines of the comment right above a record, without their "#". The comment at the head of a file belongs to no
 * record.
 */
export function commentAbove(text: string, id: string): string[] {
  const lines = linesAbove(text, placeThere(text, id));
  const from = commentStart(lines);
  return lines.slice(from, -1).map((line) => line.trim().replace(/^#\s?/, ''));
}

/** Adds lines to the comment right above a record. */
export function withCommentAbove(text: string, id: string, comment: readonly string[]): string {
  const { start } = placeThere(text, id);
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const margin = text.slice(lineStart, start);
  const lines = comment.map((line) => `${margin}# ${line}`.trimEnd());
  return [text.slice(0, lineStart), ...lines.map((line) => `${line}\n`), text.slice(lineStart)].join('');
}

/** The lines before a record; the last one is the record's own indentation. */
const linesAbove = (text: string, { start }: Place): string[] => text.slice(0, start).split('\n');

/** Where the comment at the end of some lines begins. The last of the lines is the indentation below the comment. */
function commentStart(lines: readonly string[]): number {
  let from = lines.length - 1;
  while (from > 0 && lines[from - 1]?.trimStart().startsWith('#') && !isHead(lines, from - 1)) from -= 1;
  return from;
}

/** Whether a line is part of the comment at the head of a file, above its first record. */
const isHead = (lines: readonly string[], at: number): boolean =>
  lines.slice(0, at + 1).every((line) => /^\s*(?:#|$)/.test(line));

/** The fields of a fact that a person writes. */
export interface Written {
  short: string;
  claim: string;
}

/**
 * Writes a person's texts into the YAML of a fact or a draft, under keys that it may not have yet.
 *
 * @param yaml as returned by `recordText`
 */
export function withWritten(yaml: string, { short, claim }: Written): string {
  const texts = new Map([
    ['short', short],
    ['claim', claim],
  ]);
  const written = withPairs(yaml, (key) => texts.get(key));
  const record = mappingOf(yaml);
  const missing = [...texts].filter(([key]) => !record.has(key));
  return [written.trimEnd(), ...missing.map(([key, text]) => `${key}: ${scalar(text)}`)].join('\n');
}

/**
 * Removes `draft: true` from the YAML of a draft.
 *
 * @param yaml as returned by `recordText`
 */
export const withoutMark = (yaml: string): string =>
  withPairs(yaml, (key) => (key === 'draft' ? null : undefined));

/**
 * Changes the texts of keys.
 *
 * @param change gives the new text of a key; null removes its line, undefined leaves it unchanged
 */
function withPairs(yaml: string, change: (key: string) => string | null | undefined): string {
  let written = yaml;
  // From the end to the beginning, so that the places before stay valid.
  for (const { key, start, valueStart, end } of [...pairsOf(yaml)].sort((a, b) => b.start - a.start)) {
    const text = change(key);
    const [before, after] = [written.slice(0, valueStart), written.slice(end)];
    if (text === null) written = written.slice(0, start) + after.replace(/^[^\n]*\n\s*/, '');
    // If nothing was written yet, the colon or a comment may come right next to it.
    else if (text !== undefined)
      written = `${before.replace(/:$/, ': ')}${scalar(text)}${after.replace(/^#/, ' #')}`;
  }
  return written;
}

function mappingOf(yaml: string): YAMLMap {
  const record = parseDocument(yaml).contents;
  if (!isMap(record)) throw new OperatorError('This record is no mapping, with a "key: value" on each line.');
  return record;
}

/** A text on one line, in quotes where YAML needs them. */
export const scalar = (text: string): string =>
  stringify(text.replace(/\s+/g, ' ').trim(), { lineWidth: 0 }).trimEnd();

const pairsOf = (yaml: string) =>
  mappingOf(yaml).items.flatMap((pair) => {
    const { key, value } = pair;
    if (!isPair(pair) || !isScalar(key) || !isScalar(value) || !key.range || !value.range) return [];
    const [valueStart, last] = value.range;
    const end = valueStart + yaml.slice(valueStart, last).trimEnd().length;
    return [{ key: String(key.value), start: key.range[0], valueStart, end }];
  });

function placeThere(text: string, id: string): Place {
  const place = placesIn(text).get(id);
  if (!place) throw new OperatorError(`There is no "${id}" in this file any more.`);
  return place;
}

/** The place of each record. Records in brackets, without lines of their own, cannot be edited. */
function placesIn(text: string): ReadonlyMap<string, Place> {
  const list = parseDocument(text).contents;
  const records = isSeq(list) && !list.flow ? list.items : [];
  return new Map(
    records.flatMap((record): [string, Place][] => {
      if (!isMap(record) || record.flow || !record.range) return [];
      const [first, last] = record.range;
      const start = text.lastIndexOf('-', first);
      const end = first + text.slice(first, last).trimEnd().length;
      return [[String(record.get('id')), { start, end, indent: first - text.lastIndexOf('\n', first) - 1 }]];
    }),
  );
}
