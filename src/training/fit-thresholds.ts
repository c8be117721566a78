// Sets the confidence at which a question is answered, and the one at which candidates are offered.
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
 * How much worse it is to answer an unanswerable question than to leave an answerable one unanswered. At 2 and above,
 * questions in members' own style lost answers; below 1.5, questions in prose lost refusals.
 */
export const WRONG_ANSWER = 1.5;

/**
 * Sets both thresholds where the two error rates are equal: the share of answerable questions that do not get the
 * right answer, and the weighted share of unanswerable ones that are not refused. The second threshold is set on the
 * questions below the first. They get a choice of candidates, which is no worse than a refusal.
 */
export function fitThresholds(examples: readonly ValidationExample[]): Pick<Decision, 'found' | 'unsure'> {
  return withUnsure(
    examples,
    equalErrorThreshold(examples, WRONG_ANSWER, ({ isRight }) => isRight),
  );
}

/**
 * Share of the gaps' questions to refuse in a folder where the match decides. A curator's questions for facts say little
 * about members' questions: far more of them are unlike any other question of their fact. But a curator's questions for
 * gaps are near misses, as members' are (docs/quality.md).
 */
const REFUSED = 0.75;

/** Minimum number of the gaps' questions to set a threshold on. */
const ENOUGH_GAP_QUESTIONS = 50;

/**
 * The threshold if there are fewer questions. It is above those of two folders that had enough (docs/quality.md),
 * since in a folder that has only been begun, little else speaks against a fact.
 */
const USUAL_MATCH = 0.5;

/** Sets both thresholds for a folder where the match decides, on the questions of its gaps. */
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

/** Lowers the threshold from the highest confidence until both error rates are equal. */
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
