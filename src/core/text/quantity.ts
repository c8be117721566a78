// The meaning of a number or a quantifier in a text: a range of values, its unit, and what it counts.

/** A range of values. Either end may be infinite; an open end does not belong to the range. */
export interface Interval {
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
}

/** How a number is hedged. */
export type QuantityHedge =
  | 'about'
  | 'over'
  | 'under'
  | 'at least'
  | 'at most'
  | 'just over'
  | 'just under'
  | 'between';

export interface Quantity {
  kind: 'quantity';
  /** The values that the text allows, with its hedge and its rounding: "more than 60%" is everything above 60. */
  interval: Interval;
  /** The number without its hedge; missing for a quantifier. For a range, its middle. */
  number?: number;
  /** Other values that the same digits may have: "6.310" is 6.31 or 6310. `readingsOf` gives their intervals. */
  alternatives?: number[];
  /**
   * percent, points, a currency (dollars, else its ISO code), seconds, minutes, hours, days, weeks, months, years,
   * times ("twice"), to ("26 to 1"), or count.
   */
  unit: string;
  /** What is counted, in lower case: "6,310 valid tickets" counts "tickets". */
  noun?: string;
  /** The group that a share is of, in lower case: "96.3% of the eligible members" is of "eligible members". */
  of?: string;
  /** What a rate is measured by: "$3 million a day" is per "day". */
  per?: string;
  hedge?: QuantityHedge;
  /** Whether the text denies it: "not 90%". A question ("wasn't it 90%?") denies nothing. */
  negated: boolean;
  /** Whether the number is a word such as all, no one, most or few. */
  isQuantifier: boolean;
  /** Its place in the text, in UTF-16 units; `end` is the unit after it. */
  start: number;
  end: number;
  text: string;
}

/** A piece of text with digits that cannot be read for certain, such as "6,31,0" or "9o%". */
export interface UnclearFigure {
  start: number;
  end: number;
  text: string;
}
