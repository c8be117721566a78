// Counts which kinds of question the wordings of each fact ask, for the veto on all other kinds.
import { kindOfQuestion, QUESTION_KINDS } from '../core/asking/question-kind.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';

/** Minimum share of a fact's wordings that ask a kind of question; a rarer kind is vetoed. */
const MIN_SHARE = 0.025;

/** Minimum number of wordings for a veto: of fewer, a single one would be a larger share than that. */
const MIN_WORDINGS = 1 / MIN_SHARE;

/** Every kind: nothing is vetoed. */
const ALL = (1 << QUESTION_KINDS.length) - 1;

/**
 * The kinds of question in the wordings of each class, as bits in the order of `QUESTION_KINDS`. A gap may be asked
 * all kinds.
 */
export function countKinds({ facts, wordings }: Knowledge, classes: readonly string[]): number[] {
  return classes.map((id) => {
    const fact = facts.get(id);
    const asked = [...(fact?.questions ?? []), ...(wordings.get(id)?.asked ?? [])];
    if (!fact || asked.length < MIN_WORDINGS) return ALL;
    const kinds = asked.map(kindOfQuestion);
    return QUESTION_KINDS.reduce((bits, kind, i) => {
      const share = kinds.filter((one) => one === kind).length / asked.length;
      return share < MIN_SHARE ? bits : bits | (1 << i);
    }, 0);
  });
}
