// Numbers, dates and times in a text, in all the spellings that members use.
import { normalize } from './tokens.ts';

/** How a number is hedged: what it says of the true value. */
export type Hedge = 'about' | 'over' | 'under' | 'just over' | 'just under';

export interface NumberFigure {
  kind: 'number';
  number: number;
  /** percent, dollars, days, weeks, months, years, hours; else the noun that follows, as typed; empty for none. */
  unit: string;
  hedge?: Hedge;
  /** Half of the last digit's place that was typed: "13k" stands for 12,500 to 13,500. */
  precision: number;
  /** As it stands in the normalized text. */
  text: string;
}

export interface DateFigure {
  kind: 'date';
  year?: number;
  /** 1 to 12. */
  month?: number;
  day?: number;
  /** 0 is Sunday. */
  weekday?: number;
  text: string;
}

export interface TimeFigure {
  kind: 'time';
  /** Minutes after midnight; where neither a.m. nor p.m. is said, `half` is unknown and 0 to 719 counts. */
  minutes: number;
  half: 'am' | 'pm' | undefined;
  text: string;
}

export type Figure = NumberFigure | DateFigure | TimeFigure;

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY_STARTS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
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
const PARTS: Record<string, number> = {
  half: 1 / 2,
  halves: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fourth: 1 / 4,
  fifth: 1 / 5,
  tenth: 1 / 10,
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
const DATE = new RegExp(
  `\\b(?:(${MONTHS})\\.? (?:the )?(\\d{1,2}|${ORDINALS.join('|')})(?:st|nd|rd|th)?\\b(?!:)|(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})\\b)(?:,? (\\d{4}))?`,
  'g',
);
const NUMERIC_DATE = /\b(\d{1,2})\/(\d{1,2})(?:\/((?:20)?\d{2}))?\b/g;
const BARE_MONTH = new RegExp(
  `\\b(?:in|since|by|until|till|from|early|late|mid|during|of|last|this|next|around|back in) (${MONTHS})\\b|\\b(january|february|april|june|july|august|september|october|november|december)\\b`,
  'g',
);
const WEEKDAY = /\b(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(day|nesday|sday|rsday|urday)?s?\b/g;
const YEAR =
  /(?:\b|')((?:19|20)\d{2})(?: ?[-/] ?(?:(?:20)?(\d{2})))?\b(?! (?:members|writers|people|votes|ballots))/g;
const SHORT_YEAR =
  /(?:'|\bin |\bback in |\bsince |\bof )(0[789])(?: ?[-/] ?0?(\d{1,2}))?\b(?!%|\.|:| ?percent)|\b(0[78])[-/](0[89])\b/g;
const TIME =
  /\b(\d{1,2})(?:[:.](\d{2}))? ?(a\.?m\b\.?|p\.?m\b\.?)|\b(\d{1,2}):(\d{2})\b|\b(noon|midnight)\b/g;

/**
 * Reads the numbers, dates and times of a text, in order of kind: dates and times first, then numbers; no piece of
 * text is read twice.
 *
 * @param text any string
 * @returns what was read, each with the words it was read from
 */
export function readFigures(text: string): Figure[] {
  let rest = normalize(text);
  const figures: Figure[] = [];
  const read = (pattern: RegExp, make: (match: RegExpExecArray) => Figure | undefined) => {
    for (const match of rest.matchAll(pattern)) {
      const figure = make(match as RegExpExecArray);
      if (!figure) continue;
      figures.push(figure);
      rest =
        rest.slice(0, match.index) +
        '\u0000'.repeat(match[0].length) +
        rest.slice(match.index + match[0].length);
    }
  };
  read(TIME, toTime);
  read(DATE, toDate);
  read(FRACTION, ([text, part, whole]) => {
    const number = (100 * Number(part)) / Number(whole);
    return number > 100 ? undefined : { kind: 'number', number, unit: 'percent', precision: 3, text };
  });
  read(NUMERIC_DATE, toNumericDate);
  read(YEAR, ([shown, year]) => ({ kind: 'date', year: Number(year), text: shown.replace(/^'/, '') }));
  read(SHORT_YEAR, ([shown, year, , other]) => ({
    kind: 'date',
    year: 2000 + Number(year ?? other),
    text: shown,
  }));
  read(BARE_MONTH, ([shown, one, other]) => ({
    kind: 'date',
    month: monthOf(one ?? other ?? ''),
    text: shown,
  }));
  read(WEEKDAY, toWeekday);
  const before = (index: number) => rest.slice(0, index).replaceAll('\u0000', ' ').trimEnd();
  read(RATIO, (match) => {
    const of = match[2] === 'a hundred' ? 100 : plainNumber(match[2] ?? '');
    const number = (100 * plainNumber(match[1] ?? '')) / of;
    return number > 100 || of < 3
      ? undefined
      : {
          kind: 'number',
          number,
          unit: 'percent',
          precision: 50 / of,
          ...hedgeOf(before(match.index)),
          text: match[0],
        };
  });
  read(PART, (match) => toPart(match, before(match.index)));
  read(ONE_SPAN, (match) => {
    const hedge = hedgeOf(before(match.index));
    return { kind: 'number', number: 1, unit: `${match[1]}s`, precision: 0.5, ...hedge, text: match[0] };
  });
  read(NUMBER, (match) => toNumber(match, before(match.index)));
  return figures;
}

const monthOf = (name: string) => MONTH_STARTS.indexOf(name.slice(0, 3)) + 1;

function toTime(match: RegExpExecArray): Figure | undefined {
  const [text, hour12, minute12, half, hour24, minute24, word] = match;
  if (word)
    return { kind: 'time', minutes: word === 'noon' ? 720 : 0, half: word === 'noon' ? 'pm' : 'am', text };
  const hour = Number(hour12 ?? hour24);
  const minute = Number(minute12 ?? minute24 ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  const after = half?.startsWith('p') || hour > 12 ? 'pm' : half ? 'am' : undefined;
  return {
    kind: 'time',
    minutes: ((hour % 12) + (after === 'pm' ? 12 : 0)) * 60 + minute,
    half: after,
    text,
  };
}

function toDate([text, month, day, dayFirst, monthLast, year]: RegExpExecArray): Figure | undefined {
  const ordinal = ORDINALS.indexOf(day ?? '');
  const number = ordinal >= 0 ? ordinal + 1 : Number(day ?? dayFirst);
  if (number < 1 || number > 31) return undefined;
  return {
    kind: 'date',
    month: monthOf(month ?? monthLast ?? ''),
    day: number,
    ...(year ? { year: Number(year) } : {}),
    text,
  };
}

function toNumericDate([text, month, day, year]: RegExpExecArray): Figure | undefined {
  if (Number(month) > 12 || Number(month) < 1 || Number(day) > 31 || Number(day) < 1) return undefined;
  const full = year ? { year: (Number(year) % 100) + 2000 } : {};
  return { kind: 'date', month: Number(month), day: Number(day), ...full, text };
}

function toWeekday([text, short, ending]: RegExpExecArray): Figure | undefined {
  // "sun", "sat", "wed", "fri" and "mon" alone are too often something else.
  if (!ending && !/^(tues|weds|thur|thurs)$/.test(short ?? '')) return undefined;
  return { kind: 'date', weekday: WEEKDAY_STARTS.indexOf((short ?? '').slice(0, 3)), text };
}

function toPart([text, count, part]: RegExpExecArray, before: string): Figure | undefined {
  const times = !count || count === 'a' || count === 'an' ? 1 : plainNumber(count);
  const share = times * (PARTS[(part ?? '').replace(/s$/, '')] ?? 1 / 2);
  if (share > 1 || (part === 'second' && !count) || (!count && part !== 'half')) return undefined;
  return { kind: 'number', number: 100 * share, unit: 'percent', precision: 3, ...hedgeOf(before), text };
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
    precision: (place * factor) / 2,
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

function hedgeOf(before: string): { hedge?: Hedge } {
  const hedge = HEDGES.find(([pattern]) => pattern.test(before))?.[1];
  return hedge ? { hedge } : {};
}
