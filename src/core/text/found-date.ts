// A date among the tokens of a text, before its hedge is looked for.
import type { Days, TimeOfDay } from './date-span.ts';
import type { PlacedToken } from './placed-tokens.ts';

export type Tokens = readonly PlacedToken[];

export interface FoundDate {
  /** The indexes of its first and its last token. */
  from: number;
  to: number;
  /** None for a time without a day. */
  days?: Days;
  alternatives?: Days[];
  /** Whether there is no such day: "February 30". */
  isImpossible?: true;
  yearKnown: boolean;
  isRelative: boolean;
  time?: TimeOfDay;
  /** The end of a range of times. */
  timeTo?: TimeOfDay;
}
