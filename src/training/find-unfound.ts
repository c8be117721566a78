// Finds the facts that nobody would find by their words. It takes milliseconds, whereas `npm run weak` needs a
// training.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { createUnits } from '../core/ranking/units.ts';

/** A fact that none of its questions would find if the fact did not have that question. */
export interface Unfound {
  id: string;
  /** The fact or gap that most of them resemble most; undefined if they share no word with any. */
  takenFor?: string;
}

interface Text {
  id: string;
  isQuestion: boolean;
  /** The weights of its words, a vector of length 1. */
  vector: ReadonlyMap<string, number>;
}

/**
 * Finds the facts whose every question, when it is taken out, resembles a text of another fact or gap most. The
 * resemblance of two texts is that of the words that they share, in which rare words count more. Records that are the
 * same for every article are ignored.
 */
export function findUnfound(knowledge: Knowledge): Unfound[] {
  const texts = readTexts(knowledge);
  /** The texts that contain a word, with its weight in each. */
  const having = new Map<string, { place: number; weight: number }[]>();
  for (const [place, { vector }] of texts.entries())
    for (const [key, weight] of vector) addTo(having, key, { place, weight });

  /** The record of the text that resembles the one at a place most. */
  function mostLike(place: number): string | undefined {
    const likeness = new Float64Array(texts.length);
    for (const [key, weight] of texts[place]?.vector ?? [])
      for (const other of having.get(key) ?? [])
        likeness[other.place] = (likeness[other.place] as number) + weight * other.weight;
    likeness[place] = 0;
    let most = 0;
    for (let at = 1; at < likeness.length; at += 1)
      if ((likeness[at] as number) > (likeness[most] as number)) most = at;
    return likeness[most] === 0 ? undefined : texts[most]?.id;
  }

  const questions = new Map<string, number[]>();
  for (const [place, { id, isQuestion }] of texts.entries()) if (isQuestion) addTo(questions, id, place);
  return [...knowledge.facts.keys()].flatMap((id): Unfound[] => {
    const taken = (questions.get(id) ?? []).map(mostLike);
    if (taken.includes(id)) return [];
    const takenFor = mostFrequent(taken.flatMap((other) => other ?? []));
    return [{ id, ...(takenFor ? { takenFor } : {}) }];
  });
}

/** The texts of a folder's own facts and gaps. */
function readTexts({ facts, gaps, commonGaps, words }: Knowledge): Text[] {
  const read = createUnits(words);
  const records = [...facts.values(), ...[...gaps.values()].filter(({ id }) => !commonGaps.has(id))];
  const texts = records.flatMap((record) => [
    ...record.questions.map((text) => ({ id: record.id, isQuestion: true, text })),
    ...('says' in record ? [record.says] : [record.short, record.claim]).map((text) => ({
      id: record.id,
      isQuestion: false,
      text,
    })),
  ]);
  const keysOf = texts.map(({ text }) => new Set(read(text).units.map(({ key }) => key)));
  const counts = new Map<string, number>();
  for (const keys of keysOf) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return texts.map(({ id, isQuestion }, i) => {
    const weights = [...(keysOf[i] ?? [])].map((key): [string, number] => [
      key,
      Math.log(1 + texts.length / (counts.get(key) ?? 1)),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return { id, isQuestion, vector: new Map(weights.map(([key, weight]) => [key, weight / length])) };
  });
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The most frequent entry; the first of several equally frequent ones. */
function mostFrequent(list: readonly string[]): string | undefined {
  const count = (one: string) => list.filter((other) => other === one).length;
  return list.reduce<string | undefined>(
    (best, one) => (best === undefined || count(one) > count(best) ? one : best),
    undefined,
  );
}
