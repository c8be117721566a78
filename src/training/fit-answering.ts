// Sets everything that decides whether a question is answered, on questions that were held out of the training.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { confidenceOf, type Decision, MAX_CANDIDATES } from '../core/ranking/decision.ts';
import { createPeriods } from '../core/ranking/periods.ts';
import type { Ranked } from '../core/ranking/ranked.ts';
import { createWordOverlap } from '../core/ranking/word-overlap.ts';
import type { Labelled } from './examples.ts';
import { fitThresholds, type ValidationExample } from './fit-thresholds.ts';

/** A text as ranked by a ranker that was trained without it; which period it is about is not settled yet. */
export interface RankedText {
  labelled: Labelled;
  /** Texts of one fold were held out of training together. */
  fold: number;
  ranked: readonly Ranked[];
}

/** Sets the thresholds. */
export function fitAnswering(knowledge: Knowledge, asked: readonly RankedText[]): Decision {
  const { facts } = knowledge;
  const isFact = (id: string) => facts.has(id);
  const { preferNamedPeriod } = createPeriods(knowledge);
  const examples = asked.map(({ labelled, ranked }): ValidationExample => {
    const preferred = preferNamedPeriod(labelled.text, ranked);
    const likely = preferred.filter(({ id }) => isFact(id)).map(({ id }) => id);
    return {
      confidence: confidenceOf(preferred, facts),
      isAnswerable: isFact(labelled.id),
      isRight: likely[0] === labelled.id,
      isOffered: likely.slice(0, MAX_CANDIDATES).includes(labelled.id),
    };
  });
  return { ...fitThresholds(examples), untrainedFact: fitUntrainedFact(knowledge, asked) };
}

/** This share of the questions that no fact answers stays refused, however many facts are added untrained. */
const STILL_REFUSED = 0.95;

/** The share of a question that the texts of the nearest fact hold in hardly any question that no fact answers. */
function fitUntrainedFact({ facts }: Knowledge, asked: readonly RankedText[]): number {
  const wordOverlap = createWordOverlap(facts);
  const unanswerable = asked.filter(({ labelled }) => !facts.has(labelled.id));
  const shares = unanswerable.map(({ labelled }) => wordOverlap.factsFor(labelled.text)[0]?.share ?? 0);
  return shares.sort((a, b) => a - b)[Math.floor(STILL_REFUSED * shares.length)] ?? 1;
}
