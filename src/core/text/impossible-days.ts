// Recognizes days that do not exist: "February 30", "32 August 2014". They are not dates and cannot be judged.
import { daysOfMonth } from './calendar.ts';
import type { FoundDate } from './found-date.ts';
import { readUnit } from './measure-units.ts';
import { MONTHS } from './month-names.ts';
import type { Tokens } from './placed-tokens.ts';

/** A year in which February has 29 days, for days without a year. */
const LEAP_YEAR = 2016;

/**
 * Reads a month with a day that it does not have, at the token of the month.
 *
 * @returns undefined if there is no such day
 */
export function readImpossibleDay(tokens: Tokens, at: number): FoundDate | undefined {
  const month = MONTHS.get(tokens[at]?.text ?? '');
  if (month === undefined) return undefined;
  const place = readBefore(tokens, at) ?? readBehind(tokens, at);
  if (!place) return undefined;
  const { from, to, day } = place;
  const year = yearBehind(tokens, to + 1);
  const last = Number(daysOfMonth(year?.year ?? LEAP_YEAR, month)?.to.slice(8));
  if (day >= 1 && day <= last) return undefined;
  return { from, to: year?.at ?? to, yearKnown: false, isRelative: false, isImpossible: true };
}

/** "August 32". From 40 on, two digits are a year ("Aug 96"). In "in May 33 people", something is counted. */
function readBehind(tokens: Tokens, at: number): { from: number; to: number; day: number } | undefined {
  const name = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  const digits = tokens[name];
  const isOrdinal = isEnding(tokens, name + 1);
  const to = isOrdinal ? name + 1 : name;
  const after = tokens[to + 1];
  if (digits?.kind !== 'digits' || !/^[0-3]?\d$/.test(digits.text)) return undefined;
  const day = Number(digits.text);
  // "June 10 - 31"
  const second = tokens[to + 2];
  if (/^(?:-|to)$/.test(after?.text ?? '') && second?.kind === 'digits' && /^[0-3]?\d$/.test(second.text))
    return { from: at, to: to + 2, day: Math.max(day, Number(second.text)) };
  const isCount =
    !isOrdinal &&
    ((after?.kind === 'word' && !after.glued) ||
      /^[%:]$/.test(after?.text ?? '') ||
      readUnit(tokens, to + 1));
  return isCount ? undefined : { from: at, to, day };
}

/** "32 August", "the 31st of June". */
function readBefore(tokens: Tokens, at: number): { from: number; to: number; day: number } | undefined {
  const name = tokens[at - 1]?.text === 'of' ? at - 2 : at - 1;
  const from = isEnding(tokens, name) ? name - 1 : name;
  const digits = tokens[from];
  const isBare =
    digits?.kind === 'digits' && /^[0-3]?\d$/.test(digits.text) && tokens[from - 1]?.text !== '-';
  return isBare && (from < name || name === at - 1) ? { from, to: at, day: Number(digits.text) } : undefined;
}

function yearBehind(tokens: Tokens, at: number): { year: number; at: number } | undefined {
  const name = tokens[at]?.text === ',' ? at + 1 : at;
  const digits = tokens[name];
  return digits?.kind === 'digits' && /^(?:1[6-9]|20)\d\d$/.test(digits.text)
    ? { year: Number(digits.text), at: name }
    : undefined;
}

const isEnding = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.glued === true && /^(?:st|nd|rd|th)$/.test(tokens[at]?.text ?? '');
