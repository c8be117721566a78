// Sets from which confidence on a question is answered, and from which on candidates are offered.
import type { Decision } from '../core/ranking/decision.ts';

/** A question that was held out of training. */
export interface ValidationExample {
  confidence: number;
  /** Whether a fact answers it; else it falls into a gap. */
  isAnswerable: boolean;
  /** Whether the likeliest fact is the right one. */
  isRight: boolean;
  /** Whether the right one is among the candidates that would be offered. */
  isOffered: boolean;
}

/**
 * How much worse it is to answer what cannot be answered than not to answer what can be. From 2 on, members' own style
 * lost answers; below 1.5, prose lost refusals.
 */
export const WRONG_ANSWER = 1.5;

/**
 * Sets both thresholds where both sides fare alike: the share of the answerable questions that is not served rightly is
 * as large as the share of the others that is not refused, times how much worse that is. The second threshold is set on
 * what the first leaves over, where a choice is offered and nothing is worse.
 */
export function fitThresholds(examples: readonly ValidationExample[]): Pick<Decision, 'found' | 'unsure'> {
  const found = equalErrorThreshold(examples, WRONG_ANSWER, ({ isRight }) => isRight);
  const rest = examples.filter(({ confidence }) => confidence < found);
  const unsure = rest.some(({ isOffered }) => isOffered)
    ? equalErrorThreshold(rest, 1, ({ isOffered }) => isOffered)
    : found;
  return { found, unsure };
}

/** Walks down by confidence until what is answered wrongly weighs as much as what is not served. */
function equalErrorThreshold(
  examples: readonly ValidationExample[],
  wrongAnswer: number,
  isServed: (example: ValidationExample) => boolean,
): number {
  const answerable = examples.filter(({ isAnswerable }) => isAnswerable).length || 1;
  const unanswerable = examples.length - answerable || 1;
  let served = 0;
  let refused = unanswerable;
  const surestFirst = examples.toSorted((a, b) => b.confidence - a.confidence);
  for (const example of surestFirst) {
    if (!example.isAnswerable) refused -= 1;
    else if (isServed(example)) served += 1;
    if (wrongAnswer * (1 - refused / unanswerable) >= 1 - served / answerable) return example.confidence;
  }
  return surestFirst.at(-1)?.confidence ?? 0;
}
