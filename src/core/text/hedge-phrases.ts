// The words before and after a number that say how it is meant: "more than", "give or take", "or so".
import type { PlacedToken } from './placed-tokens.ts';
import type { QuantityHedge } from './quantity.ts';

type Tokens = readonly PlacedToken[];

/** "exactly" takes the rounding off. */
export type HedgeWord = QuantityHedge | 'exactly';

const over = 'more longer greater bigger higher larger later better'.split(' ').map((word) => `${word} than`);
const under = 'less fewer shorter smaller lower'.split(' ').map((word) => `${word} than`);
const up = [
  ...over,
  'over',
  'above',
  'past',
  'beyond',
  'north of',
  'in excess of',
  'exceeding',
  'topping',
  'passing',
  '>',
];
const down = [...under, 'under', 'below', 'beneath', 'south of', 'short of', '<'];
const little = [
  'just',
  'slightly',
  'a little',
  'a bit',
  'a hair',
  'a touch',
  'a tad',
  'a shade',
  'a smidge',
  'a sliver',
  'a whisker',
  'barely',
  'narrowly',
  'only just',
  'a few',
];
const much = ['well', 'far', 'way', 'much', 'comfortably', 'significantly'];

const BEFORE: Readonly<Record<HedgeWord, readonly string[]>> = {
  'just over': little.flatMap((word) => up.map((direction) => `${word} ${direction}`)),
  'just under': [
    ...little.flatMap((word) => down.map((direction) => `${word} ${direction}`)),
    ...[
      'nearly',
      'almost',
      'close to',
      'not quite',
      'approaching',
      'nearing',
      'pushing',
      'verging on',
      'just about',
      'shy of',
      'just shy of',
      'a hair shy of',
      'a little shy of',
      'short of',
      'just short of',
      'practically',
      'virtually',
      'nigh on',
      'near',
    ],
  ],
  over: [
    ...up,
    ...much.flatMap((word) => up.map((direction) => `${word} ${direction}`)),
    'exceed',
    'exceeds',
    'exceeded',
    'top',
    'tops',
    'topped',
    'surpass',
    'surpasses',
    'surpassed',
    'surpassing',
    'a good',
    'upwards of',
    'upward of',
    'over and above',
  ],
  under: [
    ...down,
    ...much.flatMap((word) => down.map((direction) => `${word} ${direction}`)),
    'not even',
    'hardly',
    'scarcely',
    'nowhere near',
    'not nearly',
    'nothing like',
    'inside of',
  ],
  'at least': [
    'at least',
    'at the least',
    'at the very least',
    'at a minimum',
    'a minimum of',
    'minimum',
    'no less than',
    'no fewer than',
    'not less than',
    'not fewer than',
    'no lower than',
    'as few as',
    'as little as',
    '>=',
    '> =',
    '≥',
  ],
  'at most': [
    'at most',
    'at the most',
    'at the very most',
    'a maximum of',
    'maximum',
    'up to',
    'as many as',
    'as much as',
    'as high as',
    'no more than',
    'not more than',
    'not over',
    'no higher than',
    'no longer than',
    'not longer than',
    'no greater than',
    'within',
    '<=',
    '< =',
    '≤',
  ],
  about: [
    'about',
    'around',
    'barely',
    'roughly',
    'approximately',
    'approx',
    'approx .',
    'some',
    'circa',
    'ca',
    'ca .',
    'c .',
    'abt',
    '~',
    '≈',
    '±',
    'like',
    'an estimated',
    'estimated',
    'somewhere near',
    'somewhere around',
    'something like',
    'somewhere in the neighborhood of',
    'in the neighborhood of',
    'in the region of',
    'on the order of',
    'of the order of',
    'in the ballpark of',
    'basically',
    'essentially',
    'more or less',
    'maybe',
    'perhaps',
    'say',
    'around about',
    'give or take',
  ],
  exactly: ['exactly', 'precisely', 'an even', 'exact'],
  between: [],
};

const AFTER: Readonly<Record<HedgeWord, readonly string[]>> = {
  about: [
    'or so',
    'or thereabouts',
    'odd',
    'something',
    'ish',
    'give or take',
    'more or less',
    'approximately',
    'roughly',
    'or about',
    'or around that',
  ],
  'at least': [
    'or more',
    'or better',
    'or higher',
    'or above',
    'or greater',
    'or over',
    'or longer',
    'at least',
    'at the least',
    'at the very least',
    'at a minimum',
    'minimum',
    'and counting',
    'and up',
    'plus',
    '+',
    'if not more',
  ],
  'at most': [
    'or less',
    'or fewer',
    'or lower',
    'or below',
    'or under',
    'or shorter',
    'at most',
    'at the most',
    'at best',
    'tops',
    'max',
    'maximum',
    'at the outside',
  ],
  'just over': ['and change', 'and a bit', 'and a little', 'and then some'],
  exactly: ['exactly', 'on the nose', 'on the dot'],
  over: [],
  under: [],
  'just under': [],
  between: [],
};

interface Phrase {
  words: string[];
  hedge: HedgeWord;
}

/** Phrases by their last word (before a number) or first word (after it), the longest first. */
const before = index(BEFORE, (words) => words.at(-1) ?? '');
const after = index(AFTER, (words) => words[0] ?? '');

function index(phrases: Readonly<Record<HedgeWord, readonly string[]>>, keyOf: (words: string[]) => string) {
  const table = new Map<string, Phrase[]>();
  for (const [hedge, texts] of Object.entries(phrases) as [HedgeWord, readonly string[]][])
    for (const text of texts) {
      const words = text.split(' ');
      const key = keyOf(words);
      table.set(
        key,
        [...(table.get(key) ?? []), { words, hedge }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  return table;
}

/**
 * The hedge that ends right before a token.
 *
 * @returns the hedge and the index of its first token; undefined for none
 */
export function hedgeBefore(tokens: Tokens, at: number): { hedge: HedgeWord; from: number } | undefined {
  const found =
    phraseBefore(tokens, at) ?? (isDeterminer(tokens[at - 1]) ? phraseBefore(tokens, at - 1) : undefined);
  if (!found) return undefined;
  // "more than about 60%" is more than 60%; "at least roughly" likewise.
  const outer = found.hedge === 'about' ? phraseBefore(tokens, found.from) : undefined;
  return outer && outer.hedge !== 'about' && outer.hedge !== 'exactly' ? outer : found;
}

function phraseBefore(tokens: Tokens, at: number): { hedge: HedgeWord; from: number } | undefined {
  for (const { words, hedge } of before.get(tokens[at - 1]?.text ?? '') ?? []) {
    const from = at - words.length;
    if (from < 0 || !words.every((word, i) => tokens[from + i]?.text === word)) continue;
    const negator = tokens[from - 1];
    if (hedge === 'over' && negator && isNegator(negator.text)) return { hedge: 'at most', from: from - 1 };
    if (hedge === 'under' && negator && isNegator(negator.text) && words[0] !== 'not')
      return { hedge: 'at least', from: from - 1 };
    // "the past two years", "over the past": no more than two.
    if (words[0] === 'past' && /^(?:the|this|these|in|its|their|our)$/.test(negator?.text ?? ''))
      return undefined;
    return { hedge, from };
  }
  return undefined;
}

/**
 * The hedge that begins at a token; a comma or a hyphen may stand before it.
 *
 * @returns the hedge and the index of the token after it; undefined for none
 */
export function hedgeAfter(tokens: Tokens, at: number): { hedge: HedgeWord; next: number } | undefined {
  const joint = tokens[at]?.text;
  const from = joint === ',' || (joint === '-' && tokens[at]?.glued) ? at + 1 : at;
  for (const { words, hedge } of after.get(tokens[from]?.text ?? '') ?? []) {
    if (!words.every((word, i) => tokens[from + i]?.text === word)) continue;
    let next = from + words.length;
    const follower = tokens[next];
    // "96%, at least 50 of them": a hedge of the next number.
    if (words[0] === 'at' && (follower?.kind === 'digits' || isDeterminer(follower))) return undefined;
    if (words[0] === '+' && follower?.kind === 'digits') return undefined;
    if (words[0] === 'plus' && !tokens[from]?.glued && follower?.kind === 'digits') return undefined;
    if (words[0] === 'give') next = skipAmountOfDoubt(tokens, next);
    return { hedge, next };
  }
  return undefined;
}

/** "give or take a few", "give or take a couple of points". */
function skipAmountOfDoubt(tokens: Tokens, at: number): number {
  if (tokens[at]?.text !== 'a') return at;
  return /^(?:few|bit|little|couple|handful|hair)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at;
}

const NEGATORS = new Set(
  'not never no cannot isnt wasnt werent arent dont didnt doesnt hasnt havent hadnt wouldnt couldnt wont cant aint shouldnt nor'.split(
    ' ',
  ),
);

/** Whether a word denies what follows it: "not", "didn't", "wasnt". */
export const isNegator = (word: string): boolean => NEGATORS.has(word) || word.endsWith("n't");

const isDeterminer = (token: PlacedToken | undefined): boolean =>
  /^(?:the|its|their|his|her|our|those|these)$/.test(token?.text ?? '');
