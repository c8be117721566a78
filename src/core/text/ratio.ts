// Shares and ratios made of two numbers: "nine in ten", "2 out of every 3", "26 to 1", "50-50".
import { skipHyphen } from './cardinal.ts';
import { FRACTION_POINTS } from './interval.ts';
import { readUnit } from './measure-units.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import type { PlacedToken, Tokens } from './placed-tokens.ts';

export interface Ratio {
  number: number;
  tolerance: number;
  /** percent for a share; to for the number that there are to one. */
  unit: 'percent' | 'to';
  next: number;
}

const IN = ['in every', 'in', 'out of every', 'out of', 'outta', 'of every', 'in each', 'of'].map((words) =>
  words.split(' '),
);
/** The wholes above ten that people use for shares. */
const ROUND_WHOLES = [12, 20, 25, 50, 100, 1000];
/** "Three drivers in ten" is a share; "6,310 drivers in 2017" is not. */
const MAX_COUNTED = 10;
/** Maximum number of words between the part and "out of". */
const MAX_BETWEEN = 4;
/** "Two drivers walked out of three depots": verbs before "out". */
const GOES_OUT =
  /(?:ed|ing)$|^(?:walk|drop|pull|opt|go|get|got|went|came|come|left|sat|stood|ran|fell|sold|shut|cut|set|met|was|were|is|are)$/;
const ALONE = { isMoney: false, isUnit: () => false };

/**
 * Reads the ratio that begins with a number.
 *
 * @param part the number that was read
 * @returns undefined if it is not part of a ratio
 */
export function readRatio(tokens: Tokens, part: Numeral): Ratio | undefined {
  if (part.isFraction || part.decimals > 0 || part.value < 0) return undefined;
  return readEven(tokens, part) ?? readToOne(tokens, part) ?? readShare(tokens, part);
}

/** "50-50", "fifty-fifty". */
function readEven(tokens: Tokens, part: Numeral): Ratio | undefined {
  if (part.value !== 50 || !/^(?:[-/]|to)$/.test(tokens[part.next]?.text ?? '')) return undefined;
  const other = readNumeral(tokens, part.next + 1, ALONE);
  return other?.value === 50 && !readUnit(tokens, other.next)
    ? { number: 50, tolerance: FRACTION_POINTS, unit: 'percent', next: other.next }
    : undefined;
}

/** "26 to 1", "26-to-1", "26:1", "a 9-1 margin". */
function readToOne(tokens: Tokens, part: Numeral): Ratio | undefined {
  const sign = tokens[part.next];
  const isTight = sign?.glued && tokens[part.next + 1]?.glued;
  const isScore = isTight && sign.text === '-' && tokens[part.next + 1]?.kind === 'digits';
  const isColon = isTight && sign.text === ':';
  const to = isScore || isColon ? part.next : skipHyphen(tokens, part.next);
  if (!isScore && !isColon && tokens[to]?.text !== 'to') return undefined;
  const whole = readNumeral(tokens, isScore ? to + 1 : skipHyphen(tokens, to + 1), ALONE);
  if (!whole || whole.value <= 0 || whole.value >= part.value || readUnit(tokens, whole.next))
    return undefined;
  if (isColon && whole.value !== 1) return undefined;
  if (isScore && !/^(?:margin|vote|split|ratio|decision|tally)$/.test(tokens[whole.next]?.text ?? ''))
    return undefined;
  return { number: part.value / whole.value, tolerance: 0.5 / whole.value, unit: 'to', next: whole.next };
}

/**
 * The index after what is counted, which may come in between: "One driver in twenty-five", "one registered local
 * driver out of three".
 */
function behindCounted(tokens: Tokens, at: number): number {
  for (let i = at; i <= at + MAX_BETWEEN && tokens[i]?.kind === 'word'; i += 1) {
    const { text } = tokens[i] as PlacedToken;
    if (text === 'out') return GOES_OUT.test(tokens[i - 1]?.text ?? '') ? at : i;
    if (text === 'in' && i <= at + 1) return i;
  }
  return at;
}

function readShare(tokens: Tokens, part: Numeral): Ratio | undefined {
  const at = part.value <= MAX_COUNTED ? behindCounted(tokens, part.next) : part.next;
  const joint = IN.find((words) => words.every((word, i) => tokens[at + i]?.text === word));
  const whole = joint && readNumeral(tokens, at + joint.length, ALONE);
  if (!whole || part.value > whole.value || whole.value < 2 || whole.decimals > 0) return undefined;
  // "5 of 13,000" are two counts, and so are "50 of 100".
  const isLong = joint.length > 1 && whole.value <= 1000;
  const isRound = ROUND_WHOLES.includes(whole.value) && joint[0] !== 'of';
  if (whole.value > 10 && !isLong && !isRound) return undefined;
  if (joint.length === 1 && joint[0] === 'of' && whole.value < 3) return undefined;
  // "two in three years" counts by the year.
  if (joint.length === 1 && joint[0] === 'in' && readUnit(tokens, whole.next)) return undefined;
  const number = Number(((100 * part.value) / whole.value).toPrecision(12));
  return { number, tolerance: Math.min(5, 50 / whole.value), unit: 'percent', next: whole.next };
}
