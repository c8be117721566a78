// What the desk says of a claim: the article supports it, says otherwise, or doesn't say.
import type { Fact, Gap } from '../knowledge/schema.ts';

/** In the order of the probabilities of a decision. */
export const VERDICTS = ['supported', 'contradicted', 'not_in_source'] as const;

/** The article bears the claim out, or says otherwise. */
export interface Judged {
  verdict: 'supported' | 'contradicted';
  /** The sentence that was judged. */
  claim: string;
  /** What the article says. */
  fact: Fact;
}

export interface NotInSource {
  verdict: 'not_in_source';
  claim: string;
  /** The fact that the claim is about without saying what the fact says; missing where no fact is meant. */
  about?: Fact;
  /** The known gap that the claim falls into; missing where nothing known is near. */
  gap?: Gap;
  /** The nearest facts that the article does state. */
  nearest: readonly Fact[];
}

export type Verdict = Judged | NotInSource;
