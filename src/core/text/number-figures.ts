// Numbers in a text, in all the spellings that members use: digits and words, scales, shares, spans of time, hedges.
import type { Figure, Hedge, NumberFigure, Reader } from './figure.ts';
import { NOT } from './negation.ts';
import { alternatives, factorOf, NUMBER_WORDS, parseNumber, SCALE } from './number-words.ts';

/** What each part divides a whole by. */
const PARTS: Record<string, number> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  tenth: 10,
};
const UNIT_WORDS: Record<string, string> = {
  '%': 'percent',
  percent: 'percent',
  'per cent': 'percent',
  percentage: 'percent',
  pct: 'percent',
  precent: 'percent',
  pc: 'percent',
  point: 'points',
  points: 'points',
  pts: 'points',
  $: 'dollars',
  dollar: 'dollars',
  dollars: 'dollars',
  bucks: 'dollars',
  usd: 'dollars',
  day: 'days',
  days: 'days',
  week: 'weeks',
  weeks: 'weeks',
  wk: 'weeks',
  wks: 'weeks',
  month: 'months',
  months: 'months',
  year: 'years',
  years: 'years',
  yr: 'years',
  yrs: 'years',
  hour: 'hours',
  hours: 'hours',
  hr: 'hours',
  hrs: 'hours',
};
const A_LITTLE = '(?:just|slightly|a (?:little|bit|hair|touch|tad)|barely|narrowly)';
const UP =
  '(?:(?:more|longer|greater|bigger|higher|larger|later) than|over|above|past|exceed(?:s|ed|ing)?|beyond|north of|topp?(?:ed|ing)?)';
const DOWN = '(?:(?:less|fewer|shorter|smaller|lower) than|under|below|south of|short of|shy of)';
/** In order: the first that ends what stands before the number. */
const HEDGES: readonly (readonly [RegExp, Hedge])[] = (
  [
    [`${A_LITTLE} ${UP}`, 'just over'],
    [`${A_LITTLE} ${DOWN}`, 'just under'],
    ['(?:nearly|almost|close to|not quite|approaching|pushing|shy of)(?: an?| the)?', 'just under'],
    [`(?:\\bno|${NOT}) ${UP}`, 'under'],
    [`(?:\\bno|${NOT}) ${DOWN}`, 'over'],
    [`${UP}|at least|upwards? of|a minimum of|a good`, 'over'],
    [`${DOWN}|at most|up to|not even|a maximum of|hardly|barely|within`, 'under'],
    [`${NOT}(?: [a-z]+){0,2}`, 'not'],
    [
      'about|around|roughly|approximately|approx|some|like|circa|ish|or so|more or less|basically|essentially|abt|~|somewhere (?:near|between)|between',
      'about',
    ],
  ] as const
).map(([pattern, hedge]) => [new RegExp(`(?:${pattern})$`), hedge]);

const unitWord = `(?:%|per cent|${alternatives(Object.keys(UNIT_WORDS).filter((word) => /^[a-z]+$/.test(word)))})`;
const HALVES: Readonly<Record<string, number>> = {
  'a half': 0.5,
  half: 0.5,
  'a quarter': 0.25,
  'a third': 1 / 3,
};

const NUMBER = new RegExp(
  `(\\$ ?)?(?:((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?!\\d*(?:st|nd|rd|th)\\b)|\\b(${NUMBER_WORDS})\\b)(?:[ -]?(${SCALE})\\b)?(-?ish\\b|[- ](?:odd|something)\\b| or so\\b)?(?: and (${alternatives(Object.keys(HALVES))})\\b)?(?:[ -]?(${unitWord})(?![a-z])| ([a-z]+))?`,
  'g',
);
const PART =
  /(?<!\band (?:an? )?)\b(?:(a|an|one|two|three|four|\d) ?[- /]?)?(half|halves|thirds?|quarters?|fourths?|fifths?|tenths?)\b/g;
const PART_OF_ONE = new RegExp(
  `\\b(?:(?:a|an|one) )?(${alternatives(Object.keys(PARTS))})(?: of)? an? (${SCALE}|hour|day|week|month|year)\\b`,
  'g',
);
const FRACTION = /(?<![\d/.])([1-4])\/([2-5])(?![\d/])/g;
const ONE_SPAN =
  /(?<!\bof )\b(?:an?|one) (?:full |whole |single |entire |solid )?(hour|day|week|month|year)\b/g;
const RATIO = new RegExp(
  `(?<![\\d,.])\\b(\\d+|${NUMBER_WORDS}) (?:in|out of|of)(?: every)? (\\d+|${NUMBER_WORDS})\\b(?![,.]?\\d)`,
  'g',
);

/** What reads numbers, in the order in which they are looked for. */
export const NUMBER_READERS: readonly Reader[] = [
  [FRACTION, toFraction],
  [RATIO, toRatio],
  [PART_OF_ONE, toPartOfOne],
  [PART, toPart],
  [ONE_SPAN, toOneSpan],
  [NUMBER, toNumber],
];

function toFraction([text, part, whole]: RegExpExecArray, before: string): Figure | undefined {
  const number = (100 * Number(part)) / Number(whole);
  if (number > 100) return undefined;
  return { kind: 'number', number, unit: 'percent', precision: 3, ...hedgeOf(before), text };
}

function toRatio([text, part, whole]: RegExpExecArray, before: string): Figure | undefined {
  const of = parseNumber(whole ?? '').number;
  const number = (100 * parseNumber(part ?? '').number) / of;
  if (number > 100 || of < 3 || of > 100) return undefined;
  return { kind: 'number', number, unit: 'percent', precision: 50 / of, ...hedgeOf(before), text };
}

/** Such as "half a million", "a quarter of a year". */
function toPartOfOne([text, part, whole]: RegExpExecArray, before: string): Figure {
  const share = 1 / (PARTS[part ?? ''] ?? 2);
  const scale = factorOf(whole);
  return {
    kind: 'number',
    number: share * scale,
    unit: scale === 1 ? `${whole}s` : '',
    precision: (share * scale) / 10,
    ...hedgeOf(before),
    text,
  };
}

function toOneSpan([text, unit]: RegExpExecArray, before: string): Figure {
  return { kind: 'number', number: 1, unit: `${unit}s`, precision: 0.5, ...hedgeOf(before), text };
}

function toPart([text, count, part]: RegExpExecArray, before: string): Figure | undefined {
  const times = !count || count === 'a' || count === 'an' ? 1 : parseNumber(count).number;
  const number = (100 * times) / (PARTS[(part ?? '').replace(/s$/, '')] ?? 2);
  if (number > 100 || (!count && part !== 'half')) return undefined;
  return { kind: 'number', number, unit: 'percent', precision: 3, ...hedgeOf(before), text };
}

function toNumber(match: RegExpExecArray, before: string): Figure | undefined {
  const [text, dollar, digits, words, scale, vague, half, unit, noun] = match;
  if (words === 'one' && !scale && !unit) return undefined;
  const { number, decimals } = parseNumber(digits ?? words ?? '');
  const factor = factorOf(scale);
  const fraction = HALVES[half ?? ''] ?? 0;
  const known = UNIT_WORDS[unit ?? ''] ?? (dollar ? 'dollars' : (noun ?? ''));
  return {
    kind: 'number',
    number: (number + fraction) * factor,
    unit: dollar ? 'dollars' : known,
    precision: (fraction ? 0.1 : placeOf(number, decimals) * (factor >= 1000 ? factor : 1)) / 2,
    ...(vague ? { hedge: 'about' } : hedgeOf(before)),
    text: noun && !unit ? text.slice(0, -noun.length).trim() : text,
  };
}

/** The place of the last digit that was given; the zeros at the end of a large number are rounding. */
function placeOf(number: number, decimals: number): number {
  if (decimals > 0) return 10 ** -decimals;
  return number >= 1000 ? 10 ** (/0*$/.exec(String(number))?.[0].length ?? 0) : 1;
}

function hedgeOf(before: string): Pick<NumberFigure, 'hedge'> {
  const hedge = HEDGES.find(([pattern]) => pattern.test(before))?.[1];
  return hedge ? { hedge } : {};
}
