// The desk's answers: a fact, a choice of candidates, or an honest "the article doesn't say".
import type { Correction } from '../judging/correction.ts';
import type { Fact, Gap } from '../knowledge/schema.ts';

export interface Found {
  outcome: 'found';
  fact: Fact;
  /** The facts that this one gathers, such as the items of a list; empty for any other fact. */
  items: readonly Fact[];
  /** The facts that answer the other parts of the question, in their order; empty for a question of one part. */
  also: readonly Fact[];
  /** The parts of the question that no fact answers; missing where each has its answer. */
  unanswered?: readonly UnansweredPart[];
  /** The parts of the question beyond those that are answered at once. */
  leftOver?: string;
  /** Facts related to any of the facts shown, for further reading. */
  related: readonly Fact[];
  /** The answer to a yes/no question, where the judge is sure of it. */
  yesNo?: 'yes' | 'no';
  correction?: Correction;
}

/** A part of a question that no fact answers. */
export interface UnansweredPart {
  /** As it was asked. */
  question: string;
  /** As it can stand alone, which the list of unanswered questions needs. */
  standalone: string;
  /** Whether several facts may be meant; otherwise the article doesn't say. */
  isUnsure: boolean;
  /** The known gap that it falls into, if the article doesn't say. */
  gap?: Gap;
}

/** A fact that may be meant, with a known question for its button. */
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
  /** The known gap that the question falls into; missing where no known gap is near. */
  gap?: Gap;
  /** Whether the article lacks a reason: the question asks why. */
  isReason?: boolean;
  /** Other parts of the question, with the known gaps that they fall into. */
  unanswered?: readonly UnansweredPart[];
  /** The parts of the question beyond those that are answered at once. */
  leftOver?: string;
  /** The nearest facts that the article does state. */
  nearest: readonly Fact[];
}

/** An answer is always a value, never an exception. */
export type Answer = Found | Unsure | Unknown;
