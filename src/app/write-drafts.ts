// Adds drafts to the files of a knowledge folder, after their present content and in the style of a person.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Document, isSeq, parseDocument, visit } from 'yaml';
import type { DraftedFact } from '../drafting/draft-facts.ts';
import type { NamedParty } from '../drafting/name-speakers.ts';
import { OperatorError } from './operator-error.ts';

/** Keys whose lists are written on one line. */
const ONE_LINE = new Set(['saidBy', 'related', 'nearest']);
/** Keys of lists whose entries are written on one line each. */
const ONE_LINE_ENTRIES = new Set(['citations', 'values']);

const SCHEMA = '# yaml-language-server: $schema=../schema/facts.json\n';

/**
 * Adds drafts to the files of their topics.
 *
 * @returns the number of drafts added to each file, by its path relative to the folder
 */
export async function writeDrafts(
  folder: string,
  drafts: readonly DraftedFact[],
): Promise<Map<string, number>> {
  const byFile = new Map<string, DraftedFact['record'][]>();
  for (const { topic, record } of drafts) {
    const path = `facts/${topic}.yaml`;
    byFile.set(path, [...(byFile.get(path) ?? []), record]);
  }
  for (const [path, records] of byFile) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return SCHEMA;
      throw error;
    });
    await writeFile(file, withRecords(text, records));
  }
  return new Map([...byFile].map(([path, records]) => [path, records.length]));
}

/** The text of a file without its "[]", which stands for an empty list and which no entry can follow. */
export const withoutEmptyList = (text: string): string => text.replace(/^\[\s*\]\s*$/m, '');

/** Adds records at the end of the text of a file of facts. */
export function withRecords(text: string, records: readonly object[]): string {
  const before = withoutEmptyList(text).trimEnd();
  return `${before}${before === '' ? '' : '\n\n'}${formatRecords(records)}`;
}

/** Formats records as a YAML list, with a blank line between them. */
function formatRecords(records: readonly object[]): string {
  const document = new Document(records);
  visit(document, {
    Pair(_, { key, value }) {
      const name = String(key);
      if (!isSeq(value)) return;
      if (ONE_LINE.has(name)) value.flow = true;
      if (ONE_LINE_ENTRIES.has(name))
        for (const entry of value.items)
          if (typeof entry === 'object' && entry) Object.assign(entry, { flow: true });
    },
  });
  if (isSeq(document.contents))
    for (const [i, entry] of document.contents.items.entries())
      if (i > 0) Object.assign(entry as object, { spaceBefore: true });
  return onOneLine(document);
}

/** Formats a value in the style of the knowledge files: `{ a: 1 }`, but `[a, b]`. */
const onOneLine = (document: Document): string =>
  document
    .toString({ lineWidth: 0, flowCollectionPadding: false })
    .replace(/^(\s*- )\{(.*)\}$/gm, '$1{ $2 }');

const CONCEPTS_SCHEMA = '# yaml-language-server: $schema=schema/concepts.json\n';

/** Adds the concepts of drafts to concepts.yaml, and creates the file if there is none. */
export async function addConcepts(folder: string, concepts: readonly string[]): Promise<void> {
  if (concepts.length === 0) return;
  const path = join(folder, 'concepts.yaml');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  await writeFile(path, withConcepts(text, concepts));
}

/** Adds the concepts that the text of concepts.yaml lacks. Each is named by its own word until a person adds others. */
export function withConcepts(text: string, concepts: readonly string[]): string {
  const known = new Set(Object.keys((parseDocument(text).toJS() ?? {}) as object));
  const missing = concepts.filter((concept) => !known.has(concept));
  if (missing.length === 0) return text;
  const before = text.trim() === '' ? CONCEPTS_SCHEMA : `${text.trimEnd()}\n`;
  return `${before}${missing.map((concept) => `${concept}: [${concept}]\n`).join('')}`;
}

/**
 * Adds parties to article.yaml and leaves everything else in it unchanged, comments included.
 *
 * @throws {OperatorError} with what to add by hand, if the list is written in a way that does not allow additions
 */
export async function addParties(folder: string, parties: readonly NamedParty[]): Promise<void> {
  if (parties.length === 0) return;
  const path = join(folder, 'article.yaml');
  await writeFile(path, withParties(await readFile(path, 'utf8'), parties));
}

/**
 * Adds parties to the text of article.yaml. Each is its own side until a person joins them.
 *
 * @throws {OperatorError} with what to add by hand, if the list is written in a way that does not allow additions
 */
export function withParties(text: string, parties: readonly NamedParty[]): string {
  const added = parties.map(({ id, name, names }) => ({ id, name, side: id, names: [...names] }));
  const document = new Document(added);
  if (isSeq(document.contents))
    for (const entry of document.contents.items) Object.assign(entry as object, { flow: true });
  const lines = onOneLine(document).trim().split('\n');
  const node = parseDocument(text).get('parties', true);
  const range = isSeq(node) ? node.range : undefined;
  if (!isSeq(node) || !range || (node.flow && node.items.length > 0))
    throw new OperatorError(`Add these to the parties of article.yaml:\n${lines.join('\n')}`);
  const [start, end] = range;
  const own = text.slice(start, end).trimEnd();
  const indent = node.items.length > 0 ? ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1) : '  ';
  const block = lines.map((line) => `\n${indent}${line}`).join('');
  return `${text.slice(0, start).trimEnd()}${node.items.length > 0 ? `\n${indent}${own}` : ''}${block}\n${text.slice(end).replace(/^\s*\n/, '')}`;
}
