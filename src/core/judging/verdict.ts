// What the desk says of a claim: what the article bears out, what it contradicts, and what it does not say, part by part.
import type { Fact, Gap } from '../knowledge/schema.ts';

export const VERDICTS = ['supported', 'contradicted', 'not_in_source'] as const;

export type VerdictKind = (typeof VERDICTS)[number];

/** One assertion of a claim. */
export interface Part {
  text: string;
  verdict: VerdictKind;
  /** What bears it out or contradicts it, what fits best first; empty where the article doesn't say. */
  facts: readonly Fact[];
}

export interface Verdict {
  /** Any part contradicted: contradicted; all parts supported: supported; else not_in_source. */
  verdict: VerdictKind;
  /** The sentence that was judged. */
  claim: string;
  /** At least one; a claim that asserts one thing has one part. */
  parts: readonly Part[];
  /**
   * The facts that the verdict rests on, what fits best first; for not_in_source the fact that the claim is about, if
   * one is.
   */
  facts: readonly Fact[];
  /** The known gap that the claim falls into, where that gap is really meant. */
  gap?: Gap;
  /** The nearest facts that the article does state; for not_in_source only. */
  nearest: readonly Fact[];
  /** Whether two readings disagree: then the fact is shown without a verdict. */
  undecided?: boolean;
}
