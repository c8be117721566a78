// A date in the tokens of a text, before its hedge is read.
import type { Days, TimeOfDay } from './date-span.ts';

export interface FoundDate {
  /** The indexes of its first and its last token. */
  from: number;
  to: number;
  /** Missing for a time without a day. */
  days?: Days;
  alternatives?: Days[];
  /** Set if the day does not exist: "February 30". */
  isImpossible?: true;
  yearKnown: boolean;
  isRelative: boolean;
  time?: TimeOfDay;
  /** The end of a range of times. */
  timeTo?: TimeOfDay;
}
