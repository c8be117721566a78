// The units that numbers come with: shares, money, spans of time, multiples.
import { skipHyphen } from './cardinal.ts';
import type { Tokens } from './placed-tokens.ts';

export interface UnitReading {
  unit: string;
  /** How many of the unit one of what was typed is: a decade is ten years. */
  factor: number;
  next: number;
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  percent: ['%', 'percent', 'pct', 'pc', 'percents', 'precent', 'procent', 'percentage'],
  points: ['point', 'points', 'pt', 'pts', 'pp', 'ppt', 'ppts'],
  dollars: ['$', 'dollar', 'dollars', 'buck', 'bucks', 'usd'],
  EUR: ['€', 'eur', 'euro', 'euros'],
  GBP: ['£', 'gbp', 'quid'],
  JPY: ['¥', 'jpy', 'yen'],
  INR: ['₹', 'inr', 'rupee', 'rupees'],
  CNY: ['cny', 'rmb', 'yuan'],
  CAD: ['cad'],
  AUD: ['aud'],
  CHF: ['chf'],
  seconds: ['second', 'seconds', 'sec', 'secs'],
  minutes: ['minute', 'minutes', 'min', 'mins'],
  hours: ['hour', 'hours', 'hr', 'hrs'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks', 'wk', 'wks'],
  months: ['month', 'months'],
  years: ['year', 'years', 'yr', 'yrs'],
  times: ['times', 'time', 'x', 'fold'],
};
const MULTIPLES: Readonly<Record<string, readonly [string, number]>> = {
  cent: ['dollars', 0.01],
  cents: ['dollars', 0.01],
  '¢': ['dollars', 0.01],
  fortnight: ['weeks', 2],
  fortnights: ['weeks', 2],
  decade: ['years', 10],
  decades: ['years', 10],
  century: ['years', 100],
  centuries: ['years', 100],
};
const UNITS = new Map<string, readonly [string, number]>([
  ...Object.entries(NAMES).flatMap(([unit, names]) => names.map((name) => [name, [unit, 1]] as const)),
  ...Object.entries(MULTIPLES),
]);
const CURRENCIES = new Set(['dollars', 'EUR', 'GBP', 'JPY', 'INR', 'CNY', 'CAD', 'AUD', 'CHF']);
/** What comes before the symbol of a dollar that is not the American one. */
const DOLLAR_COUNTRIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'dollars',
    c: 'CAD',
    ca: 'CAD',
    a: 'AUD',
    au: 'AUD',
  }),
);
export const TIME_UNITS: ReadonlySet<string> = new Set([
  'seconds',
  'minutes',
  'hours',
  'days',
  'weeks',
  'months',
  'years',
]);
/** What may come between a number and its unit: "two full weeks". */
const BETWEEN = new Set(
  'whole full straight consecutive long solid more additional extra entire recent most past last previous calendar working business short lousy measly us american percentage'.split(
    ' ',
  ),
);
/** Words that are a unit only right after a number: "5 min", but not "a point", "this time". */
const NO_WHOLE = new Set(['percent', 'points', 'times']);

/** Other measures. They are counted, and may be attached to digits. */
const MEASURES = new Set(
  'km kilometers kilometres kg kilos kilograms grams mg g lb lbs pounds oz ounces mi miles mile ft feet foot inch inches cm mm ml cl l liters litres gallons gallon mph kph gb mb tb mhz ghz mw kw kwh w v hz acres tons tonnes degrees metres meters meter metre yards'.split(
    ' ',
  ),
);

/** The units that texts are read in. Anything else is counted. */
export const KNOWN_UNITS: readonly string[] = Object.keys(NAMES);

/** The unit that a word is read in, and how many of it one is; undefined for what is counted. */
export function measureOf(word: string): { unit: string; factor: number } | undefined {
  const [unit, factor] = UNITS.get(word.toLowerCase()) ?? [];
  return unit === undefined || factor === undefined ? undefined : { unit, factor };
}

/** Whether a word is a measure of length, weight and the like. */
export const isMeasure = (word: string): boolean => MEASURES.has(word);

/** Whether a word names a unit that may be attached to digits or follow "half a". */
export const isUnitWord = (word: string): boolean => UNITS.has(word);

/** Whether a word names a span of time: "week". */
export const isTimeWord = (word: string): boolean => TIME_UNITS.has(UNITS.get(word)?.[0] ?? '');

/** Whether amounts in this unit are sums of money. */
export const isCurrency = (unit: string): boolean => CURRENCIES.has(unit);

/** The unit and factor of a word that names a whole of something: "a decade", "an hour". */
export function wholeUnit(word: string): readonly [string, number] | undefined {
  const unit = UNITS.get(word);
  return unit && !NO_WHOLE.has(unit[0]) && !word.endsWith('s') ? unit : undefined;
}

/** Reads a currency before a number: "$", "US$", "EUR". */
export function readCurrencyPrefix(tokens: Tokens, at: number): { unit: string; next: number } | undefined {
  const first = tokens[at];
  const sign = tokens[at + 1];
  const country = DOLLAR_COUNTRIES.get(first?.text ?? '');
  if (country && sign?.text === '$' && sign.glued) return { unit: country, next: at + 2 };
  const unit = UNITS.get(first?.text ?? '')?.[0];
  if (!unit || !isCurrency(unit)) return undefined;
  // Only symbols and codes come before numbers: "EUR 20", not "dollars 20".
  return first?.kind === 'sign' || (first?.text.length === 3 && first.text !== 'yen')
    ? { unit, next: at + 1 }
    : undefined;
}

/**
 * Reads the unit after a number: "%", "per cent", "percentage points", "full weeks", "-day".
 *
 * @param at the index of the token after the number
 */
export function readUnit(tokens: Tokens, at: number): UnitReading | undefined {
  const from = skipHyphen(tokens, at);
  const [first, second] = [tokens[from], tokens[skipHyphen(tokens, from + 1)]];
  if (!first) return undefined;
  const isPercentPoints =
    UNITS.get(first.text)?.[0] === 'percent' && UNITS.get(second?.text ?? '')?.[0] === 'points';
  if (isPercentPoints) return { unit: 'points', factor: 1, next: skipHyphen(tokens, from + 1) + 1 };
  if (first.text === 'per' && second?.text === 'cent')
    return { unit: 'percent', factor: 1, next: skipHyphen(tokens, from + 1) + 1 };
  if (first.text === 'us' && second?.text === '$') return { unit: 'dollars', factor: 1, next: from + 2 };
  // "$10-$20": the sign belongs to the number behind it.
  if (first.kind === 'sign' && tokens[from + 1]?.kind === 'digits' && tokens[from + 1]?.glued)
    return undefined;
  const known = UNITS.get(first.text);
  // "2 in", "13 in": a percentage needs its number, and so does "time" its plural.
  if (known && first.text !== 'time' && first.text !== 'percentage')
    return { unit: known[0], factor: known[1], next: from + 1 };
  if (!BETWEEN.has(first.text) || first.text === 'percentage') return undefined;
  const later = UNITS.get(second?.text ?? '');
  return later && (TIME_UNITS.has(later[0]) || isCurrency(later[0]))
    ? { unit: later[0], factor: later[1], next: skipHyphen(tokens, from + 1) + 1 }
    : undefined;
}
