// The correction of a question that takes something wrong for granted.
import { areRelated } from '../knowledge/related.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Quantity } from '../text/quantity.ts';
import { compareIntervals } from './compare-intervals.ts';
import type { Evidence } from './evidence.ts';
import type { Reading } from './judge.ts';
import type { Measure } from './judging-data.ts';

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

/** Makes the correction of a text that a fact opposes. */
export type CorrectionOf = (reading: Reading, opposed: Fact) => Correction;

/** Creates the function that makes corrections, with the measures that a wrong figure may belong to. */
export function createCorrectionOf(measures: readonly Measure[]): CorrectionOf {
  /** The figure of a question that a fact contradicts, with the fact that the figure belongs to. */
  function wrongFigure({ findings }: Reading, fact: Fact): Correction['figure'] {
    for (const { one, evidence } of findings)
      for (const item of evidence) {
        if (item.rule !== 'another figure' || item.fact !== fact) continue;
        const placed = one.reading.quantities.find(({ from }) => item.tokens.includes(from));
        if (!placed) continue;
        const belongsTo = factWith(placed.figure, fact);
        return { text: placed.figure.text, ...(belongsTo ? { belongsTo } : {}) };
      }
    return undefined;
  }

  const factWith = ({ unit, interval, isQuantifier }: Quantity, but: Fact): Fact | undefined =>
    isQuantifier
      ? undefined
      : measures.find(
          (measure) =>
            measure.unit === unit &&
            measure.fact !== but &&
            measure.fact.status !== 'derived' &&
            compareIntervals(interval, measure.interval) === 'inside',
        )?.fact;

  return (reading, opposed) => {
    const figure = wrongFigure(reading, opposed);
    return { fact: opposed, ...(figure ? { figure } : {}) };
  };
}

/** The fact that the evidence contradicts: the given one, or else one that is related to it. */
export function opposedFact(against: readonly Evidence[], fact: Fact): Fact | undefined {
  const opposed = against.flatMap((item) => item.fact ?? []);
  return opposed.find((one) => one === fact) ?? opposed.find((one) => areRelated(one, fact));
}
