// What a date or a time in a text says: the days, or the time of day, that it allows.

export type DateHedge = 'before' | 'after' | 'by' | 'since' | 'until' | 'about';

/** A time of day. Where the text says neither a.m. nor p.m., `half` is missing and `minutes` is under 720. */
export interface TimeOfDay {
  /** Minutes after midnight. */
  minutes: number;
  half?: 'am' | 'pm';
}

interface InText {
  hedge?: DateHedge;
  /** Whether the text denies it: "not on May 1". */
  negated: boolean;
  /** Its place in the text, in UTF-16 units; `end` is the unit after it. */
  start: number;
  end: number;
  text: string;
}

/** Days as YYYY-MM-DD, the last one included. */
export interface Days {
  from: string;
  to: string;
}

/** A day, or the days of a week, a month, a year. A hedge is not part of the span: "before May 1" is May 1. */
export interface DateSpan extends InText, Days {
  kind: 'date';
  /** Whether the text gives the year, be it by "last year"; else the year is the one nearest to the reference day. */
  yearKnown: boolean;
  /** Whether it is counted from the reference day: "tomorrow", "last month". */
  isRelative: boolean;
  /** Other days that the same text may mean: "1/5/2017". */
  alternatives?: Days[];
  time?: TimeOfDay;
}

/** A time without a day: "at noon". */
export interface ClockTime extends InText, TimeOfDay {
  kind: 'time';
  /** The end of a range such as "9 to 5". */
  to?: TimeOfDay;
}
