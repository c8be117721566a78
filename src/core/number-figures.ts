// Numbers in a text, in all the spellings that members use: digits and words, scales, shares, spans of time, hedges.
import type { Figure, Hedge, NumberFigure, Reader } from './figures.ts';

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  grand: 1e3,
  k: 1e3,
  million: 1e6,
  mil: 1e6,
  mill: 1e6,
  m: 1e6,
  mm: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
};
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
const HEDGES: [RegExp, Hedge][] = [
  [
    /(?:just|slightly|a (?:little|bit|hair|touch)|barely|narrowly) (?:over|above|more than|past)$/,
    'just over',
  ],
  [/(?:just|slightly|a (?:little|bit|hair|touch)) (?:under|below|less than|shy of|short of)$/, 'just under'],
  [/(?:nearly|almost|close to|not quite|approaching|pushing|shy of)$/, 'just under'],
  [
    /(?:more than|over|above|at least|upwards? of|north of|exceed(?:s|ed|ing)?|beyond|greater than|a minimum of)$/,
    'over',
  ],
  [
    /(?:less than|fewer than|under|below|at most|up to|south of|no more than|not even|a maximum of)$/,
    'under',
  ],
  [
    /(?:about|around|roughly|approximately|approx|some|like|circa|ish|or so|more or less|basically|essentially|abt|~)$/,
    'about',
  ],
];

const alternatives = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
const numberWord = `(?:(?:${alternatives(TENS)})(?:[- ](?:${alternatives(UNITS.slice(1, 10))}))?|${alternatives(UNITS)})`;
const scale = `(?:${alternatives(Object.keys(SCALES))})`;
const unitWord = `(?:%|per cent|${alternatives(Object.keys(UNIT_WORDS).filter((word) => /^[a-z]+$/.test(word)))})`;

const NUMBER = new RegExp(
  `(\\$ ?)?(?:((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)|\\b(${numberWord}|a(?= ${scale}\\b))\\b)(?: ?(${scale})\\b)?(?: and (a half))?(?:[ -]?(${unitWord})(?![a-z])| ([a-z]+))?`,
  'g',
);
const PART =
  /\b(?:(a|an|one|two|three|four|\d) ?[- /]?)?(half|halves|thirds?|quarters?|fourths?|fifths?|tenths?)\b/g;
const FRACTION = /(?<![\d/.])([1-4])\/([2-5])(?![\d/])/g;
const ONE_SPAN = /\b(?:an?|one) (?:full |whole |single |entire |solid )?(hour|day|week|month|year)\b/g;
const RATIO = new RegExp(
  `\\b(\\d+|${numberWord}) (?:in|out of) (?:every )?(\\d+|${numberWord}|a hundred)\\b`,
  'g',
);

/** What reads numbers, in the order in which they are looked for. */
export const NUMBER_READERS: readonly Reader[] = [
  [FRACTION, toFraction],
  [RATIO, toRatio],
  [PART, toPart],
  [ONE_SPAN, toOneSpan],
  [NUMBER, toNumber],
];

function toFraction([text, part, whole]: RegExpExecArray): Figure | undefined {
  const number = (100 * Number(part)) / Number(whole);
  return number > 100 ? undefined : { kind: 'number', number, unit: 'percent', precision: 3, text };
}

function toRatio([text, part, whole]: RegExpExecArray, before: string): Figure | undefined {
  const of = whole === 'a hundred' ? 100 : plainNumber(whole ?? '');
  const number = (100 * plainNumber(part ?? '')) / of;
  if (number > 100 || of < 3) return undefined;
  return { kind: 'number', number, unit: 'percent', precision: 50 / of, ...hedgeOf(before), text };
}

function toOneSpan([text, unit]: RegExpExecArray, before: string): Figure {
  return { kind: 'number', number: 1, unit: `${unit}s`, precision: 0.5, ...hedgeOf(before), text };
}

function toPart([text, count, part]: RegExpExecArray, before: string): Figure | undefined {
  const times = !count || count === 'a' || count === 'an' ? 1 : plainNumber(count);
  const number = (100 * times) / (PARTS[(part ?? '').replace(/s$/, '')] ?? 2);
  if (number > 100 || (!count && part !== 'half')) return undefined;
  return { kind: 'number', number, unit: 'percent', precision: 3, ...hedgeOf(before), text };
}

function toNumber(match: RegExpExecArray, before: string): Figure | undefined {
  const [text, dollar, digits, word, scaleWord, half, unit, noun] = match;
  const factor = SCALES[scaleWord ?? ''] ?? 1;
  if (word && !scaleWord && !unit && (word === 'one' || word === 'a')) return undefined;
  const typed = digits ?? '';
  const base = digits ? Number(typed.replaceAll(',', '')) : word === 'a' ? 1 : plainNumber(word ?? '');
  const decimals = typed.includes('.') ? (typed.split('.')[1]?.length ?? 0) : 0;
  const zeros = decimals === 0 ? (/0*$/.exec(String(base))?.[0].length ?? 0) : 0;
  const place = decimals > 0 ? 10 ** -decimals : base >= 1000 ? 10 ** zeros : 1;
  const known = UNIT_WORDS[unit ?? ''] ?? (dollar ? 'dollars' : (noun ?? ''));
  return {
    kind: 'number',
    number: (base + (half ? 0.5 : 0)) * factor,
    unit: dollar ? 'dollars' : known,
    precision: (place * (factor >= 1000 ? factor : 1)) / 2,
    ...hedgeOf(before),
    text: noun && !unit ? text.slice(0, -noun.length).trim() : text,
  };
}

function plainNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return text
    .split(/[- ]/)
    .reduce(
      (sum, word) => sum + (UNITS.indexOf(word) >= 0 ? UNITS.indexOf(word) : 10 * (TENS.indexOf(word) + 2)),
      0,
    );
}

function hedgeOf(before: string): Pick<NumberFigure, 'hedge'> {
  const hedge = HEDGES.find(([pattern]) => pattern.test(before))?.[1];
  return hedge ? { hedge } : {};
}
