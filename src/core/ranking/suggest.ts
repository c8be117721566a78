// Suggests known questions for what a member has typed so far.
import { openingQuestions } from '../knowledge/opening-questions.ts';
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact } from '../knowledge/schema.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { stem, tokenize } from '../text/tokens.ts';
import { createVocabulary } from '../text/vocabulary.ts';

/** A known question offered while a member types. */
export interface Suggestion {
  question: string;
  fact: Fact;
}

interface Known extends Suggestion {
  tokens: readonly string[];
}

/**
 * Creates the function that suggests known questions, one for each fact. Questions that share most of the typed words
 * come first. The last word may be unfinished, and a misspelled word counts as the known word that is meant.
 */
export function createSuggest({ facts }: Knowledge): (typed: string, limit: number) => Suggestion[] {
  const known: Known[] = [...facts.values()].flatMap((fact) =>
    fact.questions.map((question) => ({ question, fact, tokens: tokenize(question) })),
  );
  const byWord = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  for (const [at, { tokens }] of known.entries()) {
    for (const word of new Set(tokens)) append(byWord, word, at);
    for (const root of new Set(tokens.map(stem))) append(byStem, root, at);
  }
  const words = [...byWord.keys()].sort();
  const vocabulary = createVocabulary(known.flatMap(({ tokens }) => tokens));
  const opening = openingQuestions([...facts.values()]);
  const weigh = (root: string) => Math.log(1 + known.length / (byStem.get(root)?.length ?? 1));

  /** All zero between two calls. It is kept because filling a new array would cost more than the rest. */
  const scores = new Float64Array(known.length);

  /** Keeps only the best question of each fact, since all of its questions lead to it. */
  function bestOfEachFact(questions: readonly number[], rate: (at: number) => number): number[] {
    const leaders = new Map<Fact, number>();
    for (const at of questions) {
      const { fact } = known[at] as Known;
      const leader = leaders.get(fact);
      if (leader === undefined || rate(at) > rate(leader) || (rate(at) === rate(leader) && at < leader))
        leaders.set(fact, at);
    }
    return [...leaders.values()];
  }

  return (typed, limit) => {
    const typedWords = tokenize(typed);
    const last = typedWords.at(-1);
    if (last === undefined) return opening.slice(0, limit);
    const touched: number[] = [];
    const score = (questions: readonly number[], scoreOf: (soFar: number) => number) => {
      for (const at of questions) {
        const soFar = scores[at] as number;
        if (soFar === 0) touched.push(at);
        scores[at] = scoreOf(soFar);
      }
    };

    // The last word counts as the heaviest word that begins with it, or else as the word that is meant.
    const first = lowerBound(words.length, (at) => (words[at] as string) < last);
    for (let at = first; words[at]?.startsWith(last); at += 1) {
      const weight = weigh(stem(words[at] as string));
      score(byWord.get(words[at] as string) ?? [], (soFar) => Math.max(soFar, weight));
    }
    const lastMeant = stem(vocabulary.resolve(last)?.word ?? last);
    score(byStem.get(lastMeant) ?? [], (soFar) => soFar || weigh(lastMeant));
    const whole = typedWords.slice(0, -1).flatMap((word) => vocabulary.resolve(word)?.word ?? []);
    for (const root of new Set(whole.map(stem))) {
      const weight = weigh(root);
      score(byStem.get(root) ?? [], (soFar) => soFar + weight);
    }

    const rate = (at: number) => (scores[at] as number) / Math.sqrt((known[at] as Known).tokens.length);
    const found = best(bestOfEachFact(touched, rate), rate, limit);
    for (const at of touched) scores[at] = 0;
    return found.map((at) => {
      const { question, fact } = known[at] as Known;
      return { question, fact };
    });
  };
}

/** The items with the highest values, highest first; earlier ones win ties. Sorting all of them takes far longer. */
function best(items: readonly number[], rate: (item: number) => number, limit: number): number[] {
  const leaders: { item: number; value: number }[] = [];
  for (const item of items) {
    const value = rate(item);
    const least = leaders.at(-1);
    if (leaders.length >= limit && least && !isBefore({ item, value }, least)) continue;
    const place = lowerBound(leaders.length, (at) =>
      isBefore(leaders[at] as (typeof leaders)[number], { item, value }),
    );
    leaders.splice(place, 0, { item, value });
    if (leaders.length > limit) leaders.pop();
  }
  return leaders.map(({ item }) => item);
}

const isBefore = (one: { item: number; value: number }, other: { item: number; value: number }) =>
  one.value > other.value || (one.value === other.value && one.item < other.item);

function append(lists: Map<string, number[]>, key: string, item: number): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
