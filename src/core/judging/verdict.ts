// What the desk says about a claim: what the article supports, what it contradicts and what it does not say, part by
// part.
import type { Fact, Gap } from '../knowledge/schema.ts';

export const VERDICTS = ['supported', 'contradicted', 'not_in_source'] as const;

export const SUPPORTED = VERDICTS.indexOf('supported');
export const CONTRADICTED = VERDICTS.indexOf('contradicted');

export type VerdictKind = (typeof VERDICTS)[number];

/** One assertion of a claim. */
export interface Part {
  text: string;
  verdict: VerdictKind;
  /** The facts that support or contradict it, best match first. Empty where the article doesn't say. */
  facts: readonly Fact[];
}

export interface Verdict {
  /** Contradicted if any part is, supported if all parts are, otherwise not_in_source. */
  verdict: VerdictKind;
  /** The sentence that was judged. */
  claim: string;
  /** At least one. A claim that asserts a single thing has a single part. */
  parts: readonly Part[];
  /**
   * The facts that the verdict rests on, best match first. For not_in_source, the fact that the claim is about, if
   * there is one.
   */
  facts: readonly Fact[];
  /** The known gap that the claim falls into, if it is clearly meant. */
  gap?: Gap;
  /** The nearest facts that the article states. For not_in_source only. */
  nearest: readonly Fact[];
  /** Whether the evidence leaves it undecided. Then the fact is shown without a verdict. */
  undecided?: boolean;
}
