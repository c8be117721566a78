// Turns what was read in a sentence into the values of a draft: figures, dates, names, direction, condition and
// reason.
import type { Value } from '../core/knowledge/schema.ts';
import type { DateSpan } from '../core/text/date-span.ts';
import type { Token } from '../core/text/parse-sentences.ts';
import type { Quantity } from '../core/text/quantity.ts';
import { stem } from '../core/text/tokens.ts';

/** The number of a quantity as a value; undefined for a quantifier such as "most". */
export function toNumberValue({ number, unit, noun, of, hedge, interval }: Quantity): Value | undefined {
  if (number === undefined) return undefined;
  const bound =
    hedge === 'over' || hedge === 'just over' || hedge === 'at least'
      ? 'over'
      : hedge === 'just under' || hedge === 'under'
        ? 'nearly'
        : undefined;
  const isRange = hedge === 'between';
  return {
    kind: 'number',
    number,
    unit: unit === 'count' ? (noun ?? 'count') : unit,
    ...(of && unit === 'percent' ? { of } : {}),
    ...(bound ? { bound } : {}),
    ...(isRange ? { low: interval.low, high: interval.high } : {}),
  };
}

/**
 * A date as precise as its days allow: a day, a month or a year; for several years, the first and the last.
 *
 * @returns nothing for a week or another span relative to the article's day
 */
export function toPartialDates({ from, to, isRelative }: DateSpan): string[] {
  if (from === to) return [from];
  if (from.slice(0, 7) === to.slice(0, 7) && !isRelative) return [from.slice(0, 7)];
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const isYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (!isYears) return isRelative ? [] : [first];
  return first === last ? [first] : [first, last];
}

/** Formats minutes after midnight as "18:45". */
export const toClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stem));
const UP = stems('rise increase grow climb jump surge gain soar raise expand double triple improve');
const DOWN = stems('fall drop decline decrease shrink plunge cut slip reduce lower halve sink shorten');

/** Maximum number of words in a condition or a reason. */
const WORDS = 12;

/**
 * What a clause says besides its figures: the direction of a change, its condition, its reason.
 *
 * @param text the text that the tokens have their places in
 */
export function toPlainValues(tokens: readonly Token[], text: string): Value[] {
  const values: Value[] = [];
  const of = (verbs: ReadonlySet<string>) =>
    tokens.some(
      ({ pos, norm, lemma, stem }, i) =>
        pos === 'VERB' &&
        !/ing$/.test(norm) &&
        tokens[i - 1]?.norm !== 'to' &&
        (verbs.has(lemma) || verbs.has(stem)),
    );
  const words = tokens.map(({ norm }) => norm).join(' ');
  if (/\b(?:in favor of|in favour of|in support of)\b/.test(words))
    values.push({ kind: 'direction', direction: 'for' });
  else if (of(UP) !== of(DOWN)) values.push({ kind: 'direction', direction: of(UP) ? 'up' : 'down' });
  const clause = (word: string) => clauseFrom(tokens, text, word);
  const condition = clause('if') ?? clause('unless');
  if (condition) values.push({ kind: 'condition', condition });
  const reason = clause('because');
  if (reason) values.push({ kind: 'reason', reason });
  return values;
}

/** The clause that begins with a word, up to the next comma or the maximum number of words. */
function clauseFrom(tokens: readonly Token[], text: string, word: string): string | undefined {
  const at = tokens.findIndex(({ norm }) => norm === word);
  const first = tokens[at];
  if (!first) return undefined;
  const end = tokens.findIndex(({ pos, norm }, i) => i > at && pos === 'PUNCT' && /^[,;:.!?—–]$/.test(norm));
  const last = tokens[(end < 0 ? tokens.length : end) - 1];
  const words = text.slice(first.start, last?.end).split(/\s+/);
  return words.length > 1 && words.length <= WORDS ? words.join(' ') : undefined;
}
