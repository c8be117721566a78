// Merges two facts in the text of their files: citations, answers and references of both, with the comments of both.
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import { wordingKey } from '../core/text/tokens.ts';
import { type Written, withWritten } from './edit-records.ts';
import { OperatorError } from './operator-error.ts';
import { itemsOf, type ListItem, withItems } from './yaml-lists.ts';

/** The lists in which the fact gets the items of both. */
const LISTS = ['saidBy', 'citations', 'values', 'statements', 'items', 'questions', 'related'];

/** The values that the fact gets from the other one if it has none of its own. */
const ONES = ['working', 'period', 'quotation'];

/**
 * Merges the YAML of another fact into that of a fact. Its status stays, and a draft stays a draft.
 *
 * @param yaml of the fact, as returned by `recordText`
 * @param other of the fact that goes into it
 * @param ids of both
 * @param written what the fact says from now on
 * @returns the YAML, and the comments of the other fact that belong to nothing taken over
 * @throws {OperatorError} if both have their own quotation or period
 */
export function mergedRecord(
  yaml: string,
  other: string,
  ids: readonly [string, string],
  written: Written,
): { yaml: string; comments: string[] } {
  const own = pairsOf(yaml);
  const others = pairsOf(other);
  let merged = withWritten(yaml, written);
  const comments: string[] = [];
  for (const [key, pair] of others) {
    comments.push(...commentsAbove(pair));
    const isMissing = !own.has(key);
    if (LISTS.includes(key)) {
      merged = withItems(merged, key, newItems(key, itemsOf(merged, key), itemsOf(other, key), ids));
      continue;
    }
    const hasBoth =
      ONES.includes(key) && !isMissing && !isDeepStrictEqual(toValue(pair), toValue(own.get(key)));
    if (key === 'working' && hasBoth) comments.push(`Working of ${ids[1]}: ${String(toValue(pair))}`);
    else if (hasBoth)
      throw new OperatorError(
        `Both "${ids[0]}" and "${ids[1]}" have a ${key} of their own, and a fact can only have one. Remove one of them first.`,
      );
    else if (ONES.includes(key) && isMissing) merged = `${merged.trimEnd()}\n${textOf(other, pair)}`;
    else comments.push(...commentsBehind(pair));
  }
  return { yaml: merged, comments };
}

/**
 * The items that a list lacks. A fact is not related to itself, and its questions have to differ in more than case
 * and punctuation.
 */
function newItems(
  key: string,
  own: readonly ListItem[],
  others: readonly ListItem[],
  ids: readonly string[],
): ListItem[] {
  const isSame = (one: unknown, two: unknown) =>
    key === 'questions' ? wordingKey(String(one)) === wordingKey(String(two)) : isDeepStrictEqual(one, two);
  return others.filter(
    ({ value }) =>
      !(key === 'related' && ids.includes(String(value))) && !own.some((item) => isSame(item.value, value)),
  );
}

function pairsOf(yaml: string): ReadonlyMap<string, Pair> {
  const map = parseDocument(yaml).contents;
  if (!isMap(map)) throw new OperatorError('A fact has a "key: value" on each line, and this one has not.');
  return new Map(map.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), pair]));
}

const toValue = (pair: Pair | undefined): unknown =>
  (pair?.value as { toJSON(): unknown } | null | undefined)?.toJSON();

/** A key and its value as written. */
function textOf(yaml: string, { key, value }: Pair): string {
  const [start] = (key as { range: [number, number, number] }).range;
  const [, end] = (value as { range: [number, number, number] }).range;
  return yaml.slice(start, end).trimEnd();
}

const commentsAbove = ({ key }: Pair): string[] => linesOf((key as { commentBefore?: string }).commentBefore);

const commentsBehind = ({ value }: Pair): string[] =>
  linesOf((value as { comment?: string } | null)?.comment);

const linesOf = (comment: string | null | undefined): string[] =>
  comment ? comment.split('\n').map((line) => line.trim()) : [];
