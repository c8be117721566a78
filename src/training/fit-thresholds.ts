// Sets the confidence from which a question is answered, and the one from which candidates are offered.
import type { Decision } from '../core/ranking/decision.ts';

/** A question that was held out of training. */
export interface ValidationExample {
  confidence: number;
  /** Whether a fact answers it; otherwise it belongs to a gap. */
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
 * Sets both thresholds where the errors weigh the same: the share of the answerable questions that is not served rightly
 * equals the share of the others that is not refused, times its weight. The second threshold is set on the questions
 * below the first. Those get a choice of candidates, which is no worse than a refusal.
 */
export function fitThresholds(examples: readonly ValidationExample[]): Pick<Decision, 'found' | 'unsure'> {
  return withUnsure(
    examples,
    equalErrorThreshold(examples, WRONG_ANSWER, ({ isRight }) => isRight),
  );
}

/**
 * This share of the questions of gaps is refused, where how well a fact matches decides. A curator's questions are
 * nothing like members': many more of them have no other of their fact like them, so that what is not served tells
 * little. But those of gaps are near misses, as members' are (docs/quality.md).
 */
const REFUSED = 0.8;

/** Fewer questions of gaps than this say little. */
const ENOUGH_GAP_QUESTIONS = 50;

/** Between the two thresholds that were found where there were enough of them (docs/quality.md). */
const USUAL_MATCH = 0.4;

/** Sets both thresholds where how well a fact matches decides, on the questions of gaps. */
export function fitMatchThresholds(
  examples: readonly ValidationExample[],
): Pick<Decision, 'found' | 'unsure'> {
  const ofGaps = examples.filter(({ isAnswerable }) => !isAnswerable);
  const ascending = ofGaps.map(({ confidence }) => confidence).sort((a, b) => a - b);
  const isEnough = ascending.length >= ENOUGH_GAP_QUESTIONS;
  const own = ascending[Math.floor(REFUSED * ascending.length)];
  return withUnsure(examples, isEnough && own !== undefined ? own : USUAL_MATCH);
}

function withUnsure(
  examples: readonly ValidationExample[],
  found: number,
): Pick<Decision, 'found' | 'unsure'> {
  const rest = examples.filter(({ confidence }) => confidence < found);
  const unsure = rest.some(({ isOffered }) => isOffered)
    ? equalErrorThreshold(rest, 1, ({ isOffered }) => isOffered)
    : found;
  return { found, unsure };
}

/** Lowers the threshold from the highest confidence until both errors weigh the same. */
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
