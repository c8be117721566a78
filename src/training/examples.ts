// The examples that the ranker learns from: every question, wording and statement of a fact or a gap.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Features } from '../core/ranking/features.ts';
import { askingSentence } from '../core/text/asking-sentence.ts';
import { tokenize } from '../core/text/tokens.ts';

/** A text, and the id of the fact or gap that it belongs to. */
export interface Labelled {
  id: string;
  text: string;
  /** Whether it is a question (or a leading one) rather than a plain statement. */
  isQuestion: boolean;
}

/** Every wording of the knowledge, in order. What a fact says itself counts as a statement that it supports. */
export function wordingsOf({ facts, gaps, wordings }: Knowledge): Labelled[] {
  return [...facts.values(), ...gaps.values()].flatMap((record) => {
    const { id, questions } = record;
    const own = 'claim' in record ? [record.short, record.claim] : [];
    const more = wordings.get(id);
    const asked = [...questions, ...(more?.asked ?? []), ...(more?.falsePremise ?? [])];
    const stated = [
      ...own,
      ...(more?.supported ?? []),
      ...(more?.contradicted ?? []),
      ...(more?.claimed ?? []),
    ];
    return [
      ...asked.map((text) => ({ id, text, isQuestion: true })),
      ...stated.map((text) => ({ id, text, isQuestion: false })),
    ];
  });
}

/** The texts of the knowledge's own records, without those that are the same for every article. */
export const ownOf = (
  labelled: readonly Labelled[],
  { commonGaps }: Pick<Knowledge, 'commonGaps'>,
): Labelled[] => labelled.filter(({ id }) => !commonGaps.has(id));

/** A text prepared for learning. */
export interface Example {
  id: string;
  features: Features;
  /** How often it is seen in each pass. */
  repeats: number;
}

/**
 * Creates the function that turns a wording into examples: the wording itself and its sentence that asks, because the
 * ranker also reads that. If a record has fewer texts than the median of its kind, they are repeated to make up for
 * it. Otherwise a new fact with three questions could not compete with facts that have hundreds of wordings. Only the
 * knowledge's own records count for the median: those that are the same for every article say nothing about its size.
 *
 * @param labelled all wordings of the knowledge
 * @param read reads the features of a text
 */
export function createExamples(
  labelled: readonly Labelled[],
  { facts, gaps, commonGaps }: Knowledge,
  read: (text: string) => Features,
): (one: Labelled) => Example[] {
  const counts = new Map<string, number>();
  for (const { id } of labelled) counts.set(id, (counts.get(id) ?? 0) + 1);
  const countOf = (id: string) => counts.get(id) ?? 0;
  const medianOf = (ids: Iterable<string>) => {
    const ascending = [...ids].map(countOf).sort((a, b) => a - b);
    return ascending[Math.floor(ascending.length / 2)] ?? 0;
  };
  const medians = {
    facts: medianOf(facts.keys()),
    gaps: medianOf([...gaps.keys()].filter((id) => !commonGaps.has(id))),
  };
  return ({ id, text }) => {
    const median = facts.has(id) ? medians.facts : medians.gaps;
    const repeats = Math.max(1, Math.floor(median / countOf(id)));
    const asking = askingSentence(text);
    return [text, ...(asking ? [asking] : [])].map((each) => ({ id, features: read(each), repeats }));
  };
}

/** Minimum number of texts that have a word: a rarer one is as often a typing error. */
const FREQUENT = 3;

/** The words that enough of the texts contain, most frequent first. They are what a typing error may stand for. */
export function frequentWords(labelled: readonly Labelled[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of labelled)
    for (const word of new Set(tokenize(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= FREQUENT)
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word);
}
