// A number in a text with its unit: "$2.1 million", "96.3%", "three and a half months", "nine in ten", "twice".
import { skipHyphen } from './cardinal.ts';
import type { HedgeWord } from './hedge-words.ts';
import { hedgeAfter } from './hedges.ts';
import { FRACTION_POINTS, toleranceIn } from './interval.ts';
import {
  isCurrency,
  isMeasure,
  isUnitWord,
  readCurrencyPrefix,
  readUnit,
  TIME_UNITS,
  wholeUnit,
} from './measure-units.ts';
import { PARTS, SCALES, SMALL_NUMBERS } from './number-names.ts';
import { isPartOfName } from './numbers-in-names.ts';
import { type Numeral, readAdded, readNumeral, withAdded } from './numeral.ts';
import type { Tokens } from './placed-tokens.ts';
import { readRatio } from './ratio.ts';
import { readSingleUnit } from './single-unit.ts';

export interface Amount {
  number: number;
  /** How far rounding may have moved it. */
  tolerance: number;
  /** "count" where no unit is given. */
  unit: string;
  /** The factor of its scale; 1 if it has none. */
  scale: number;
  alternatives?: number[];
  /** The measure, such as "kg"; the unit is then count. */
  measure?: string;
  /** A hedge between the number and its unit: "60-odd percent". */
  hedge?: HedgeWord;
  next: number;
}

const MULTIPLES: ReadonlyMap<string, number> = new Map(
  Object.entries({
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
  }),
);
/** Multiply what follows with a determiner: "double the minimum". */
const DOUBLES: ReadonlyMap<string, number> = new Map(Object.entries({ double: 2, triple: 3, quadruple: 4 }));
const DETERMINER = /^(?:the|that|what|its|their|his|her)$/;
/** Words that an amount can begin with, besides digits. */
const BEGINNINGS = new Set([
  ...['a', 'an', 'minus', 'negative', '-', ...MULTIPLES.keys(), ...DOUBLES.keys()],
  ...[...SMALL_NUMBERS.keys(), ...SCALES.keys(), ...PARTS.keys()],
]);

/**
 * Reads the amount that begins at a token.
 *
 * @returns undefined if none begins there
 */
export function readAmount(tokens: Tokens, at: number): Amount | undefined {
  const amount = readOne(tokens, at);
  return amount && (readMoneyShare(tokens, amount) ?? amount);
}

/** "$3 on every $100", "three cents on the dollar", "five cents per dollar": a share of a sum. */
function readMoneyShare(tokens: Tokens, part: Amount): Amount | undefined {
  if (!isCurrency(part.unit)) return undefined;
  const [joint = '', each = ''] = [tokens[part.next]?.text, tokens[part.next + 1]?.text];
  const isPer = joint === 'per';
  if (!isPer && !(/^(?:on|for|in|of)$/.test(joint) && /^(?:every|each|the)$/.test(each))) return undefined;
  const begin = part.next + (isPer ? 1 : 2);
  const [unit, factor] = wholeUnit(tokens[begin]?.text ?? '') ?? [];
  // "$20 for the $50 ticket" are two sums.
  const sum = each === 'the' ? undefined : readOne(tokens, begin);
  const whole = sum ?? (unit && factor ? { number: factor, unit, next: begin + 1 } : undefined);
  if (!whole || whole.unit !== part.unit || whole.number <= part.number) return undefined;
  const percent = (amount: number) => Number(((100 * amount) / whole.number).toPrecision(12));
  const [number, tolerance] = [percent(part.number), percent(part.tolerance)];
  return { number, tolerance, unit: 'percent', scale: 1, next: whole.next };
}

function readOne(tokens: Tokens, at: number): Amount | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  const money = readMoney(tokens, at);
  if (money) return money;
  if (first.kind !== 'digits' && !BEGINNINGS.has(first.text)) return undefined;
  const multiple =
    MULTIPLES.get(first.text) ??
    (DETERMINER.test(tokens[at + 1]?.text ?? '') ? DOUBLES.get(first.text) : undefined);
  // "Their complaint is twofold" multiplies nothing.
  const isOfTwoParts =
    first.text.endsWith('fold') && /^(?:is|are|was|were)$/.test(tokens[at - 1]?.text ?? '');
  if (isOfTwoParts) return undefined;
  if (multiple !== undefined)
    return { number: multiple, tolerance: 0.5, unit: 'times', scale: 1, next: at + 1 };
  const numeral = readNumeral(tokens, at, { isMoney: false, isUnit: isGluedUnit });
  if (!numeral || isOrdinal(tokens, at, numeral)) return readSingleUnit(tokens, at);
  // "A six-figure sum" may stay unread.
  if (/^(?:figure|digit)s?$/.test(tokens[skipHyphen(tokens, numeral.next)]?.text ?? '')) return undefined;
  if (isPartOfName(tokens, at)) return undefined;
  const ratio = readRatio(tokens, numeral);
  if (ratio) return { ...ratio, scale: 1 };
  const amount = withHedge(tokens, numeral.next, (next) => inUnit(tokens, numeral, next));
  return isBareOne(tokens, at, numeral, amount) ? readSingleUnit(tokens, at) : amount;
}

/** An amount with its currency before it: "$5", "US$287m", "-$5", "$-5". */
function readMoney(tokens: Tokens, at: number): Amount | undefined {
  const isMinus = tokens[at]?.text === '-' && !tokens[at]?.glued;
  const currency = readCurrencyPrefix(tokens, isMinus ? at + 1 : at);
  if (!currency) return undefined;
  const isInner = tokens[currency.next]?.text === '-' && tokens[currency.next + 1]?.glued;
  const begin = isInner ? currency.next + 1 : currency.next;
  const numeral = readNumeral(tokens, begin, { isMoney: true, isUnit: isGluedUnit });
  if (!numeral) return undefined;
  const signed = isMinus || isInner ? { ...numeral, value: -numeral.value } : numeral;
  return withHedge(tokens, numeral.next, (next) => inCurrency(tokens, signed, currency.unit, next));
}

/** Takes a hedge between a number and its unit: "60-odd percent", "70 or so percent". */
function withHedge(tokens: Tokens, at: number, read: (next: number) => Amount): Amount {
  const hedge = hedgeAfter(tokens, at);
  const isBetween =
    hedge && (tokens[at]?.glued || hedge.hedge === 'about' || readUnit(tokens, hedge.next) !== undefined);
  return isBetween ? { ...read(hedge.next), hedge: hedge.hedge } : read(at);
}

function inCurrency(tokens: Tokens, numeral: Numeral, currency: string, at: number): Amount {
  const unit = readUnit(tokens, at);
  return toAmount(numeral, currency, 1, unit?.unit === currency && unit.factor === 1 ? unit.next : at);
}

function inUnit(tokens: Tokens, numeral: Numeral, at: number): Amount {
  const unit = readUnit(tokens, at);
  if (!unit) {
    const isDegree = tokens[at]?.text === '°';
    const name = isDegree ? at + 1 : skipHyphen(tokens, at);
    const measure = isDegree ? 'degrees' : (tokens[name]?.text ?? '');
    if (isMeasure(measure)) return { ...toAmount(numeral, 'count', 1, name + 1), measure };
    if (!numeral.isFraction || numeral.value > 1) return toAmount(numeral, 'count', 1, at);
    // "half as many"
    return tokens[at]?.text === 'as' ? toAmount(numeral, 'times', 1, at) : share(numeral);
  }
  // "two years and a half"
  const added = numeral.inDigits || !TIME_UNITS.has(unit.unit) ? undefined : readAdded(tokens, unit.next);
  const whole = added
    ? withAdded(numeral, added)
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
    next,
  };
}

const SHARES = new Set(['percent', 'points', 'times']);

const share = ({ value, next }: Numeral): Amount => ({
  number: Number((100 * value).toPrecision(12)),
  tolerance: FRACTION_POINTS,
  unit: 'percent',
  scale: 1,
  next,
});

const isGluedUnit = (word: string): boolean => isUnitWord(word) || isMeasure(word);

/**
 * "One" is usually a pronoun. It is a number with a unit, a scale or a hedge: "one week", "more than one". "One week to
 * the next" has two of them.
 */
function isBareOne(tokens: Tokens, at: number, numeral: Numeral, amount: Amount): boolean {
  if (numeral.inDigits || numeral.value !== 1 || numeral.scale > 1 || numeral.next > at + 1) return false;
  const [joint, article, other] = [0, 1, 2].map((behind) => tokens[amount.next + behind]?.text ?? '');
  // "One week after the next meeting" is a span of time.
  const isOfTwo =
    (/^(?:to|into|after|and|or)$/.test(joint ?? '') && article === 'another') ||
    (/^(?:to|into|and|or)$/.test(joint ?? '') && article === 'the' && /^(?:next|other)$/.test(other ?? ''));
  if (isOfTwo) return true;
  if (amount.unit !== 'count') return false;
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
