// Makes facts less likely for a kind of question that hardly any of their wordings ask.

import type { Ranked } from '../ranking/ranked.ts';
import { QUESTION_KINDS, type QuestionKind } from './question-kind.ts';

/** "Why" is not among them, since a fact that gives no reason can bring one along. */
const VETOED: ReadonlySet<QuestionKind> = new Set(['who', 'how long', 'how many', 'what share']);

/** Factor on the probability of a fact whose wordings do not ask this kind of question. */
const LEFT = 0.1;

export interface KindVeto {
  /** Whether the wordings of a fact ask this kind of question; true for an id that the model does not know. */
  isAsked(id: string, kind: QuestionKind): boolean;
  /** Returns the ranking with such facts made less likely. */
  apply(ranked: readonly Ranked[], kind: QuestionKind | undefined): readonly Ranked[];
}

/**
 * Creates the veto.
 *
 * @param questionKinds for each class, the kinds of question in its wordings, as bits in the order of `QUESTION_KINDS`
 */
export function createKindVeto(classes: readonly string[], questionKinds: readonly number[]): KindVeto {
  const kindsOf = new Map(classes.map((id, c) => [id, questionKinds[c]]));
  const isAsked = (id: string, kind: QuestionKind): boolean => {
    const kinds = kindsOf.get(id);
    return kinds === undefined || (kinds & (1 << QUESTION_KINDS.indexOf(kind))) > 0;
  };
  return {
    isAsked,
    apply(ranked, kind) {
      if (!kind || !VETOED.has(kind)) return ranked;
      return ranked
        .map((one) => (isAsked(one.id, kind) ? one : { ...one, probability: LEFT * one.probability }))
        .sort((a, b) => b.probability - a.probability);
    },
  };
}
