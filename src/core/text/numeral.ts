// A number in a text with its sign and its fraction: "-3", "2 1/2", "three and a half", "two-thirds", "half a million".
import { type Cardinal, type NumeralContext, readCardinal, skipHyphen } from './cardinal.ts';
import { PARTS, SCALES, SMALL_NUMBERS } from './number-names.ts';
import type { Tokens } from './placed-tokens.ts';

export interface Numeral extends Cardinal {
  /** How far the value may be off, as its zeros or its fraction show; 0 for an exact number. */
  tolerance: number;
  /** Whether it is only a fraction, which is a share unless a unit follows: "two-thirds", "half". */
  isFraction: boolean;
}

/** How far a fraction in words may be off, as a share of one. */
const FRACTION_TOLERANCE = 0.03;
/** How far rounding may go, as a share of the value: "2 million" is not 1.5 million. */
export const MAX_ROUNDING = 0.05;
/** Words after which "a third" is a share. Before a noun it is an ordinal: "a third season". */
const AFTER_PART = new Set(
  'of the that those these them its their as in to on at and or but more less fewer each were was are is did voted said'.split(
    ' ',
  ),
);
/** Words that make a following "half" or "quarter" an ordinal. */
const ORDINALS = new Set(
  'first second third fourth last next other latter better this each every 1st 2nd 3rd 4th'.split(' '),
);

/**
 * Reads the number that begins at a token.
 *
 * @returns undefined if none begins there
 */
export function readNumeral(tokens: Tokens, at: number, context: NumeralContext): Numeral | undefined {
  const begin = isMinus(tokens, at) ? at + 1 : at;
  const numeral = readFraction(tokens, begin, context) ?? readMixed(tokens, begin, context);
  return numeral && begin > at ? { ...numeral, value: -numeral.value } : numeral;
}

/** Whether digits are a fraction ("1/4") rather than a date ("5/1"); `at` is the index of the numerator. */
export function isDigitFraction(tokens: Tokens, at: number): boolean {
  if (tokens[at + 1]?.text !== '/') return false;
  const [before, upper, slash, lower, after] = [-1, 0, 1, 2, 3].map((step) => tokens[at + step]);
  if (!/^\d{1,2}$/.test(upper?.text ?? '') || !/^\d{1,4}$/.test(lower?.text ?? '')) return false;
  const [part, whole] = [Number(upper?.text), Number(lower?.text)];
  const isInner = (before?.text === '/' && upper?.glued) || (after?.text === '/' && after.glued);
  if (part === 0 || part >= whole || isInner) return false;
  // "½" is one character.
  if (upper?.end === slash?.end && slash?.end === lower?.end) return true;
  // "96 3/10", "3/10 %", "7/8 of them", "9/10 agreed"
  if (before?.kind === 'digits' && !upper?.glued) return true;
  if (whole > 31 || /^(?:of|voted|%|percent)$/.test(after?.text ?? '')) return true;
  return (whole <= 5 || (whole === 10 && part === 9)) && !DATE_PREPOSITIONS.has(before?.text ?? '');
}
const DATE_PREPOSITIONS = new Set('on by before after since until till from through dated date'.split(' '));

function readFraction(tokens: Tokens, at: number, context: NumeralContext): Numeral | undefined {
  const part = readSlash(tokens, at) ?? readPart(tokens, at);
  if (!part) return undefined;
  const { value } = part;
  const whole = readWhole(tokens, part.next, context);
  const fraction = { decimals: 0, inDigits: false, scale: 1 };
  if (!whole) {
    if (part.needsWhole) return undefined;
    return { ...fraction, value, tolerance: FRACTION_TOLERANCE, isFraction: true, next: part.next };
  }
  const product = value * whole.scale;
  const tolerance = product * (whole.scale > 1 ? MAX_ROUNDING : 2 * MAX_ROUNDING);
  return { ...fraction, value: product, scale: whole.scale, tolerance, isFraction: false, next: whole.next };
}

/** The whole that a part is taken of: "a million", "of a billion", "a year". */
function readWhole(
  tokens: Tokens,
  at: number,
  { isUnit }: NumeralContext,
): { scale: number; next: number } | undefined {
  let next = skipHyphen(tokens, at);
  const isOf = tokens[next]?.text === 'of';
  if (isOf) next++;
  const hasArticle =
    /^an?$/.test(tokens[next]?.text ?? '') || (isOf && /^(?:one|1)$/.test(tokens[next]?.text ?? ''));
  if (hasArticle) next++;
  const word = tokens[next]?.text ?? '';
  const scale = word.endsWith('s') ? undefined : SCALES.get(word);
  if (scale !== undefined) return { scale, next: next + 1 };
  return isUnit(word) && (hasArticle || next === skipHyphen(tokens, at)) ? { scale: 1, next } : undefined;
}

/** "1/4". */
function readSlash(tokens: Tokens, at: number): Part | undefined {
  if (!isDigitFraction(tokens, at)) return undefined;
  return { value: Number(tokens[at]?.text) / Number(tokens[at + 2]?.text), next: at + 3 };
}

interface Part {
  value: number;
  next: number;
  /** Whether it is a share only of a named thing: "a quarter million". */
  needsWhole?: boolean;
}

/** "half", "a third", "two-thirds", "three quarters". */
function readPart(tokens: Tokens, at: number): Part | undefined {
  const first = tokens[at];
  if (!first || ORDINALS.has(tokens[at - 1]?.text ?? '')) return undefined;
  const count =
    SMALL_NUMBERS.get(first.text) ?? (/^[1-9]$/.test(first.text) ? Number(first.text) : undefined);
  const hasArticle = first.text === 'a' || first.text === 'an';
  const name = count === undefined && !hasArticle ? at : skipHyphen(tokens, at + 1);
  const word = tokens[name]?.text ?? '';
  const divisor = PARTS.get(word);
  if (divisor === undefined || (first.kind === 'digits' && tokens[name]?.glued && name === at + 1))
    return undefined;
  const value = (count ?? 1) / divisor;
  const next = name + 1;
  const isPlural = word.endsWith('s') || word === 'halves';
  if (count !== undefined && count > 1) return isPlural ? { value, next } : undefined;
  if (isPlural) return undefined;
  const after = tokens[next];
  if (word === 'half')
    return after?.text === 'past' ||
      (after?.text === '-' && after.glued && name === at && count === undefined)
      ? { value, next, needsWhole: true }
      : { value, next };
  // "third" alone is an ordinal; "a third" is a share at the end or before a function word.
  if (name === at) {
    const isOfGroup =
      after?.text === 'of' &&
      /^(?:the|all|its|their|our|those|them|us|these)$/.test(tokens[next + 1]?.text ?? '');
    if (word === 'quarter' && isOfGroup) return { value, next };
    return word === 'quarter' || after?.text === 'of' ? { value, next, needsWhole: true } : undefined;
  }
  return after?.kind !== 'word' || AFTER_PART.has(after.text) || count === 1
    ? { value, next }
    : { value, next, needsWhole: true };
}

/** A number, with a fraction behind it: "2 1/2", "three and a half", "one and three quarters". */
function readMixed(tokens: Tokens, at: number, context: NumeralContext): Numeral | undefined {
  const cardinal = readCardinal(tokens, at, context);
  if (!cardinal) return undefined;
  const added = cardinal.other ? undefined : readAdded(tokens, cardinal.next);
  if (!added) return { ...cardinal, tolerance: roundingOf(cardinal), isFraction: false };
  const scaled = SCALES.get(tokens[added.next]?.text ?? '');
  const factor = scaled ?? cardinal.scale;
  const value = Number((cardinal.value * (scaled ?? 1) + added.value * factor).toPrecision(12));
  return {
    value,
    decimals: cardinal.decimals,
    scale: factor,
    inDigits: cardinal.inDigits,
    tolerance: Math.min(added.tolerance * factor, value * MAX_ROUNDING),
    isFraction: false,
    next: scaled ? added.next + 1 : added.next,
  };
}

/** A number with a fraction that follows its unit: "two years and a half". */
export function withAdded(numeral: Numeral, added: { value: number; tolerance: number }): Numeral {
  const value = numeral.value + added.value;
  return { ...numeral, value, tolerance: Math.min(added.tolerance, value * MAX_ROUNDING) };
}

/** "1/2" or "and a half" after a number. */
export function readAdded(
  tokens: Tokens,
  at: number,
): { value: number; tolerance: number; next: number } | undefined {
  const isAnd = tokens[at]?.text === 'and';
  const begin = isAnd ? at + 1 : at;
  const part = readSlash(tokens, begin) ?? (isAnd ? readPart(tokens, begin) : undefined);
  if (!part || part.value >= 1) return undefined;
  return { value: part.value, tolerance: part.value === 0.5 ? 0.25 : 0.125, next: part.next };
}

/** Half of the last place given. The zeros at the end of a large number are due to rounding: "13,000", "13k". */
function roundingOf({ value, scale, decimals }: Cardinal): number {
  const size = Math.abs(value);
  const zeros = /0*$/.exec(String(Math.round(size)))?.[0].length ?? 0;
  const place =
    decimals > 0 || scale >= 1000 ? scale * 10 ** -decimals : size >= 1000 && zeros >= 2 ? 10 ** zeros : 0;
  return Math.min(place / 2, size * MAX_ROUNDING);
}

/** Whether a dash is a minus sign, not a dash between two words or numbers. */
function isMinus(tokens: Tokens, at: number): boolean {
  const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (sign?.text === 'minus' || sign?.text === 'negative')
    return after?.kind === 'digits' || SMALL_NUMBERS.has(after?.text ?? '');
  return (
    sign?.text === '-' &&
    after?.kind === 'digits' &&
    after.glued &&
    (!before || !sign.glued || before.text === '(')
  );
}
