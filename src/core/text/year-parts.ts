// Decades, and parts of years: "the 1980s", "the eighties", "the spring of 2017", "Q1 2017", "the first half of 2017".
import { daysOfYears, monthsFrom } from './calendar.ts';
import type { Days } from './date-span.ts';
import type { FoundDate } from './found-date.ts';
import { fullYear } from './numeric-dates.ts';
import type { Tokens } from './placed-tokens.ts';
import { SEASONS } from './relative-spans.ts';
import { readTens, TENS } from './tens.ts';

const ORDER: ReadonlyMap<string, number> = new Map(
  Object.entries({ first: 0, second: 1, third: 2, fourth: 3, last: -1, '1': 0, '2': 1, '3': 2, '4': 3 }),
);
const BEGINNINGS = new Set([...TENS.keys(), ...SEASONS.keys(), ...ORDER.keys(), 'q']);

/** Reads the decade or the part of a year that begins at a token; undefined if none begins there. */
export function readYearPart(tokens: Tokens, at: number): FoundDate | undefined {
  const first = tokens[at];
  if (first?.kind !== 'digits' && first?.text !== "'" && !BEGINNINGS.has(first?.text ?? '')) return undefined;
  // "in the high 90s" is a share.
  const isShare = readTens(tokens, at - 1) ?? readTens(tokens, at - 2);
  return isShare ? undefined : (readDecade(tokens, at) ?? readSeason(tokens, at));
}

/** "the 1980s", "the 80s", "'80s", "the eighties", "the nineteen-eighties". */
function readDecade(tokens: Tokens, at: number): FoundDate | undefined {
  const token = tokens[at];
  const named = TENS.get(token?.text ?? '');
  if (named !== undefined) {
    const isDecade = /^(?:the|late|early|mid|-|since|until)$/.test(tokens[at - 1]?.text ?? '');
    return isDecade ? toFound(at, at, daysOfYears(1900 + named, 1909 + named)) : undefined;
  }
  const isShort = token?.text === "'";
  const digits = tokens[isShort ? at + 1 : at];
  const ending = tokens[isShort ? at + 2 : at + 1];
  if (digits?.kind !== 'digits' || !ending?.glued) return undefined;
  if (ending.text !== 's' && ending.text !== "'s") return undefined;
  const to = isShort ? at + 2 : at + 1;
  if (!/^(?:(?:1[6-9]|20)\d0|[1-9]0)$/.test(digits.text)) return undefined;
  // "in his 50s" is an age.
  if (digits.text.length === 2 && /^(?:his|her|their|my|our|your)$/.test(tokens[at - 1]?.text ?? ''))
    return undefined;
  const year = fullYear(digits.text);
  return toFound(at, to, daysOfYears(year, year + 9));
}

/** "the spring of 2017", "summer 2016", "the first quarter of 2017", "Q1 2017", "the first half of 2017". */
function readSeason(tokens: Tokens, at: number): FoundDate | undefined {
  const season = SEASONS.get(tokens[at]?.text ?? '');
  const piece = season === undefined ? readPiece(tokens, at) : { start: season - 1, months: 3, next: at + 1 };
  if (!piece) return undefined;
  const from = /^(?:of|in|-|,)$/.test(tokens[piece.next]?.text ?? '') ? piece.next + 1 : piece.next;
  if (!/^(?:1[6-9]|20)\d\d$/.test(tokens[from]?.text ?? '')) return undefined;
  return toFound(at, from, monthsFrom(Number(tokens[from]?.text), piece.start + 1, piece.months));
}

function readPiece(tokens: Tokens, at: number): { start: number; months: number; next: number } | undefined {
  const token = tokens[at];
  // "Q1" is the letter and the digit.
  if (token?.text === 'q' && tokens[at + 1]?.glued && /^[1-4]$/.test(tokens[at + 1]?.text ?? ''))
    return { start: 3 * (Number(tokens[at + 1]?.text) - 1), months: 3, next: at + 2 };
  const order = ORDER.get(token?.text ?? '');
  if (order === undefined) return undefined;
  const next = token?.kind === 'digits' && tokens[at + 1]?.glued ? at + 2 : at + 1;
  const word = tokens[next]?.text ?? '';
  const count = /^(?:quarter|qtr)$/.test(word) ? 4 : word === 'half' ? 2 : undefined;
  if (!count || order >= count) return undefined;
  const months = 12 / count;
  return { start: months * (order < 0 ? count - 1 : order), months, next: next + 1 };
}

function toFound(from: number, to: number, days: Days | undefined): FoundDate | undefined {
  return days && { from, to, days, yearKnown: true, isRelative: false };
}
