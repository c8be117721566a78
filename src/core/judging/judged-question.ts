// What judging a question says about it, in the light of the fact that may answer it.
import type { Correction } from './correction.ts';

export interface JudgedQuestion {
  /** The answer to a yes/no question, where the judge is sure of it. */
  yesNo?: 'yes' | 'no';
  /** The fact that opposes what the question takes for granted. */
  correction?: Correction;
  /** Whether the question may well have a false premise, though that is too uncertain to say so. */
  isDoubtful?: boolean;
  /** Whether the question is about an organization that no fact mentions. */
  isOfOthers?: boolean;
}
