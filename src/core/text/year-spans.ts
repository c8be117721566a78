// Years and their parts: "2007", "'07", "2007-08", "the 1980s", "the eighties", "spring of 2017", "the first quarter".
import { daysOfYears, toDay } from './calendar.ts';
import type { Days } from './date-span.ts';
import type { FoundDate, Tokens } from './found-date.ts';
import { isCurrency, readCurrencyPrefix, readUnit } from './measure-units.ts';
import { SCALES, SMALL_NUMBERS } from './number-names.ts';
import { fullYear } from './numeric-dates.ts';
import { isPlural } from './plural.ts';
import { SEASONS } from './relative-spans.ts';

const DECADES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{
      twenties: 20,
      thirties: 30,
      forties: 40,
      fifties: 50,
      sixties: 60,
      seventies: 70,
      eighties: 80,
      nineties: 90,
    },
  }),
);
/** Before four digits: a year. */
const BEFORE_YEAR =
  /^(?:in|since|by|until|till|of|back|before|after|during|from|through|the|for|late|early|mid|year|circa|and|to|between|spring|summer|fall|autumn|winter|to|like|around|about|was|is|not|'s|than|on|that)$/;
/** Things that are counted in thousands; other plurals behind a year are of that year ("the 2007 talks"). */
const COUNTABLE =
  /^(?:members|writers|people|voters|votes|ballots|workers|employees|men|women|children|dollars|shows|episodes|strikers|guild|eligible|scribes|attendees|signatures|jobs|pages|words|miles|feet)$/;

/** Whether four digits at a token are a year rather than a number of things. */
export function isYear(tokens: Tokens, at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.kind !== 'digits' || !/^(?:1[6-9]|20)\d\d$/.test(token.text)) return false;
  if (before && token.glued && !/^[("'\u201c[,/-]$/.test(before.text)) return false;
  if (before && (isCurrency(readCurrencyPrefix(tokens, at - 1)?.unit ?? '') || before.text === '#'))
    return false;
  const isClear =
    BEFORE_YEAR.test(before?.text ?? '') &&
    !/^(?:for|than|about|around|like|to|of|was|is|not)$/.test(before?.text ?? '');
  // "8/32/2014" and "2012-1400" are no dates, and hold no year.
  if (before && token.glued && /^[/-]$/.test(before.text) && tokens[at - 2]?.kind === 'digits') return false;
  if (!after) return true;
  if (after.glued && /^[/-]$/.test(after.text) && tokens[at + 2]?.kind === 'digits' && tokens[at + 2]?.glued)
    return false;
  if (after.glued && after.kind === 'word' && after.text !== "'s") return false;
  const unit = readUnit(tokens, at + 1);
  if (unit || SCALES.has(after.text)) return false;
  if (after.kind !== 'word' || isClear) return true;
  const second = tokens[at + 2];
  return !COUNTABLE.test(after.text) && !(second?.kind === 'word' && COUNTABLE.test(second.text));
}

/** Reads years in a row, decades and years in words, which no other reader knows. */
export function readYears(tokens: Tokens, at: number): FoundDate | undefined {
  const first = tokens[at];
  if (first?.kind === 'word')
    return NAMES.has(first.text)
      ? (readDecade(tokens, at) ?? readSeason(tokens, at) ?? readSpelledYear(tokens, at))
      : undefined;
  return first?.kind === 'digits' || first?.text === "'"
    ? (readYearRange(tokens, at) ?? readDecade(tokens, at) ?? readSeason(tokens, at))
    : undefined;
}

/** Reads one year: "2007", "'07", "FY 2017". */
export function readYear(tokens: Tokens, at: number): FoundDate | undefined {
  if (isYear(tokens, at)) return toFound(at, at, daysOfYears(Number(tokens[at]?.text)));
  const short = tokens[at + 1];
  const isShort =
    tokens[at]?.text === "'" && short?.glued && /^\d\d$/.test(short.text) && !tokens[at + 2]?.glued;
  if (isShort && !(tokens[at]?.glued && tokens[at - 1]?.kind === 'digits'))
    return toFound(at, at + 1, daysOfYears(fullYear(short.text)));
  // "back in 07", "the 07 strike"
  const isLone =
    /^0\d$/.test(tokens[at]?.text ?? '') &&
    !tokens[at]?.glued &&
    !(
      tokens[at + 1]?.glued &&
      (tokens[at + 1]?.kind !== 'sign' || /^[%$:/-]$/.test(tokens[at + 1]?.text ?? ''))
    ) &&
    !readUnit(tokens, at + 1);
  return isLone ? toFound(at, at, daysOfYears(fullYear(tokens[at]?.text ?? ''))) : undefined;
}

/** "2007-08", "2007/8", "2007-2008", "from 2007 to 2008", "'07-'08", "07-08". */
function readYearRange(tokens: Tokens, at: number): FoundDate | undefined {
  const first = yearAt(tokens, at);
  if (!first) return undefined;
  const joint = tokens[first.next]?.text ?? '';
  if (!/^(?:[-/]|to|through|and)$/.test(joint)) return undefined;
  const isWord = joint.length > 1;
  if (isWord && !/^(?:from|between)$/.test(tokens[at - 1]?.text ?? '') && joint !== 'through')
    return undefined;
  const second = yearAt(tokens, first.next + 1, isWord ? undefined : first.year);
  if (!second || second.year < first.year || second.year - first.year > 120) return undefined;
  if (!first.isFull && second.year !== first.year + 1) return undefined;
  const isMore = tokens[second.next]?.glued && tokens[second.next]?.text === joint;
  return isMore ? undefined : toFound(at, second.next - 1, daysOfYears(first.year, second.year));
}

/** A year in four digits, or in two behind an apostrophe; behind another year also in one or two digits. */
function yearAt(
  tokens: Tokens,
  at: number,
  after?: number,
): { year: number; next: number; isFull: boolean } | undefined {
  const isShort = tokens[at]?.text === "'";
  const token = tokens[isShort ? at + 1 : at];
  const next = isShort ? at + 2 : at + 1;
  if (
    token?.kind !== 'digits' ||
    (tokens[next]?.kind === 'word' && tokens[next]?.glued) ||
    /^[%$]$/.test(tokens[next]?.text ?? '')
  )
    return undefined;
  if (/^(?:1[6-9]|20)\d\d$/.test(token.text)) return { year: Number(token.text), next, isFull: true };
  if (after !== undefined && /^\d{1,2}$/.test(token.text) && token.glued) {
    const year = Math.floor(after / 10 ** token.text.length) * 10 ** token.text.length + Number(token.text);
    return { year: year < after && token.text.length === 2 ? year + 100 : year, next, isFull: false };
  }
  return /^\d\d$/.test(token.text) && (isShort || token.text.startsWith('0'))
    ? { year: fullYear(token.text), next, isFull: isShort }
    : undefined;
}

/** "the 1980s", "the 80s", "'80s", "the eighties", "the nineteen-eighties". */
function readDecade(tokens: Tokens, at: number): FoundDate | undefined {
  const token = tokens[at];
  const named = DECADES.get(token?.text ?? '');
  if (named !== undefined) {
    const isDecade = /^(?:the|late|early|mid|-|since|until)$/.test(tokens[at - 1]?.text ?? '');
    return isDecade ? toFound(at, at, daysOfYears(1900 + named, 1909 + named)) : undefined;
  }
  const isShort = token?.text === "'";
  const digits = tokens[isShort ? at + 1 : at];
  const ending = tokens[isShort ? at + 2 : at + 1];
  if (digits?.kind !== 'digits' || !ending?.glued) return undefined;
  const apostrophe = ending.text === "'" && tokens[isShort ? at + 3 : at + 2]?.text === 's';
  if (ending.text !== 's' && !apostrophe) return undefined;
  const to = (isShort ? at + 2 : at + 1) + (apostrophe ? 1 : 0);
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
  if (!isYear(tokens, from) && !/^(?:1[6-9]|20)\d\d$/.test(tokens[from]?.text ?? '')) return undefined;
  const year = Number(tokens[from]?.text);
  const start = toDay(year, piece.start + 1, 1);
  const end = new Date(Date.UTC(year, piece.start + piece.months, 0)).toISOString().slice(0, 10);
  return toFound(at, from, start ? { from: start, to: end } : undefined);
}

const ORDER: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 0,
    second: 1,
    third: 2,
    fourth: 3,
    last: -1,
    '1': 0,
    '2': 1,
    '3': 2,
    '4': 3,
  }),
);

/** Words that the readers of years in words begin with. */
const NAMES = new Set([
  ...DECADES.keys(),
  ...SEASONS.keys(),
  ...ORDER.keys(),
  'q',
  'nineteen',
  'twenty',
  'two',
]);

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

/** "nineteen eighty-eight", "twenty seventeen", "two thousand and seven" behind "in". */
function readSpelledYear(tokens: Tokens, at: number): FoundDate | undefined {
  const century = tokens[at]?.text;
  if (century === 'nineteen' || century === 'twenty') {
    const base = century === 'nineteen' ? 1900 : 2000;
    const ten = tokens[at + 1]?.text ?? '';
    const small = SMALL_NUMBERS.get(ten);
    if (small === undefined || small < 10 || tokens[at + 1]?.kind !== 'word') return undefined;
    const joined = tokens[at + 2]?.text === '-' ? at + 3 : at + 2;
    const unit = small >= 20 ? (SMALL_NUMBERS.get(tokens[joined]?.text ?? '') ?? 0) : 0;
    const isUnit = unit > 0 && unit < 10;
    return toFound(at, isUnit ? joined : at + 1, daysOfYears(base + small + (isUnit ? unit : 0)));
  }
  if (
    century !== 'two' ||
    tokens[at + 1]?.text !== 'thousand' ||
    !/^(?:in|since|by|until|of)$/.test(tokens[at - 1]?.text ?? '')
  )
    return undefined;
  const from = tokens[at + 2]?.text === 'and' ? at + 3 : at + 2;
  const small = SMALL_NUMBERS.get(tokens[from]?.text ?? '');
  return small !== undefined &&
    small < 20 &&
    tokens[from + 1]?.kind !== 'digits' &&
    !isPlural(tokens[from + 1]?.text ?? '')
    ? toFound(at, from, daysOfYears(2000 + small))
    : undefined;
}

function toFound(from: number, to: number, days: Days | undefined): FoundDate | undefined {
  return days && { from, to, days, yearKnown: true, isRelative: false };
}
