// What the desk answers: a found fact, a choice of candidates, or an honest "the article doesn't say".
import type { Correction } from './judging/correction.ts';
import type { Fact, Gap } from './knowledge/schema.ts';

export type { Suggestion } from './ranking/suggest.ts';

export interface Found {
  outcome: 'found';
  fact: Fact;
  /** The facts of a curated list; empty for a single fact. */
  items: readonly Fact[];
  /** The facts that answer the further parts of the question, in their order; empty for a question of one part. */
  also: readonly Fact[];
  /** Parts of the question beyond those that are answered at once. */
  leftOver?: string;
  /** Where to go from here: related to any of the facts, and none of them. */
  related: readonly Fact[];
  /** How a yes/no question is to be answered, where the judge is sure. */
  yesNo?: 'yes' | 'no';
  correction?: Correction;
}

/** A fact that may be meant, with the known question to put on its button. */
export interface Candidate {
  fact: Fact;
  question: string;
}

export interface Unsure {
  outcome: 'unsure';
  /** 3 to 5, best first. */
  candidates: readonly Candidate[];
}

export interface Unknown {
  outcome: 'unknown';
  /** The known gap that the question falls into; missing where nothing known is near. */
  gap?: Gap;
  /** Whether it is a reason that the article doesn't give: the question asks why. */
  isReason?: boolean;
  /** The nearest facts that the article does state. */
  nearest: readonly Fact[];
}

/** An answer is always a value, never an exception. */
export type Answer = Found | Unsure | Unknown;
