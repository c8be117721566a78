// Words that stand for a number: all, no one, most, a majority, few, dozens.
import { isNegator } from './hedge-phrases.ts';
import type { PlacedToken } from './placed-tokens.ts';
import type { Interval } from './quantity.ts';

export interface QuantifierReading {
  interval: Interval;
  unit: string;
  /** What the word itself counts: "everyone" counts people. */
  noun?: string;
  next: number;
}

type Tokens = readonly PlacedToken[];
/** What must follow a quantifier: a group ("of the", plural), or anything. */
type Needs = 'group' | 'anything';

interface Row {
  words: string[];
  interval: Interval;
  unit: string;
  noun?: string;
  needs: Needs;
}

const range = (low: number, high: number, lowOpen = false, highOpen = false): Interval => ({
  low,
  high,
  lowOpen,
  highOpen,
});
const ALL = range(100, 100);
const NONE = range(0, 0);
const NEARLY_ALL = range(90, 100, false, true);
const HARDLY_ANY = range(0, 10);

const nearly = [
  'nearly',
  'almost',
  'virtually',
  'practically',
  'basically',
  'essentially',
  'just about',
  'pretty much',
  'close to',
  'more or less',
  'not quite',
  'near',
];
const hardly = [
  'hardly',
  'barely',
  'scarcely',
  'almost',
  'next to',
  'virtually',
  'practically',
  'pretty much',
  'basically',
  'close to',
];
const anyones = ['anyone', 'anybody', 'any one'];
const nobodies = ['no one', 'nobody', 'noone', 'no - one'];
const everybodies = ['everyone', 'everybody', 'every one', 'each and every one'];
const unanimous = ['unanimous', 'unanimously', 'unanimity'];

const rows: Row[] = [
  ...each(everybodies, ALL, 'anything', 'people'),
  ...each(['everything'], ALL, 'anything', 'things'),
  ...each(unanimous, ALL, 'anything'),
  ...each(
    ['all', 'every', 'every single', 'each and every', 'the whole of', 'the entirety of'],
    ALL,
    'group',
  ),
  ...each(cross(nearly, everybodies), NEARLY_ALL, 'anything', 'people'),
  ...each(cross(nearly, ['everything']), NEARLY_ALL, 'anything', 'things'),
  ...each(cross(nearly, unanimous), NEARLY_ALL, 'anything'),
  ...each(cross(['near -', 'nearly -', 'almost -'], unanimous), NEARLY_ALL, 'anything'),
  ...each(cross(nearly, ['all']), NEARLY_ALL, 'anything'),
  ...each(cross(nearly, ['every', 'every single']), NEARLY_ALL, 'group'),
  ...each(
    cross(
      ['all but a', 'all but'],
      [
        'few',
        'handful',
        'sliver',
        'fraction',
        'tiny fraction',
        'small fraction',
        'small minority',
        'tiny minority',
      ],
    ),
    NEARLY_ALL,
    'anything',
  ),
  ...each(nobodies, NONE, 'anything', 'people'),
  ...each(
    ['none', 'not one', 'not a one', 'not a single', 'not one single', 'not a single one'],
    NONE,
    'anything',
  ),
  ...each(['not a soul'], NONE, 'anything', 'people'),
  ...each(['nothing'], NONE, 'anything', 'things'),
  ...each(['no'], NONE, 'group'),
  ...each(
    [...cross(['hardly', 'barely', 'scarcely'], anyones), ...cross(hardly.slice(3), nobodies)],
    HARDLY_ANY,
    'anything',
    'people',
  ),
  ...each(
    [...cross(['hardly', 'barely', 'scarcely'], ['any']), ...cross(hardly.slice(3), ['none', 'no'])],
    HARDLY_ANY,
    'anything',
  ),
  ...each(
    [
      'very few',
      'precious few',
      'only a few',
      'just a few',
      'only a handful',
      'just a handful',
      'a sliver',
      'only a sliver',
      'a tiny minority',
      'a tiny fraction',
      'a small fraction',
    ],
    HARDLY_ANY,
    'anything',
  ),
  ...each(['few', 'relatively few', 'so few'], range(0, 30, false, true), 'group'),
  ...each(['a small minority'], range(0, 25, true, false), 'anything'),
  ...each(['a minority', 'the minority'], range(0, 50, true, true), 'anything'),
  ...each(['many', 'a lot of', 'lots of', 'plenty of', 'numerous', 'loads of'], range(0, 100, true), 'group'),
  ...each(['some'], range(0, 100, true), 'group'),
  ...each(
    ['most', 'the majority', 'a majority', 'the bulk', 'majority', 'the greater part'],
    range(50, 100, true),
    'group',
  ),
  ...each(
    cross(
      ['a', 'the'],
      cross(['bare', 'slim', 'narrow', 'slight', 'thin', 'razor - thin', 'small', 'simple'], ['majority']),
    ),
    range(50, 55, true),
    'anything',
  ),
  ...each(
    cross(
      ['a', 'the'],
      cross(
        ['large', 'big', 'strong', 'clear', 'solid', 'wide', 'comfortable', 'great', 'healthy', 'sizable'],
        ['majority'],
      ),
    ),
    range(55, 100, true),
    'anything',
  ),
  ...each(
    cross(
      ['a', 'an', 'the'],
      cross(['vast', 'overwhelming', 'huge', 'massive', 'lopsided', 'crushing', 'resounding'], ['majority']),
    ),
    range(70, 100),
    'anything',
  ),
  ...each(['a supermajority', 'a super - majority'], range(60, 100), 'anything'),
  ...[
    ...each(['a couple', 'a couple of', 'a pair of'], range(2, 3), 'anything'),
    ...each(
      ['a few', 'several', 'a handful', 'a handful of', 'a good few', 'quite a few'],
      range(3, 9),
      'anything',
    ),
  ].map(counted),
  ...each(['dozens'], range(24, 1000, false, true), 'anything').map(counted),
  ...each(['scores of'], range(40, 1000, false, true), 'anything').map(counted),
  ...each(['hundreds'], range(200, 1e4, false, true), 'anything').map(counted),
  ...each(['thousands'], range(2000, 1e6, false, true), 'anything').map(counted),
  ...each(['tens of thousands'], range(2e4, 1e6, false, true), 'anything').map(counted),
  ...each(['hundreds of thousands'], range(2e5, 1e7, false, true), 'anything').map(counted),
  ...each(['millions'], range(2e6, 1e9, false, true), 'anything').map(counted),
  ...each(['tens of millions'], range(2e7, 1e9, false, true), 'anything').map(counted),
  ...each(['hundreds of millions'], range(2e8, 1e10, false, true), 'anything').map(counted),
  ...each(['billions'], range(2e9, 1e12, false, true), 'anything').map(counted),
];

function each(phrases: readonly string[], interval: Interval, needs: Needs, noun?: string): Row[] {
  return phrases.map((phrase) => ({
    words: phrase.split(' '),
    interval,
    unit: 'percent',
    needs,
    ...(noun ? { noun } : {}),
  }));
}

function counted(row: Row): Row {
  return { ...row, unit: 'count' };
}

function cross(firsts: readonly string[], lasts: readonly string[]): string[] {
  return firsts.flatMap((first) => lasts.map((last) => `${first} ${last}`));
}

/** Rows by their first word, the longest first. */
const byFirst = new Map<string, Row[]>();
for (const row of rows) {
  const first = row.words[0] ?? '';
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), row].sort((a, b) => b.words.length - a.words.length),
  );
}

/** "at all", "after all", "the most", "the past few": other words that are spelled alike. */
const NOT_AFTER: Readonly<Record<string, ReadonlySet<string>>> = {
  all: words('at after above for once in over and with not-at'),
  most: words('the at his her its their my our your two three'),
  few: words('a the past last next these those every first'),
  some: words('then and'),
  many: words('how so too as that'),
  no: words('vote voted voting votes said say says oh'),
  every: words('ever'),
  none: words('second bar'),
};
/** Behind "all", "most", "no": groups come with a plural or one of these. */
const GROUP_BEGINS = words('of the these those its their our your his her them us you who that which');
/** "all along", "all night", "no longer": set phrases about something else. */
const NOT_BEFORE = words(
  'along over right night day week month year time the-way out in but on kinds sorts about around alone too so this that longer less more better worse other others important recent likely popular successful matter doubt sense means news yes business thanks times days hours weeks months years ways',
);
/** Verbs that groups do in a vote or a claim: "all voted yes", "most agreed". */
const GROUP_VERBS = words(
  'voted vote said say says agreed agree backed supported support favored are were is was have had did do want wanted opposed rejected approved stayed turned',
);
const PLURALS = words('people men women children staff crew media folks everyone');
const NO_PLURALS = words(
  'yes this its his less us news various series previous perhaps always does has was is',
);

/**
 * Reads the quantifier that begins at a token.
 *
 * @returns undefined where none begins
 */
export function readQuantifier(tokens: Tokens, at: number): QuantifierReading | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  for (const { words: phrase, interval, unit, noun, needs } of byFirst.get(token.text) ?? []) {
    if (!phrase.every((word, i) => tokens[at + i]?.text === word)) continue;
    const next = at + phrase.length;
    const last = phrase.at(-1) ?? '';
    if (NOT_AFTER[last]?.has(tokens[at - 1]?.text ?? '')) continue;
    if (needs === 'group' && !isGroup(tokens, next, last)) continue;
    return { interval, unit, ...(noun ? { noun } : {}), next };
  }
  return undefined;
}

function isGroup(tokens: Tokens, at: number, quantifier: string): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  if (!token || token.kind === 'sign') return quantifier === 'most' || quantifier === 'majority';
  if (token.kind === 'digits') return quantifier === 'all';
  if (quantifier === 'every') return !NOT_BEFORE.has(token.text) && token.text !== 'now';
  if (quantifier === 'majority' || quantifier === 'bulk')
    return !/^(?:leader|whip|owner|shareholder|stake)s?$/.test(token.text);
  if (isNegator(token.text)) return false;
  // "all the way", "all this time", "most of the time".
  if (token.text === 'of' || GROUP_BEGINS.has(token.text)) {
    const head = tokens[token.text === 'of' ? at + 2 : at + 1]?.text ?? '';
    return quantifier !== 'no' && quantifier !== 'some'
      ? !/^(?:way|time|rest|best|same)$/.test(head) || (quantifier === 'most' && head !== 'time')
      : token.text === 'of';
  }
  if (NOT_BEFORE.has(token.text)) return false;
  if (GROUP_VERBS.has(token.text)) return quantifier !== 'no' && quantifier !== 'some';
  return (
    isPlural(token.text) || (after?.kind === 'word' && !GROUP_VERBS.has(after.text) && isPlural(after.text))
  );
}

/** Whether a word looks like the plural of a noun. */
export function isPlural(word: string): boolean {
  return (
    PLURALS.has(word) || (/[a-z]{2}s$/.test(word) && !/(?:ss|us|is|'s)$/.test(word) && !NO_PLURALS.has(word))
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
