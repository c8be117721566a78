// A number in a text with its scale, in digits or in words: "6,310", "sixty-three hundred", "2.1 million", "13k".
import { type DigitsReading, readDigits } from './digits-notation.ts';
import { LOOSE_SHORT_SCALES, MONEY_SCALES, SCALES, SHORT_SCALES, SMALL_NUMBERS } from './number-names.ts';
import type { PlacedToken, Tokens } from './placed-tokens.ts';

export interface Cardinal {
  value: number;
  /** The number of decimals, and the factor of the scale: 1 and 1e6 for "2.1 million". */
  decimals: number;
  scale: number;
  inDigits: boolean;
  /** The other value of digits that can be read in two ways. */
  other?: NonNullable<DigitsReading['other']>;
  /** The index of the token after it. */
  next: number;
}

/** How to read letters after digits. */
export interface NumeralContext {
  /** Whether a currency comes before the number, so that "m" and "t" are scales. */
  isMoney: boolean;
  /** Recognizes the units that may be attached to digits: "30min". */
  isUnit: (word: string) => boolean;
}

/** What may be attached to digits besides units and scales. Other letters make it a name: "3D", "A4". */
const DIGIT_ENDINGS = new Set(['ish', 'odd', 'plus', 'x', 'fold']);
const JOINTS = new Set(['and', '&', ',']);

/**
 * Reads the number that begins at a token, without a sign and without fractions.
 *
 * @returns undefined where none begins
 */
export function readCardinal(tokens: Tokens, at: number, context: NumeralContext): Cardinal | undefined {
  const first = readTerm(tokens, at, context);
  if (!first) return undefined;
  let { value, next } = first;
  let last = first;
  // Each term has a smaller scale than the one before it: "three million, two hundred and forty".
  while (last.scale >= 1000 && last.decimals === 0) {
    const joint = tokens[next]?.text ?? '';
    const from = JOINTS.has(joint) ? next + 1 : next;
    const term = readTerm(tokens, from, context);
    const fits =
      term &&
      Math.max(term.scale, term.value) < last.scale &&
      (term.inDigits ? term.scale > 1 : SMALL_NUMBERS.has(tokens[from]?.text ?? '')) &&
      (joint !== ',' || term.value >= 100);
    if (!fits) break;
    value += term.value;
    ({ next } = term);
    last = term;
  }
  return last === first ? first : { value, decimals: 0, scale: 1, inDigits: first.inDigits, next };
}

/** A number with one scale: "2.1 million", "sixty-three hundred", "a dozen". */
function readTerm(tokens: Tokens, at: number, { isMoney, isUnit }: NumeralContext): Cardinal | undefined {
  const inDigits = tokens[at]?.kind === 'digits';
  const mantissa = inDigits
    ? readTypedDigits(tokens, at)
    : (readHundreds(tokens, at) ?? readOneOfScale(tokens, at));
  if (!mantissa) return undefined;
  const after = tokens[mantissa.next];
  const short = inDigits ? shortScale(after, isMoney) : undefined;
  const { scale, next } = short
    ? { scale: short, next: mantissa.next + 1 }
    : readScales(tokens, mantissa.next);
  const isName =
    inDigits &&
    next === mantissa.next &&
    after?.kind === 'word' &&
    after.glued &&
    !DIGIT_ENDINGS.has(after.text) &&
    !isUnit(after.text);
  if (isName) return undefined;
  const { value, decimals, other } = mantissa;
  const term = { value: value * scale, decimals, scale, inDigits, next };
  return other && scale === 1 ? { ...term, other } : term;
}

type Mantissa = Pick<Cardinal, 'value' | 'decimals' | 'other' | 'next'>;

function readTypedDigits(tokens: Tokens, at: number): Mantissa | undefined {
  const digits = readDigits(tokens[at]?.text ?? '');
  if (!digits) return undefined;
  const { value, decimals, other } = digits;
  const mantissa = { value, decimals, next: at + 1 };
  return other ? { ...mantissa, other } : withPoint(tokens, mantissa);
}

/** A number in words below a thousand, or in hundreds: "twenty-four", "two hundred and ten", "sixty-three hundred". */
function readHundreds(tokens: Tokens, at: number): Mantissa | undefined {
  const first =
    readSmall(tokens, at) ??
    (isArticle(tokens[at]) && isHundred(tokens, at + 1) ? { value: 1, next: at + 1 } : undefined);
  if (!first) return undefined;
  if (!isHundred(tokens, first.next)) return withPoint(tokens, { ...first, decimals: 0 });
  const next = skipHyphen(tokens, first.next) + 1;
  const joint = tokens[next]?.text;
  const tail = readSmall(tokens, joint === 'and' || joint === '&' ? next + 1 : skipHyphen(tokens, next));
  const value = 100 * first.value + (tail?.value ?? 0);
  return withPoint(tokens, { value, decimals: 0, next: tail?.next ?? next });
}

/** A scale without a number: "a million", "hundred". The plural alone is a quantifier: "millions". */
function readOneOfScale(tokens: Tokens, at: number): Mantissa | undefined {
  const next = isArticle(tokens[at]) ? at + 1 : at;
  const word = tokens[next]?.text ?? '';
  return SCALES.has(word) && !word.endsWith('s') ? { value: 1, decimals: 0, next } : undefined;
}

/** A number below a hundred: "twenty-four", "seven". */
function readSmall(tokens: Tokens, at: number): { value: number; next: number } | undefined {
  const value = SMALL_NUMBERS.get(tokens[at]?.text ?? '');
  if (value === undefined) return undefined;
  const from = skipHyphen(tokens, at + 1);
  const unit = value >= 20 ? (SMALL_NUMBERS.get(tokens[from]?.text ?? '') ?? 0) : 0;
  return unit > 0 && unit < 10 ? { value: value + unit, next: from + 1 } : { value, next: at + 1 };
}

/** Adds decimals in words: "point three", "point 3". */
function withPoint(tokens: Tokens, mantissa: Mantissa): Mantissa {
  if (tokens[mantissa.next]?.text !== 'point' || mantissa.decimals > 0) return mantissa;
  let next = mantissa.next + 1;
  const typed = tokens[next]?.text ?? '';
  let digits = /^\d{1,9}$/.test(typed) ? typed : '';
  if (digits) next++;
  else
    for (; ; next++) {
      const value = SMALL_NUMBERS.get(tokens[next]?.text ?? '');
      if (value === undefined || value > 9) break;
      digits += value;
    }
  if (!digits) return mantissa;
  return { value: Number(`${mantissa.value}.${digits}`), decimals: digits.length, next };
}

function shortScale(token: PlacedToken | undefined, isMoney: boolean): number | undefined {
  if (token?.kind !== 'word') return undefined;
  const scale = (isMoney ? MONEY_SCALES.get(token.text) : undefined) ?? SHORT_SCALES.get(token.text);
  return token.glued || isMoney || LOOSE_SHORT_SCALES.has(token.text) ? scale : undefined;
}

/** Scales in a row: "hundred thousand"; a hyphen may come before each. */
function readScales(tokens: Tokens, at: number): { scale: number; next: number } {
  let scale = 1;
  let next = at;
  for (;;) {
    const from = skipHyphen(tokens, next);
    const factor = SCALES.get(tokens[from]?.text ?? '');
    // People do not write numbers with a scale above a thousand trillion.
    if (factor === undefined || scale * factor > 1e15) return { scale, next };
    scale *= factor;
    next = from + 1;
  }
}

/** The index after a hyphen that joins two words. */
export function skipHyphen(tokens: Tokens, at: number): number {
  return tokens[at]?.text === '-' && tokens[at]?.glued && tokens[at + 1]?.glued ? at + 1 : at;
}

const isArticle = (token: PlacedToken | undefined): boolean => token?.text === 'a' || token?.text === 'an';
const isHundred = (tokens: Tokens, at: number): boolean =>
  /^hundreds?$/.test(tokens[skipHyphen(tokens, at)]?.text ?? '');
