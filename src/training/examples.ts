// What the ranker learns from: every question, wording and statement that belongs to a fact or a gap.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Wordings } from '../core/knowledge/schema.ts';
import { askingSentence } from '../core/text/asking-sentence.ts';

/** A text, and the id of the fact or gap that it belongs to. */
export interface Labelled {
  id: string;
  text: string;
  /** Whether it is a question (or a leading one) rather than a plain statement. */
  asked: boolean;
}

/**
 * Every wording of the knowledge, in its order; what a fact says itself is a statement that it bears out.
 *
 * @param wordings the training wordings by id, which are not part of what the bot needs to answer
 */
export function wordingsOf({ facts, gaps }: Knowledge, wordings: ReadonlyMap<string, Wordings>): Labelled[] {
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
      ...asked.map((text) => ({ id, text, asked: true })),
      ...stated.map((text) => ({ id, text, asked: false })),
    ];
  });
}

/** Adds the sentence that asks as a wording of its own, because that is how a long message is read. */
export const withAskingSentences = (labelled: readonly Labelled[]): Labelled[] =>
  labelled.flatMap((one) => {
    const asking = askingSentence(one.text);
    return asking ? [one, { ...one, text: asking }] : [one];
  });
