// A fact is unlikely to answer a kind of question that it is hardly ever asked.

import type { Ranked } from '../ranking/ranked.ts';
import { QUESTION_KINDS, type QuestionKind } from './question-kind.ts';

/** "Why" has no veto: a fact that gives no reason can bring one along. */
const VETOED: ReadonlySet<QuestionKind> = new Set(['who', 'how long', 'how many', 'what share']);

/** What is left of the probability of a fact that is not asked so. */
const LEFT = 0.1;

export interface KindVeto {
  /** Whether the wordings of a fact ask for this kind of thing. Of an id that the model does not know nothing is known. */
  isAsked(id: string, kind: QuestionKind): boolean;
  /** A ranking in which the facts that are not asked so are less likely. */
  apply(ranked: readonly Ranked[], kind: QuestionKind | undefined): readonly Ranked[];
}

/** @param askedKinds for each class the kinds that its wordings ask for, as bits in the order of `QUESTION_KINDS` */
export function createKindVeto(classes: readonly string[], askedKinds: readonly number[]): KindVeto {
  const kindsOf = new Map(classes.map((id, c) => [id, askedKinds[c]]));
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
