// The numbers, dates and times that stand in a text.
import { DATE_READERS } from './date-figures.ts';
import { NUMBER_READERS } from './number-figures.ts';
import { normalize } from './tokens.ts';

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

/** Characters before a figure that may hedge it; the longest hedge has some twenty. */
const HEDGE_REACH = 40;

/** Stands for text that was read already; it occurs in no normalized text. */
const READ = '\u0000';

/**
 * Reads the numbers, dates and times of a text, in order of kind: dates and times first, then numbers; no piece of
 * text is read twice.
 *
 * @param text any string
 * @returns what was read, each with the words it was read from
 */
export function readFigures(text: string): Figure[] {
  let rest = normalize(text);
  const figures: Figure[] = [];
  for (const [pattern, read] of [...DATE_READERS, ...NUMBER_READERS])
    for (const match of rest.matchAll(pattern)) {
      const before = rest.slice(Math.max(0, match.index - HEDGE_REACH), match.index);
      const figure = read(match, before.replaceAll(READ, ' ').trimEnd());
      if (!figure) continue;
      figures.push(figure);
      const end = match.index + match[0].length;
      rest = rest.slice(0, match.index) + READ.repeat(match[0].length) + rest.slice(end);
    }
  return figures;
}
