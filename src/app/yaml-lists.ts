// Adds and removes items in the lists of a YAML text. Every other character stays as it is, comments included.
import { isMap, isScalar, isSeq, type Pair, parseDocument, stringify, visit, type YAMLSeq } from 'yaml';
import { OperatorError } from './operator-error.ts';

/** An item of a list. */
export interface ListItem {
  value: unknown;
  /** Its lines in a list with a line for each item, including the "- " and the comments above it. */
  lines: string;
}

/** Maximum length of a list on one line, including its key. */
const ONE_LINE = 100;

/** The items of a list in a mapping; none if it has no such list. */
export function itemsOf(yaml: string, key: string): ListItem[] {
  const list = listOf(yaml, key);
  if (!list) return [];
  const { seq } = list;
  if (seq.flow)
    return seq.items.map((node) => {
      const [start = 0, end = 0] = rangeOf(node) ?? [];
      const comments = commentsOf(node).map((comment) => `# ${comment}\n`);
      return { value: toValue(node), lines: `${comments.join('')}- ${yaml.slice(start, end).trim()}` };
    });
  let from = lineAfter(yaml, list.keyEnd);
  return seq.items.map((node) => {
    const to = lastLineEnd(yaml, node);
    const lines = withoutMargin(yaml.slice(from, to), dashColumn(yaml, seq));
    from = Math.min(yaml.length, to + 1);
    return { value: toValue(node), lines };
  });
}

/**
 * Adds items to a list in a mapping, or begins the list. A list on one line stays on it as long as it fits.
 *
 * @throws {OperatorError} if there is something else under the key
 */
export function withItems(yaml: string, key: string, items: readonly ListItem[]): string {
  if (items.length === 0) return yaml;
  const lines = items.map((item) => item.lines);
  const list = listOf(yaml, key);
  if (!list) return withList(yaml, key, lines);
  const { seq } = list;
  if (!seq.flow) {
    const end = lastLineEnd(yaml, seq.items.at(-1));
    return `${yaml.slice(0, end)}\n${withMargin(lines.join('\n'), dashColumn(yaml, seq))}${yaml.slice(end)}`;
  }
  const [start, end] = rangeOf(seq) as [number, number];
  const flow = `[${[...seq.items.map((node) => yaml.slice(...(rangeOf(node) as [number, number])).trim()), ...items.map(({ value }) => toFlow(value))].join(', ')}]`;
  const isPlain = lines.every((line) => !line.includes('\n')) && commentsOf(seq).length === 0;
  if (isPlain && !flow.includes('\n') && `${key}: ${flow}`.length <= ONE_LINE)
    return `${yaml.slice(0, start)}${flow}${yaml.slice(end)}`;
  const all = [...itemsOf(yaml, key).map((item) => item.lines), ...lines];
  const before = yaml.slice(0, start).trimEnd();
  return `${before}\n${withMargin(all.join('\n'), 2)}${yaml.slice(end)}`;
}

/** Replaces the lines of a list in a mapping, in which only its key may exist yet. */
function withList(yaml: string, key: string, lines: readonly string[]): string {
  const own = withMargin(lines.join('\n'), 2);
  const pair = pairOf(yaml, key);
  if (!pair) return `${yaml.trimEnd()}\n${key}:\n${own}`;
  const { value } = pair;
  if (value && !(isScalar(value) && value.value === null))
    throw new OperatorError(`"${key}" is no list in this record. Make it one: write "${key}: []" there.`);
  // A null that is written out is removed; a comment after the key stays.
  const [start, end] = (value ? rangeOf(value) : undefined) ?? [yaml.length, yaml.length];
  const empty = `${yaml.slice(0, start)}${yaml.slice(end)}`;
  const [, keyEnd] = rangeOf(pair.key) as [number, number];
  const at = lineAfter(empty, keyEnd);
  return `${empty.slice(0, at).trimEnd()}\n${own}${at < empty.length ? `\n${empty.slice(at)}` : ''}`;
}

/**
 * Replaces the texts of a list in a mapping, or begins the list. The list keeps its style, and a text that was there
 * already stays as it is, with its comments.
 *
 * @param texts in order
 * @throws {OperatorError} if there is something else under the key
 */
export function withTexts(yaml: string, key: string, texts: readonly string[]): string {
  const before = itemsOf(yaml, key);
  if (before.length === texts.length && before.every(({ value }, i) => value === texts[i])) return yaml;
  const items = texts.map(
    (text): ListItem =>
      before.find(({ value }) => value === text) ?? { value: text, lines: `- ${inBlock(text)}` },
  );
  const list = listOf(yaml, key);
  if (!list) return withItems(yaml, key, items);
  const { seq, keyEnd } = list;
  const [start, last] = rangeOf(seq) as [number, number];
  if (!seq.flow && items.length > 0) {
    const lines = items.map((item) => item.lines).join('\n');
    const end = lastLineEnd(yaml, seq.items.at(-1));
    return `${yaml.slice(0, lineAfter(yaml, keyEnd))}${withMargin(lines, dashColumn(yaml, seq))}${yaml.slice(end)}`;
  }
  const end = start + yaml.slice(start, last).trimEnd().length;
  const from = seq.flow ? start : yaml.indexOf(':', keyEnd) + 1;
  return withItems(`${yaml.slice(0, from)}${seq.flow ? '' : ' '}[]${yaml.slice(end)}`, key, items);
}

const inBlock = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();

/**
 * Redirects the references to a record in a file to another record. A list with both keeps the other one, and the
 * other record does not refer to itself.
 */
export function withReference(text: string, from: string, to: string): string {
  return withLists(text, (list, { name, key, isOf }) => {
    if (name === 'list' && isScalar(list) && list.value === from) return replacing(list, to);
    if (!REFERRING.has(name) || !isSeq(list)) return undefined;
    const at = placeOf(list, from);
    if (at < 0) return undefined;
    return placeOf(list, to) >= 0 || isOf(to) ? removing(text, key, list, at) : replacing(list.items[at], to);
  });
}

/** Removes a record from the lists of related and nearest records in a file. */
export function withoutReference(text: string, id: string): string {
  return withLists(text, (list, { name, key }) => {
    const at = (name === 'related' || name === 'nearest') && isSeq(list) ? placeOf(list, id) : -1;
    return at < 0 ? undefined : removing(text, key, list as YAMLSeq, at);
  });
}

const placeOf = (list: YAMLSeq, id: string): number =>
  list.items.findIndex((item) => isScalar(item) && item.value === id);

/** A replacement for the text at a place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The position of a value: its key, and whether it is in the record with a given id. */
interface Under {
  name: string;
  key: unknown;
  isOf(id: string): boolean;
}

/** Applies an edit to some values in a file. */
function withLists(text: string, edit: (value: unknown, under: Under) => Edit | undefined): string {
  const edits: Edit[] = [];
  visit(parseDocument(text), {
    Pair(_, { key, value }, path) {
      const owner = path.findLast((node) => isMap(node) && node.has('id'));
      const isOf = (id: string) => isMap(owner) && owner.get('id') === id;
      const found = edit(value, { name: isScalar(key) ? String(key.value) : '', key, isOf });
      if (found) edits.push(found);
    },
  });
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: by }) => `${result.slice(0, start)}${by}${result.slice(end)}`, text);
}

/** The keys of lists whose entries are ids of records. */
const REFERRING = new Set(['related', 'items', 'nearest', 'inShort', 'facts', 'gaps']);

function replacing(node: unknown, to: string): Edit {
  const [start, end] = rangeOf(node) as [number, number];
  return { start, end, text: to };
}

function removing(text: string, key: unknown, list: YAMLSeq, at: number): Edit {
  if (list.items.length === 1) {
    const [start, last] = rangeOf(list) as [number, number];
    const end = start + text.slice(start, last).trimEnd().length;
    // Right after the key, if the list had lines of its own.
    const [, keyEnd] = rangeOf(key) as [number, number];
    return list.flow
      ? { start, end, text: '[]' }
      : { start: text.indexOf(':', keyEnd) + 1, end, text: ' []' };
  }
  const [start, end] = rangeOf(list.items[at]) as [number, number];
  if (!list.flow) {
    return { start: text.lastIndexOf('\n', start), end: lastLineEnd(text, list.items[at]), text: '' };
  }
  if (at > 0) return { start: (rangeOf(list.items[at - 1]) as [number, number])[1], end, text: '' };
  return { start, end: (rangeOf(list.items[1]) as [number, number])[0], text: '' };
}

function listOf(yaml: string, key: string): { seq: YAMLSeq; keyEnd: number } | undefined {
  const pair = pairOf(yaml, key);
  if (!pair || !isSeq(pair.value)) return undefined;
  return { seq: pair.value, keyEnd: (rangeOf(pair.key) as [number, number])[1] };
}

function pairOf(yaml: string, key: string): Pair | undefined {
  const map = parseDocument(yaml).contents;
  return isMap(map) ? map.items.find((one) => isScalar(one.key) && one.key.value === key) : undefined;
}

/** Where a node begins, and where its value ends. */
function rangeOf(node: unknown): [number, number] | undefined {
  const { range } = node as { range?: [number, number, number] | null };
  return range ? [range[0], range[1]] : undefined;
}

const toValue = (node: unknown): unknown => (node as { toJSON(): unknown }).toJSON();

const toFlow = (value: unknown): string => {
  const one = stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 });
  return one
    .trim()
    .slice(1, -1)
    .replace(/^\{(.*)\}$/, '{ $1 }');
};

const commentsOf = (node: unknown): string[] => {
  const { commentBefore, comment } = node as { commentBefore?: string | null; comment?: string | null };
  return [commentBefore, comment].flatMap((one) => (one ? one.split('\n').map((line) => line.trim()) : []));
};

/** The index of the line after the one at an index. */
const lineAfter = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

/** The end of the last line of a node's value, without its line break. */
function lastLineEnd(text: string, node: unknown): number {
  const [start, end] = rangeOf(node) as [number, number];
  const last = start + text.slice(start, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', Math.max(start, last - 1));
  return lineEnd < 0 ? text.length : lineEnd;
}

/** The column of the "- " in a list with a line for each item. */
function dashColumn(text: string, seq: YAMLSeq): number {
  const [start] = rangeOf(seq) as [number, number];
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

const withoutMargin = (lines: string, margin: number): string =>
  lines
    .split('\n')
    .map((line) => (line.slice(0, margin).trim() === '' ? line.slice(margin) : line))
    .join('\n');

const withMargin = (lines: string, margin: number): string =>
  lines
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `${' '.repeat(margin)}${line}`))
    .join('\n');
