// Reads all figures of a text: its quantities, and its dates and times.
import type { ClockTime, DateSpan } from './date-span.ts';
import { findDates } from './find-dates.ts';
import { findQuantities } from './find-quantities.ts';
import { placeTokens } from './placed-tokens.ts';
import type { Quantity } from './quantity.ts';
import { dayOf, toDates } from './read-dates.ts';
import { toQuantity } from './read-quantities.ts';

export interface Figures {
  quantities: Quantity[];
  dates: (DateSpan | ClockTime)[];
}

/**
 * Reads what `readQuantities` and `readDates` read, in two thirds of the time: both need to know where the dates are.
 *
 * @param text any string; only its first 6,000 characters are read
 * @param reference the day that dates are relative to, as for `readDates`
 * @throws {Error} if the reference is not a date
 */
export function readFigures(text: string, reference: Date | string): Figures {
  const tokens = placeTokens(text);
  const dates = findDates(tokens, dayOf(reference));
  return {
    quantities: findQuantities(tokens, dates).map((found) => toQuantity(tokens, found, text)),
    dates: toDates(tokens, dates, text, reference),
  };
}
