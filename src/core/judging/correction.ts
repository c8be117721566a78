// The correction of a question that takes something wrong for granted.
import type { Fact } from '../knowledge/schema.ts';

/** A false premise in a question, with the fact that opposes it. */
export interface Correction {
  /** The fact that opposes the premise. It need not be the fact that answers the question. */
  fact: Fact;
  /** The figure that the fact contradicts. Missing where words are wrong, not a figure. */
  figure?: WrongFigure;
}

export interface WrongFigure {
  /** The figure as the member wrote it, such as "90%". */
  text: string;
  /** The fact that the figure belongs to, if there is one. */
  belongsTo?: Fact;
}
