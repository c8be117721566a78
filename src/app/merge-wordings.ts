// Moves the wordings of one fact to another in the text of their files, when the two are merged.
import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import { KINDS_OF_WORDING } from '../core/knowledge/prefer-own.ts';
import { wordingKey } from '../core/text/tokens.ts';
import { itemsOf, withItems } from './yaml-lists.ts';

/** The place of one fact's or gap's wordings in the text of a file. */
interface Section {
  /** The index of its id. */
  start: number;
  /** The index after its last line. */
  end: number;
  /** Its line with the id, with a comment if there is one. */
  head: string;
  /** Its lists, as the text of a mapping of their own. */
  lists: string;
}

/**
 * Moves the wordings of one fact to another. A wording that the other fact already has, apart from case and punctuation, is
 * dropped.
 *
 * @param texts of all files of wordings, by their paths
 * @param id of the fact that goes
 * @param into of the fact that stays
 * @returns the texts that changed, by their paths; none if the fact has no wordings
 * @throws {OperatorError} if there is something other than a list under a kind of wording
 */
export function mergedWordings(
  texts: ReadonlyMap<string, string>,
  id: string,
  into: string,
): Map<string, string> {
  const changed = new Map<string, string>();
  const pathOf = (wanted: string) =>
    [...texts.keys()].find((path) => sectionOf(texts.get(path) ?? '', wanted));
  const from = pathOf(id);
  if (from === undefined) return changed;
  const source = texts.get(from) ?? '';
  const there = pathOf(into);
  if (there === undefined) return changed.set(from, renamed(source, id, into));
  const { lists } = sectionOf(source, id) as Section;
  changed.set(from, without(source, id));
  const target = changed.get(there) ?? texts.get(there) ?? '';
  return changed.set(there, withLists(target, into, lists));
}

function renamed(text: string, id: string, into: string): string {
  const { start, head } = sectionOf(text, id) as Section;
  return `${text.slice(0, start)}${head.replace(id, into)}${text.slice(start + head.length)}`;
}

/** A text without the wordings of a fact; an empty mapping if it held nothing else. */
function without(text: string, id: string): string {
  const { start, end } = sectionOf(text, id) as Section;
  const rest = `${text.slice(0, start)}${text.slice(end).replace(/^\n/, '')}`;
  return parseDocument(rest).contents === null ? `${rest.trimEnd()}\n{}\n`.trimStart() : rest;
}

/** A text in which a fact also has the wordings of another mapping. */
function withLists(text: string, id: string, others: string): string {
  const { start, end, head, lists } = sectionOf(text, id) as Section;
  const merged = KINDS_OF_WORDING.reduce((own, kind) => {
    const known = new Set(itemsOf(own, kind).map(({ value }) => wordingKey(String(value))));
    const isNew = ({ value }: { value: unknown }) => !known.has(wordingKey(String(value)));
    return withItems(own, kind, itemsOf(others, kind).filter(isNew));
  }, lists);
  const lines = merged.split('\n').map((line) => (line === '' ? line : `${MARGIN}${line}`));
  return `${text.slice(0, start)}${head}\n${lines.join('\n')}${text.slice(end)}`;
}

const MARGIN = '  ';

/** The place of a fact's wordings; undefined if it has none, or has them all on one line. */
function sectionOf(text: string, id: string): Section | undefined {
  const { contents } = parseDocument(text);
  if (!isMap(contents) || contents.flow) return undefined;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === id);
  if (!pair || !isMap(pair.value) || pair.value.flow) return undefined;
  const start = startOf(pair);
  const [head = '', ...below] = text.slice(start).split('\n');
  const after = below.findIndex((line) => /^[^\s]/.test(line));
  const own = below.slice(0, after < 0 ? below.length : after);
  while (own.at(-1)?.trim() === '') own.pop();
  const margin = /^ */.exec(own.find((line) => /^ *[^ #]/.test(line)) ?? '')?.[0] ?? '';
  const lists = own.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line.trimStart()));
  return { start, end: start + [head, ...own].join('\n').length, head, lists: lists.join('\n') };
}

const startOf = ({ key }: Pair): number => (key as { range: [number, number, number] }).range[0];
