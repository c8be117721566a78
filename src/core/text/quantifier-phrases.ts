// The words that stand for a number, and the values that they allow: a percentage of a group, or a count.
import type { Interval } from './quantity.ts';

export interface QuantifierPhrase {
  words: string[];
  interval: Interval;
  unit: 'percent' | 'count';
  /** What the words themselves count: "everyone" counts people. */
  noun?: 'people' | 'things';
  /** Whether a group must follow ("most workers", "all of the members"). Otherwise the word means something else. */
  needsGroup: boolean;
}

const NEARLY = [
  ...[
    'nearly',
    'almost',
    'virtually',
    'practically',
    'basically',
    'essentially',
    'just about',
    'pretty much',
  ],
  ...['close to', 'more or less', 'not quite', 'near'],
];
const HARDLY = ['hardly', 'barely', 'scarcely'];
const ALMOST_NO = ['almost', 'next to', 'virtually', 'practically', 'pretty much', 'basically', 'close to'];
const ALL_PEOPLE = ['everyone', 'everybody'];
const NO_PEOPLE = ['no one', 'nobody', 'noone', 'no - one'];
const UNANIMOUS = ['unanimous', 'unanimously', 'unanimity'];
const BITS = [
  'few',
  'handful',
  'sliver',
  'fraction',
  'tiny fraction',
  'small fraction',
  'small minority',
  'tiny minority',
];
const BARE = ['bare', 'slim', 'narrow', 'slight', 'thin', 'razor - thin', 'small', 'simple'];
const CLEAR = [
  'large',
  'big',
  'strong',
  'clear',
  'solid',
  'wide',
  'comfortable',
  'great',
  'healthy',
  'sizable',
];
const VAST = ['vast', 'overwhelming', 'huge', 'massive', 'lopsided', 'crushing', 'resounding'];

const range = (low: number, high: number): Interval => ({ low, high, lowOpen: false, highOpen: false });
const above = (low: number, high: number): Interval => ({ ...range(low, high), lowOpen: true });
const below = (low: number, high: number): Interval => ({ ...range(low, high), highOpen: true });

export const QUANTIFIERS: readonly QuantifierPhrase[] = [
  ...share(range(100, 100), ALL_PEOPLE, 'people'),
  ...share(range(100, 100), ['everything'], 'things'),
  ...share(range(100, 100), [...UNANIMOUS, 'every one of', 'every single one', 'each and every one']),
  ...shareOf(range(100, 100), [
    'all',
    'every',
    'every single',
    'each and every',
    'the whole of',
    'the entirety of',
  ]),
  ...share(below(90, 100), each(NEARLY, ALL_PEOPLE), 'people'),
  ...share(below(90, 100), each(NEARLY, ['everything']), 'things'),
  ...share(below(90, 100), [
    ...each([...NEARLY, 'near -', 'nearly -', 'almost -'], UNANIMOUS),
    ...each(NEARLY, ['all', 'every one of', 'every single one']),
    ...each(['all but'], UNANIMOUS),
  ]),
  ...share(below(90, 100), each(['all but a', 'all but'], BITS)),
  ...shareOf(below(90, 100), each(NEARLY, ['every', 'every single'])),
  ...share(range(0, 0), [...NO_PEOPLE, 'not a soul'], 'people'),
  ...share(range(0, 0), ['nothing'], 'things'),
  ...share(range(0, 0), [
    'none',
    'not one',
    'not a one',
    'not a single',
    'not one single',
    'not a single one',
  ]),
  ...shareOf(range(0, 0), ['no']),
  ...share(
    range(0, 10),
    [...each(HARDLY, ['anyone', 'anybody', 'any one']), ...each(ALMOST_NO, NO_PEOPLE)],
    'people',
  ),
  ...share(range(0, 10), [...each(HARDLY, ['any']), ...each(ALMOST_NO, ['none', 'no'])]),
  ...share(range(0, 10), [
    'very few',
    'precious few',
    ...each(
      ['only a', 'just a', 'a'],
      BITS.filter((bit) => bit !== 'few' && bit !== 'handful' && bit !== 'small minority'),
    ),
  ]),
  ...share(range(0, 10), each(['only a', 'just a'], ['few', 'handful'])),
  ...shareOf(below(0, 30), ['few', 'relatively few', 'so few']),
  ...share(above(0, 25), ['a small minority']),
  ...share({ ...above(0, 50), highOpen: true }, ['a minority', 'the minority']),
  ...shareOf(above(0, 100), ['many', 'a lot of', 'lots of', 'plenty of', 'numerous', 'loads of', 'some']),
  ...shareOf(above(50, 100), [
    'most',
    'the majority',
    'a majority',
    'majority',
    'the bulk',
    'the greater part',
  ]),
  ...share(above(50, 55), [
    ...each(['a', 'the'], each(BARE, ['majority'])),
    ...each(['barely', 'just', 'only just'], ['a majority']),
  ]),
  ...share(above(55, 100), each(['a', 'the'], each(CLEAR, ['majority']))),
  ...share(range(70, 100), each(['a', 'an', 'the'], each(VAST, ['majority']))),
  ...share(range(60, 100), ['a supermajority', 'a super - majority']),
  ...count(range(2, 3), ['a couple', 'a couple of', 'a pair of']),
  ...count(range(2, 9), ['a few', 'a handful', 'a handful of', 'a good few']),
  ...count(range(3, 9), ['several', 'quite a few']),
  ...[12, 100, 1e3, 1e6, 1e9].flatMap((scale, i) => {
    const name = ['dozen', 'hundred', 'thousand', 'million', 'billion'][i] ?? '';
    return [
      ...count(range(2 * scale, 3 * scale), [`a couple ${name}`]),
      ...count(range(2 * scale, 9 * scale), [`a few ${name}`, `several ${name}`]),
      ...count(below(2 * scale, scale === 12 ? 1000 : 1000 * scale), [`${name}s`]),
    ];
  }),
  ...count(below(40, 1000), ['scores of']),
  ...count(below(2e4, 1e6), ['tens of thousands']),
  ...count(below(2e5, 1e7), ['hundreds of thousands']),
  ...count(below(2e7, 1e9), ['tens of millions']),
  ...count(below(2e8, 1e10), ['hundreds of millions']),
];

/** Words that say how large a part of a group is. */
function share(
  interval: Interval,
  phrases: readonly string[],
  noun?: 'people' | 'things',
): QuantifierPhrase[] {
  const kind = { interval, unit: 'percent' as const, needsGroup: false, ...(noun ? { noun } : {}) };
  return phrases.map((phrase) => ({ ...kind, words: phrase.split(' ') }));
}

/** The same for words that say so only before a group. */
function shareOf(interval: Interval, phrases: readonly string[]): QuantifierPhrase[] {
  return share(interval, phrases).map((phrase) => ({ ...phrase, needsGroup: true }));
}

/** Words that say how many there are. */
function count(interval: Interval, phrases: readonly string[]): QuantifierPhrase[] {
  return share(interval, phrases).map((phrase) => ({ ...phrase, unit: 'count' }));
}

function each(firsts: readonly string[], lasts: readonly string[]): string[] {
  return firsts.flatMap((first) => lasts.map((last) => `${first} ${last}`));
}
