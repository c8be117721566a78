// What a number, a date or a time in a text is read as.

/** How a number is hedged: what it says of the true value. */
export type Hedge = 'about' | 'over' | 'under' | 'just over' | 'just under' | 'not';

/** How a date or a time is hedged: the true one lies before or after it, or elsewhere. */
export type DateHedge = 'before' | 'after' | 'not';

export interface NumberFigure {
  kind: 'number';
  number: number;
  /** percent, dollars, days, weeks, months, years, hours; else the noun that follows, as typed; empty for none. */
  unit: string;
  hedge?: Hedge;
  /** Half of the last digit's place that was typed: "13k" stands for 12,500 to 13,500. */
  precision: number;
  /** As it stands in the normalized text. */
  text: string;
}

export interface DateFigure {
  kind: 'date';
  year?: number;
  /** 1 to 12. */
  month?: number;
  day?: number;
  /** 0 is Sunday. */
  weekday?: number;
  /** A third of the month that is named. */
  part?: 'early' | 'mid' | 'late';
  hedge?: DateHedge;
  text: string;
}

export interface TimeFigure {
  kind: 'time';
  /** Minutes after midnight; where neither a.m. nor p.m. is said, `half` is unknown and 0 to 719 counts. */
  minutes: number;
  half: 'am' | 'pm' | undefined;
  hedge?: DateHedge;
  text: string;
}

export type Figure = NumberFigure | DateFigure | TimeFigure;

/** Figures of one kind can contradict each other: two shares, two sums, two dates. */
export const kindOf = (figure: Figure): string =>
  figure.kind === 'number' ? `number ${figure.unit}` : figure.kind;

/** A pattern (global), and what makes a figure of its match and of the words before it; undefined for no figure. */
export type Reader = readonly [RegExp, (match: RegExpExecArray, before: string) => Figure | undefined];
