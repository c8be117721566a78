// What corrects a question that takes something wrong for granted.
import type { Fact } from '../knowledge/schema.ts';

/** A wrong premise in the question, and the fact that opposes it. */
export interface Correction {
  /** The fact that opposes it; it may be another than the one that answers. */
  fact: Fact;
  /** The figure that the fact does not bear out; missing where the words are wrong. */
  figure?: WrongFigure;
}

export interface WrongFigure {
  /** As the member wrote it, such as "90%". */
  text: string;
  /** The fact where it belongs, if there is one. */
  belongsTo?: Fact;
}
