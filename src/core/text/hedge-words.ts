// The words before and after a number that hedge it, by their meaning.
import type { QuantityHedge } from './quantity.ts';

/** "Exactly" removes the rounding of a number. The others are the hedges of a quantity. */
export type HedgeWord = Exclude<QuantityHedge, 'between'> | 'exactly';

type Phrases = Readonly<Record<HedgeWord, readonly string[]>>;

const OVER = [
  ...each(list('more, longer, greater, bigger, higher, larger, later, better'), ['than']),
  ...list('over, above, past, beyond, north of, in excess of, exceeding, topping, passing, >'),
];
const UNDER = [
  ...each(list('less, fewer, shorter, smaller, lower'), ['than']),
  ...list('under, below, beneath, south of, short of, <'),
];
const LITTLE = [
  ...list('just, slightly, barely, narrowly, only just, a few'),
  ...each(['a'], list('little, bit, hair, touch, tad, shade, smidge, sliver, whisker')),
];
const MUCH = list('well, far, way, much, comfortably, significantly');

/** Right before a number. */
export const HEDGES_BEFORE: Phrases = {
  'just over': each(LITTLE, OVER),
  'just under': [
    ...each(LITTLE, [...UNDER, 'shy of']),
    ...list(
      'nearly, almost, close to, not quite, approaching, nearing, pushing, verging on, just about, shy of',
    ),
    ...list('short of, practically, virtually, nigh on, near'),
  ],
  over: [
    ...OVER,
    ...each(MUCH, OVER),
    ...list(
      'exceed, exceeds, exceeded, topped, surpass, surpasses, surpassed, surpassing, a good, over and above',
    ),
    ...list('upwards of, upward of'),
  ],
  under: [
    ...UNDER,
    ...each(MUCH, UNDER),
    ...list('not even, hardly, scarcely, nowhere near, not nearly, nothing like, inside of'),
  ],
  'at least': [
    ...list(
      'at least, at the least, at the very least, at a minimum, a minimum of, minimum, as few as, as little as',
    ),
    ...each(['no', 'not'], list('less than, fewer than, lower than, under')),
    ...list('>=, > =, ≥'),
  ],
  'at most': [
    ...list(
      'at most, at the most, at the very most, a maximum of, maximum, up to, as many as, as much as, as high as',
    ),
    ...each(['no', 'not'], list('more than, over, higher than, longer than, greater than')),
    ...list('within, <=, < =, ≤'),
  ],
  about: [
    ...list(
      'about, bout, around, barely, roughly, approximately, approx, approx ., circa, ca, ca ., c ., abt, ~, ≈, ±',
    ),
    ...list('some, like, an estimated, estimated, basically, essentially, more or less, maybe, perhaps, say'),
    ...list('somewhere near, somewhere around, something like, around about, give or take'),
    ...list('in the neighborhood of, in the region of, in the ballpark of, on the order of, of the order of'),
  ],
  exactly: list('exactly, precisely, an even, exact'),
};

/** Right behind a number, its unit or what it counts. */
export const HEDGES_AFTER: Phrases = {
  about: list(
    'or so, or thereabouts, odd, something, ish, give or take, more or less, approximately, roughly, or about',
  ),
  'at least': [
    ...each(['or'], list('more, better, higher, above, greater, over, longer')),
    ...list(
      'at least, at the least, at the very least, at the lowest, at a minimum, minimum, and counting, and up, plus, +, if not more',
    ),
  ],
  'at most': [
    ...each(['or'], list('less, fewer, lower, below, under, shorter')),
    ...list('at most, at the most, at the very most, at best, at the very best, tops, max, maximum'),
    ...list('at the outside, and no more, and not a penny more, and no higher, if that'),
  ],
  'just over': list('and change, and a bit, and a little, and then some'),
  exactly: list('exactly, on the nose, on the dot'),
  over: [],
  under: [],
  'just under': [],
};

function list(phrases: string): string[] {
  return phrases.split(', ');
}

function each(firsts: readonly string[], lasts: readonly string[]): string[] {
  return firsts.flatMap((first) => lasts.map((last) => `${first} ${last}`));
}
