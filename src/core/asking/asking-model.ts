// What training leaves for choosing an answer.
import type { Decision } from '../ranking/decision.ts';

export interface AskingModel {
  /** When a ranking is sure enough to answer, or to offer candidates. */
  decision: Decision;
  /** For each class, the kinds of question in its wordings, as bits in the order of `QUESTION_KINDS`. */
  questionKinds: readonly number[];
}
