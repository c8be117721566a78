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
 * Sets both thresholds where both sides fare alike: as large a share of the answerable questions is served rightly as
 * of the others is refused. The second is set on what the first leaves over.
 */
export function fitThresholds(examples: readonly ValidationExample[]): Pick<Decision, 'found' | 'unsure'> {
  const found = equalErrorThreshold(examples, ({ isRight }) => isRight);
  const rest = examples.filter(({ confidence }) => confidence < found);
  const unsure = rest.some(({ isOffered }) => isOffered)
    ? equalErrorThreshold(rest, ({ isOffered }) => isOffered)
    : found;
  return { found, unsure };
}

/** Walks down by confidence until the share that is served reaches the share that is still refused. */
function equalErrorThreshold(
  examples: readonly ValidationExample[],
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
    if (served / answerable >= refused / unanswerable) return example.confidence;
  }
  return surestFirst.at(-1)?.confidence ?? 0;
}
