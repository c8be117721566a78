// A number in a text with its unit: "$2.1 million", "96.3%", "three and a half months", "nine in ten", "twice".
import { skipHyphen } from './cardinal.ts';
import { type HedgeWord, hedgeAfter } from './hedge-phrases.ts';
import { FRACTION_POINTS, toleranceIn } from './interval.ts';
import {
  isCurrency,
  isTimeWord,
  isUnitWord,
  readCurrencyPrefix,
  readUnit,
  TIME_UNITS,
  wholeUnit,
} from './measure-units.ts';
import { type Numeral, readAdded, readNumeral } from './numeral.ts';
import type { PlacedToken } from './placed-tokens.ts';

type Tokens = readonly PlacedToken[];

export interface Amount {
  number: number;
  /** How far it may be off by rounding. */
  tolerance: number;
  /** "count" where no unit is given. */
  unit: string;
  /** What a scale multiplied by; 1 for none. */
  scale: number;
  alternatives?: number[];
  /** A hedge between the number and its unit: "60-odd percent". */
  hedge?: HedgeWord;
  isDigits: boolean;
  next: number;
}

const MULTIPLES: Readonly<Record<string, number>> = {
  ...{ twice: 2, thrice: 3, doubled: 2, tripled: 3, quadrupled: 4 },
  ...{
    twofold: 2,
    threefold: 3,
    fourfold: 4,
    fivefold: 5,
    sixfold: 6,
    sevenfold: 7,
    eightfold: 8,
    ninefold: 9,
    tenfold: 10,
  },
};
/** Adjectives between "a" and a unit. */
const WHOLE = new Set('full whole single entire solid complete good'.split(' '));
/** Words before "a day" that make a span of it; elsewhere it is a rate or any day. */
const SPAN_CUES = new Set(
  'for within over under than about around nearly almost just only least most lasted last took take takes lasting after exactly another past roughly barely'.split(
    ' ',
  ),
);
const IN = ['in every', 'in', 'out of every', 'out of', 'outta', 'of every'].map((words) => words.split(' '));

/**
 * Reads the amount that begins at a token.
 *
 * @returns undefined where none begins
 */
export function readAmount(tokens: Tokens, at: number): Amount | undefined {
  return (
    readMultiple(tokens, at) ??
    readShareOf(tokens, at) ??
    readMeasured(tokens, at) ??
    readOneWhole(tokens, at)
  );
}

function readMultiple(tokens: Tokens, at: number): Amount | undefined {
  const number = MULTIPLES[tokens[at]?.text ?? ''];
  return number === undefined
    ? undefined
    : { number, tolerance: 0.5, unit: 'times', scale: 1, isDigits: false, next: at + 1 };
}

/** A number with what stands before and behind it. */
function readMeasured(tokens: Tokens, at: number): Amount | undefined {
  const isNegative =
    tokens[at]?.text === '-' && readCurrencyPrefix(tokens, at + 1) !== undefined && !tokens[at]?.glued;
  const currency = readCurrencyPrefix(tokens, isNegative ? at + 1 : at);
  const begin = currency?.next ?? at;
  if (!currency && tokens[at]?.kind === 'digits' && isPartOfName(tokens, at)) return undefined;
  const numeral = readNumeral(tokens, begin, { isMoney: currency !== undefined, isUnit: isUnitWord });
  if (!numeral || isOrdinal(tokens, begin, numeral)) return undefined;
  const signed = isNegative ? { ...numeral, value: -numeral.value } : numeral;
  const vague = hedgeAfter(tokens, numeral.next);
  const isBeforeUnit = vague && readUnit(tokens, vague.next) !== undefined;
  const isAttached = vague && (isBeforeUnit || tokens[numeral.next]?.glued || vague.hedge === 'about');
  const next = isAttached ? vague.next : numeral.next;
  const amount = currency ? inCurrency(tokens, signed, currency.unit, next) : inUnit(tokens, signed, next);
  if (!currency && isBareOne(tokens, at, numeral, amount)) return undefined;
  return isAttached ? { ...amount, hedge: vague.hedge } : amount;
}

function inCurrency(tokens: Tokens, numeral: Numeral, currency: string, at: number): Amount {
  const unit = readUnit(tokens, at);
  return toAmount(numeral, currency, 1, unit?.unit === currency && unit.factor === 1 ? unit.next : at);
}

function inUnit(tokens: Tokens, numeral: Numeral, at: number): Amount {
  const unit = readUnit(tokens, at);
  if (!unit)
    return numeral.isFraction
      ? share(numeral.value, FRACTION_POINTS, numeral.next)
      : toAmount(numeral, 'count', 1, at);
  // "two years and a half"
  const added = numeral.inDigits || !TIME_UNITS.has(unit.unit) ? undefined : readAdded(tokens, unit.next);
  const whole = added
    ? { ...numeral, value: numeral.value + added.value, tolerance: added.tolerance }
    : numeral.isFraction
      ? { ...numeral, tolerance: numeral.value / 10 }
      : numeral;
  return toAmount(whole, unit.unit, unit.factor, added?.next ?? unit.next);
}

function toAmount(numeral: Numeral, unit: string, factor: number, next: number): Amount {
  // A dot before three digits separates thousands where things are counted, as in most of Europe; a comma does so
  // everywhere, but for shares.
  const { other } = numeral;
  const isWhole = other?.by === 'dot' && unit === 'count';
  const alternative = isWhole
    ? numeral.value
    : other?.by === 'comma' && !SHARES.has(unit)
      ? undefined
      : other?.value;
  const value = isWhole ? other.value : numeral.value;
  return {
    number: value * factor,
    tolerance: isWhole ? 0 : toleranceIn(unit, numeral.tolerance) * factor,
    unit,
    scale: numeral.scale,
    ...(alternative === undefined ? {} : { alternatives: [alternative * factor] }),
    isDigits: numeral.inDigits,
    next,
  };
}

const SHARES = new Set(['percent', 'points', 'times']);

const share = (part: number, tolerance: number, next: number): Amount => ({
  number: Number((100 * part).toPrecision(12)),
  tolerance,
  unit: part <= 1 ? 'percent' : 'count',
  scale: 1,
  isDigits: false,
  next,
});

/** "nine in ten", "2 out of every 3", "26 to 1", "50-50". */
function readShareOf(tokens: Tokens, at: number): Amount | undefined {
  if (isPartOfName(tokens, at)) return undefined;
  const surroundings = { isMoney: false, isUnit: () => false };
  const part = readNumeral(tokens, at, surroundings);
  if (!part || part.isFraction || part.decimals > 0) return undefined;
  const even = /^(?:[-/]|to)$/.test(tokens[part.next]?.text ?? '')
    ? readNumeral(tokens, part.next + 1, surroundings)
    : undefined;
  if (even?.value === 50 && part.value === 50) return share(0.5, FRACTION_POINTS, even.next);
  const ratio = readRatio(tokens, part);
  if (ratio) return ratio;
  const joint = IN.find((words) => words.every((word, i) => tokens[part.next + i]?.text === word));
  const whole = joint && readNumeral(tokens, part.next + joint.length, surroundings);
  if (!whole || part.value > whole.value || whole.value < 2 || whole.decimals > 0) return undefined;
  const isRound = whole.value <= 10 || [12, 20, 25, 50, 100, 1000].includes(whole.value);
  // "two in three years" counts by the year.
  const isSpan = joint.length === 1 && joint[0] === 'in' && readUnit(tokens, whole.next) !== undefined;
  if (isSpan || !isRound) return undefined;
  return share(part.value / whole.value, Math.min(5, 50 / whole.value), whole.next);
}

/** "26 to 1", "26-to-1", "26:1": how many there are to one. */
function readRatio(tokens: Tokens, part: Numeral): Amount | undefined {
  const to = skipHyphen(tokens, part.next);
  const sign = tokens[to]?.text;
  if (sign !== 'to' && !(sign === ':' && tokens[to]?.glued && tokens[to + 1]?.glued)) return undefined;
  const from = skipHyphen(tokens, to + 1);
  const whole = readNumeral(tokens, from, { isMoney: false, isUnit: () => false });
  if (!whole || whole.value <= 0 || whole.value >= part.value || readUnit(tokens, whole.next))
    return undefined;
  if (sign === ':' && whole.value !== 1) return undefined;
  const number = part.value / whole.value;
  return {
    number,
    tolerance: 0.5 / whole.value,
    unit: 'to',
    scale: 1,
    isDigits: part.inDigits,
    next: whole.next,
  };
}

/** "a month", "a full year", "an hour and a half". */
function readOneWhole(tokens: Tokens, at: number): Amount | undefined {
  const article = tokens[at]?.text;
  if (article !== 'a' && article !== 'an') return undefined;
  const isStressed = WHOLE.has(tokens[at + 1]?.text ?? '');
  const name = isStressed ? at + 2 : at + 1;
  const unit = wholeUnit(tokens[name]?.text ?? '');
  if (!unit || (tokens[name + 1]?.text === '-' && tokens[name + 1]?.glued)) return undefined;
  const added = readAdded(tokens, name + 1);
  const isSpan = isStressed || added !== undefined || SPAN_CUES.has(tokens[at - 1]?.text ?? '');
  const isLong = unit[1] > 1 || isCurrency(unit[0]);
  if (!isSpan && !(isLong && tokens[at - 1]?.kind !== 'digits' && unit[1] > 1)) return undefined;
  const number = (1 + (added?.value ?? 0)) * unit[1];
  const tolerance = (added?.tolerance ?? 0.5) * unit[1];
  return { number, tolerance, unit: unit[0], scale: 1, isDigits: false, next: added?.next ?? name + 1 };
}

/** "one" is mostly a pronoun; it is a number with a unit, a scale or a hedge: "one week", "more than one". */
function isBareOne(tokens: Tokens, at: number, numeral: Numeral, amount: Amount): boolean {
  if (
    numeral.inDigits ||
    numeral.value !== 1 ||
    numeral.scale > 1 ||
    numeral.next > at + 1 ||
    amount.unit !== 'count'
  )
    return false;
  return !/^(?:than|least|only|just|exactly|about|over|most)$/.test(tokens[at - 1]?.text ?? '');
}

/** "3rd", "twenty-first". */
function isOrdinal(tokens: Tokens, at: number, numeral: Numeral): boolean {
  const after = tokens[skipHyphen(tokens, numeral.next)];
  if (numeral.inDigits) return after?.glued === true && /^(?:st|nd|rd|th)$/.test(after.text);
  return (
    skipHyphen(tokens, numeral.next) > numeral.next &&
    /^(?:first|second|third|fifth|eighth|ninth|[a-z]+[hx]th)$/.test(after?.text ?? '') &&
    at < numeral.next
  );
}

/** Words before a number that make a name of it: "Prop 22", "channel 4". */
const LABELS = new Set(
  'prop proposition channel local article section room route chapter season episode version page paragraph par para part phase level grade title schedule line flight bus apollo iphone ipad windows ps xbox stage pier formula district division unit number nr numbers item rule bill measure amendment class gate building floor exhibit figure table volume vol issue interstate highway studio area platform model question step option chapter sb ab hr v ver voyager english lines pages'.split(
    ' ',
  ),
);
/** Capitalized words that do not name anything with the number behind them. */
const NO_NAME =
  /^(?:the|a|an|of|so|and|but|or|only|just|about|over|some|in|at|with|by|to|for|if|all|is|was|were|did|that|those|these|nearly|almost|around|roughly|like|i|it|they|we|he|she|who|when|yes|no|not|exactly|under|than|least|most|both|other|another|first|last|next|every|each|their|our|its|his|her|on|from|up|as|votes|ballots|members|writers|total|between|maybe|probably|approximately|after|before|there|are|has|had|have|because|since|until)$/;

/** Whether digits (or words) at a token belong to a name: "A4", "Local 871", "#1", "Apollo 13". */
function isPartOfName(tokens: Tokens, at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (!token || !before) return false;
  if (
    before.text === '#' ||
    (before.text === '.' && /^(?:no|nos|vol|art|sec)$/.test(tokens[at - 2]?.text ?? ''))
  )
    return true;
  if (before.kind === 'word' && token.glued) return true;
  if (
    token.glued &&
    before.text === '-' &&
    before.glued &&
    tokens[at - 2]?.kind === 'word' &&
    token.kind === 'digits'
  )
    return !isUnitWord(tokens[at - 2]?.text ?? '') && tokens[at - 2]?.text !== 'mid';
  if (LABELS.has(before.text) && readUnit(tokens, at + 1) === undefined) return true;
  const isSmall = token.kind === 'digits' && /^\d{1,3}$|^\d{1,2}\.\d{1,2}$/.test(token.text);
  const after = tokens[at + 1];
  const standsAlone = !after || (after.kind === 'sign' && !/^[%$€£¢+-]$/.test(after.text));
  const isVersion = token.text.endsWith('.0') && before.kind === 'word' && standsAlone;
  return isSmall && standsAlone && (isVersion || (before.capital && !NO_NAME.test(before.text)));
}

/** Whether a word names a span of time, for rates: "a day". */
export { isTimeWord };
