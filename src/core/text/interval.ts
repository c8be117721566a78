// The values that a number allows, by its unit, its rounding and its hedge.
import type { Interval, Quantity, QuantityHedge } from './quantity.ts';

/** How far a share in a fraction ("two-thirds") may be off, in percentage points. */
export const FRACTION_POINTS = 3;

/** The interval between two values that includes both. */
export const closed = (low: number, high: number): Interval => ({
  low,
  high,
  lowOpen: false,
  highOpen: false,
});

/**
 * The interval of a number.
 *
 * @param tolerance how far rounding may have moved it
 * @param isScaled whether it was rounded to a scale ("13k"); the upper end then belongs to the next number
 */
export function rounded(number: number, tolerance: number, isScaled: boolean): Interval {
  const low = clean(number - tolerance);
  const interval = closed(number >= 0 ? Math.max(0, low) : low, clean(number + tolerance));
  return isScaled && tolerance > 0 ? { ...interval, highOpen: true } : interval;
}

/**
 * The interval of a hedged number. "About" allows what people would call so: more for a round number than for an
 * exact one, and less near 0 and 100 percent.
 */
export function hedged(number: number, tolerance: number, hedge: QuantityHedge, unit: string): Interval {
  const floor = number < 0 ? Number.NEGATIVE_INFINITY : 0;
  const width = aboutWidth(number, tolerance, unit);
  switch (hedge) {
    case 'over':
      return { low: number, high: Number.POSITIVE_INFINITY, lowOpen: true, highOpen: true };
    case 'at least':
      return { low: number, high: Number.POSITIVE_INFINITY, lowOpen: false, highOpen: true };
    case 'under':
      return { low: floor, high: number, lowOpen: floor !== 0, highOpen: true };
    case 'at most':
      return { low: floor, high: number, lowOpen: floor !== 0, highOpen: false };
    case 'just over':
      return { low: number, high: clean(number + width), lowOpen: true, highOpen: false };
    case 'just under':
      return {
        low: number < 0 ? clean(number - width) : Math.max(0, clean(number - width)),
        high: number,
        lowOpen: false,
        highOpen: true,
      };
    default:
      return closed(clean(number - width), clean(number + width));
  }
}

/** How far a number may be off: by its rounding, or by half a unit if it is measured rather than counted. */
export function toleranceIn(unit: string, rounding: number): number {
  return unit === 'count' || rounding > 0 ? rounding : 0.5;
}

/**
 * How far "about" reaches on either side. For shares it depends on how round they are ("about 70%" is 65 to 75,
 * "about 96%" is 94.5 to 97.5), and is at most half of the distance to 0 or 100. For other numbers it is a twentieth,
 * or up to a tenth of a round one.
 */
function aboutWidth(number: number, tolerance: number, unit: string): number {
  const size = Math.abs(number);
  if (unit === 'percent' && size <= 100) {
    const round =
      tolerance >= FRACTION_POINTS || size % 10 === 0 ? 5 : size % 5 === 0 ? 2.5 : size % 1 === 0 ? 1.5 : 0.5;
    const room = Math.min(size, 100 - size) / 2;
    return Math.max(Math.min(round, room), tolerance);
  }
  const zeros = Number.isInteger(size) ? (/0*$/.exec(String(size))?.[0].length ?? 0) : 0;
  const place = size < 10 ? Math.min(1, size) : 10 ** zeros;
  const half = size < 10 ? place / 2 : Math.min(place / 2, size / 10);
  return Math.max(size / 20, half, tolerance);
}

/** Removes the error of binary fractions: 96.3 - 0.05 is 96.25. */
const clean = (number: number): number => Number(number.toPrecision(12));

/** Whether one interval lies within another. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  const low = inner.low > outer.low || (inner.low === outer.low && (!outer.lowOpen || inner.lowOpen));
  const high = inner.high < outer.high || (inner.high === outer.high && (!outer.highOpen || inner.highOpen));
  return low && high;
}

/** Whether two intervals have a value in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  const starts = a.low < b.high || (a.low === b.high && !a.lowOpen && !b.highOpen);
  const ends = b.low < a.high || (b.low === a.high && !b.lowOpen && !a.highOpen);
  return starts && ends;
}

/**
 * The intervals of all readings of a quantity: its own, and one for each of its alternatives. A comparison uses the
 * one that fits.
 */
export function readingsOf(quantity: Quantity): Interval[] {
  const others = (quantity.alternatives ?? []).map((number) =>
    quantity.hedge && quantity.hedge !== 'between'
      ? hedged(number, toleranceIn(quantity.unit, 0), quantity.hedge, quantity.unit)
      : rounded(number, toleranceIn(quantity.unit, 0), false),
  );
  return [quantity.interval, ...others];
}
