// Compares the range of values that a claim allows with the one that a fact allows.

import { readingsOf } from '../text/interval.ts';
import type { Interval, Quantity, QuantityHedge } from '../text/quantity.ts';
import type { Measure } from './judging-data.ts';

/** The length of each unit of time in days; a month and a year have their mean length. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ['hours', 1 / 24],
  ['days', 1],
  ['weeks', 7],
  ['months', 30.4],
  ['years', 365.25],
]);
/** Number of days by which a span in months may miss: months are not equally long. */
const MONTH_SLACK = 2;
/** Hedges that bound a number on one side. */
const BOUNDS: ReadonlySet<QuantityHedge> = new Set(['over', 'under', 'at least', 'at most']);

/** Whether a claim covers all values that a fact allows ("inside"), none of them ("outside") or some ("open"). */
export function compareIntervals(claimed: Interval, allowed: Interval): 'inside' | 'outside' | 'open' {
  const slack = 1e-9;
  const isAboveLow =
    allowed.low > claimed.low + slack ||
    (allowed.low >= claimed.low - slack && (!claimed.lowOpen || allowed.lowOpen));
  const isBelowHigh =
    allowed.high < claimed.high - slack ||
    (allowed.high <= claimed.high + slack && (!claimed.highOpen || allowed.highOpen));
  if (isAboveLow && isBelowHigh) return 'inside';
  const isAbove =
    allowed.low > claimed.high + slack ||
    (allowed.low >= claimed.high - slack && (claimed.highOpen || allowed.lowOpen));
  const isBelow =
    allowed.high < claimed.low - slack ||
    (allowed.high <= claimed.low + slack && (claimed.lowOpen || allowed.highOpen));
  return isAbove || isBelow ? 'outside' : 'open';
}

/** Whether a figure only bounds a number: "over 60%", "at most ten". */
export const isBound = ({ hedge }: Quantity): boolean => hedge !== undefined && BOUNDS.has(hedge);

/** Whether a unit measures a span of time. */
export const isSpanOfTime = (unit: string): boolean => DAYS.has(unit);

/** Converts a span of time to days, and leaves other intervals as they are. */
function inDays(unit: string, span: Interval): Interval {
  const days = DAYS.get(unit);
  return days === undefined ? span : { ...span, low: span.low * days, high: span.high * days };
}

/** Compares a figure, in each of its readings, with what a measure allows. */
export function compareWith(
  figure: Quantity,
  { unit, interval, number }: Measure,
): 'inside' | 'outside' | 'open' {
  const allowed = inDays(unit, interval);
  const slack = figure.unit === 'months' && !isBound(figure) ? MONTH_SLACK : 0;
  const results = [figure.interval, ...readingsOf(figure)].map((claimed) => {
    const { low, high, ...ends } = inDays(figure.unit, claimed);
    return compareIntervals({ low: low - slack, high: high + slack, ...ends }, allowed);
  });
  const isSameUnit = figure.unit === unit || !isSpanOfTime(unit);
  const isTyped = number !== undefined && figure.number === number && isSameUnit && !figure.hedge;
  if (results.includes('inside') || isTyped) return 'inside';
  return results.every((result) => result === 'outside') ? 'outside' : 'open';
}
