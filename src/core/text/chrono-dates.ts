// Dates and times as chrono-node reads them, from the parts of a text that can hold any, and what it makes of them
// here: days, months and years as spans, weeks and weekdays by our own rules.
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { parse } from 'chrono-node/en';
import { daysOfMonth, daysOfYears, plusDays, toDay } from './calendar.ts';
import { readCardinal } from './cardinal.ts';
import { readDayPart, withHalf } from './clock-words.ts';
import type { Days, TimeOfDay } from './date-span.ts';
import type { FoundDate, Tokens } from './found-date.ts';
import { isTimeWord } from './measure-units.ts';
import { SMALL_NUMBERS } from './number-names.ts';
import { fullYear } from './numeric-dates.ts';
import { tenseAround } from './tense.ts';
import { resolveWeekday } from './weekdays.ts';

/** Most characters that chrono is given of one text: it takes some 4 microseconds for each. */
const MAX_READ = 1_500;
/** Tokens around a word that can be part of a date: "Tuesday, the twenty-fourth of April, 2017, at 6:45". */
const BEFORE = 5;
const AFTER = 9;

const MONTHS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec';
const WEEKDAYS =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays';
const CUES = new Set(
  `${MONTHS} ${WEEKDAYS} today tomorrow tonight tonite yesterday tmr tmrw noon midnight am pm ago o'clock oclock hence`.split(
    ' ',
  ),
);
/** These make a date of the unit behind them: "last month", "in seven days". */
const TURNS = /^(?:last|next|past|this|coming|following|previous|in|within|upcoming|current|at)$/;
const UNITS =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|mins?|weekends?|quarters?|qtrs?|decades?|fortnights?|mornings?|afternoons?|evenings?|nights?|centur(?:y|ies)|hrs?|yrs?|wks?)$/;
/** Words of dates that are counted from the reference day. */
const RELATIVE =
  /^(?:today|tonight|tonite|tomorrow|tmrw?|yesterday|this|last|next|past|coming|following|previous)$/;
const CASUAL_DAY =
  /^(?:this|last|tonight|tomorrow|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** What chrono is given instead of a token. */
export type Rewrites = ReadonlyMap<number, string>;

/**
 * Reads the dates that chrono-node knows.
 *
 * @param rewrites what to give chrono instead of tokens: other spellings, or nothing for what was read already
 * @param reference the day that relative dates are counted from
 */
export function readChronoDates(tokens: Tokens, rewrites: Rewrites, reference: string): FoundDate[] {
  const found: FoundDate[] = [];
  let rest = MAX_READ;
  for (const [from, to] of windowsOf(tokens, rewrites)) {
    const { text, places } = toChronoText(tokens, from, to, rewrites);
    const readable = text.slice(0, rest);
    rest -= readable.length;
    if (!readable) break;
    for (const result of parse(readable, { instant: new Date(`${reference}T12:00:00Z`), timezone: 0 })) {
      const end = result.index + result.text.trimEnd().length;
      const first = places.findIndex((place) => place > result.index);
      // Tokens that nothing was written for belong to the one before them.
      const last = Math.max(
        places.findIndex((place) => place >= end),
        places.lastIndexOf(end),
      );
      const date = toFound(tokens, from + first, withoutComma(tokens, from + last), result, reference);
      if (date) found.push(date);
    }
  }
  return found;
}

/** Chrono takes the comma behind a month for a part of the date. */
const withoutComma = (tokens: Tokens, at: number): number =>
  /^[,.;]$/.test(tokens[at]?.text ?? '') ? at - 1 : at;

/** The stretches of tokens around words that can be part of a date. */
function windowsOf(tokens: Tokens, rewrites: Rewrites): [number, number][] {
  const windows: [number, number][] = [];
  tokens.forEach((_, at) => {
    if (!isCue(tokens, at) && !rewrites.get(at)) return;
    const from = Math.max(0, at - BEFORE);
    const to = Math.min(tokens.length - 1, at + AFTER);
    const last = windows.at(-1);
    if (last && from <= last[1] + 1) last[1] = to;
    else windows.push([from, to]);
  });
  return windows;
}

function isCue(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.kind === 'word') {
    if (CUES.has(token.text)) return true;
    if (!UNITS.test(token.text)) return false;
    const isLater =
      tokens[at + 1]?.text === 'from' ||
      tokens[at + 1]?.text === 'after' ||
      tokens[at + 1]?.text === 'before';
    return isLater || [1, 2, 3, 4].some((back) => TURNS.test(tokens[at - back]?.text ?? ''));
  }
  if (token.kind === 'digits')
    return tokens[at - 1]?.text === 'at' && /^\d{1,2}(?:\.\d\d)?$/.test(token.text);
  return token.text === ':' && token.glued && tokens[at + 1]?.kind === 'digits';
}

/** The text of a window, and where each token ends in it. */
function toChronoText(
  tokens: Tokens,
  from: number,
  to: number,
  rewrites: Rewrites,
): { text: string; places: number[] } {
  let text = '';
  let isApart = false;
  const places: number[] = [];
  for (let i = from; i <= to; i++) {
    const token = tokens[i];
    if (!token) break;
    const written = rewrites.get(i) ?? token.text;
    isApart ||= !token.glued;
    if (written !== '') {
      text += isApart && text !== '' ? ` ${written}` : written;
      isApart = false;
    }
    places.push(text.length);
  }
  return { text, places };
}

/**
 * Writes what chrono does not know in a way that it knows: numbers above twelve ("twenty years ago") and decades in
 * digits, "from" as "after" ("a week from Monday"), short years in full ("May '17").
 */
export function rewriteForChrono(tokens: Tokens, rewrites: Map<number, string>): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (isTimeWord(token.text) && tokens[at + 1]?.text === 'from' && FIXED.test(tokens[at + 2]?.text ?? ''))
      rewrites.set(at + 1, 'after');
    const long = LONG_UNITS.get(token.text);
    if (long && !rewrites.has(at)) rewrites.set(at, long);
    const short = tokens[at + 1];
    if (token.text === "'" && short?.glued && /^\d\d$/.test(short.text) && !rewrites.has(at)) {
      rewrites.set(at, '');
      rewrites.set(at + 1, String(fullYear(short.text)));
    }
    const isWord = SMALL_NUMBERS.has(token.text) || token.text === 'a';
    if (!isWord && token.kind !== 'digits') continue;
    const cardinal =
      token.text === 'a'
        ? { value: 1, next: at + 1 }
        : readCardinal(tokens, at, { isMoney: false, isUnit: isTimeWord });
    const unit = tokens[cardinal?.next ?? -1]?.text ?? '';
    const factor = /^decades?$/.test(unit) ? 10 : /^fortnights?$/.test(unit) ? 2 : 1;
    if (!cardinal || (factor === 1 && (!isTimeWord(unit) || token.text === 'a' || token.kind === 'digits')))
      continue;
    rewrites.set(at, String(cardinal.value * factor));
    for (let i = at + 1; i < cardinal.next; i++) rewrites.set(i, '');
    if (factor > 1) rewrites.set(cardinal.next, factor === 10 ? 'years' : 'weeks');
  }
}
const LONG_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    yr: 'year',
    yrs: 'years',
    wk: 'week',
    wks: 'weeks',
    mos: 'months',
  }),
);
const FIXED = /^(?:today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next)$/;

function toFound(
  tokens: Tokens,
  from: number,
  to: number,
  result: ParsedResult,
  reference: string,
): FoundDate | undefined {
  const words = tokens.slice(from, to + 1).map((token) => token.text);
  if (isNoDate(tokens, from, to, words, result)) return undefined;
  const isWeekday = result.start.isCertain('weekday') && !result.start.isCertain('day');
  const isRelative =
    isWeekday || result.tags().has('result/relativeDate') || words.some((word) => RELATIVE.test(word));
  const part = readDayPart(tokens, to + 1);
  const read = timeOf(result.start, words);
  const time = read && withHalf(read, part?.half);
  const timeTo = result.end ? timeOf(result.end, words) : undefined;
  const times = { ...(time ? { time } : {}), ...(timeTo ? { timeTo } : {}) };
  const place = { from, to: time && part ? part.to : to, isRelative, ...times };
  if (time && !hasDay(result.start) && !isRelative) return { ...place, yearKnown: false };
  const start = daysOf(result.start);
  const end = result.end ? daysOf(result.end) : start;
  if (!start || !end || end.to < start.from) return undefined;
  if (isWeekday && !result.end && !words.includes('week') && !words.some(isWeekend)) {
    const [days, ...alternatives] = resolveWeekday(
      tokens,
      from,
      to,
      result.start.get('weekday') ?? 0,
      reference,
    );
    return { ...place, days, ...(alternatives.length > 0 ? { alternatives } : {}), yearKnown: true };
  }
  const days = spanFromToday({ from: start.from, to: end.to }, words, reference);
  return {
    ...place,
    days,
    yearKnown: isRelative || result.start.isCertain('year') || (result.end?.isCertain('year') ?? false),
  };
}

const hasDay = (start: ParsedComponents): boolean =>
  start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month') || start.isCertain('year');

/** The day, or the month or year where no day is given. */
function daysOf(date: ParsedComponents): Days | undefined {
  const [year, month, day] = [date.get('year') ?? 0, date.get('month') ?? 1, date.get('day') ?? 1];
  const isDay =
    date.isCertain('day') ||
    date.isCertain('weekday') ||
    !(date.isCertain('month') || date.isCertain('year'));
  if (isDay) {
    const only = toDay(year, month, day);
    return only === undefined ? undefined : { from: only, to: only };
  }
  return date.isCertain('month') ? daysOfMonth(year, month) : daysOfYears(year);
}

/** "the past two years" and "the next three days" are spans from or to the reference day. */
function spanFromToday(days: Days, words: string[], reference: string): Days {
  if (words.length < 3 && !(words.length === 2 && words[0] === 'past')) return days;
  if (/^(?:last|past|previous)$/.test(words[0] ?? '') && days.to < reference)
    return { from: countBack(days, reference), to: reference };
  if (/^(?:next|coming|within)$/.test(words[0] ?? '') && days.from > reference)
    return { from: reference, to: days.to };
  return days;
}

/** A year or a month that is counted back ends on the reference day: two years before April 24 is April 24. */
function countBack(days: Days, reference: string): string {
  if (days.from === days.to) return days.from;
  const isYear = days.from.slice(5) === '01-01' && days.to.slice(5) === '12-31';
  const [year = 0, month = 1, day = 1] = reference.split('-').map(Number);
  const [pastYear, pastMonth] = isYear
    ? [Number(days.from.slice(0, 4)), month]
    : days.from.split('-').map(Number);
  return toDay(pastYear ?? year, pastMonth ?? month, day) ?? plusDays(days.to, 0);
}

function timeOf(date: ParsedComponents, words: string[]): TimeOfDay | undefined {
  if (!date.isCertain('hour')) return undefined;
  const hour = date.get('hour') ?? 0;
  const minutes = (hour % 12) * 60 + (date.get('minute') ?? 0);
  if (words.includes('noon')) return { minutes: 720, half: 'pm' };
  if (words.includes('midnight')) return { minutes: 0, half: 'am' };
  if (!date.isCertain('meridiem'))
    return hour >= 12 && !words.includes('12') ? { minutes: minutes + 720, half: 'pm' } : { minutes };
  return date.get('meridiem') === 1 ? { minutes: minutes + 720, half: 'pm' } : { minutes, half: 'am' };
}

/** Where chrono reads a date and people mean none. */
function isNoDate(tokens: Tokens, from: number, to: number, words: string[], result: ParsedResult): boolean {
  const [before, after] = [tokens[from - 1], tokens[to + 1]];
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const tags = result.tags();
  // "six days before", "a year later": counted from something else. "for three months": a span of time.
  if (tags.has('result/relativeDate') && /^(?:before|after|earlier|later|out|back)$/.test(last)) return true;
  if (
    /^(?:for|[+-])$/.test(first) ||
    (/^[+-]$/.test(before?.text ?? '') && before?.glued === false && tokens[from]?.glued)
  )
    return true;
  // "morning" and "now" are no dates; "this morning" is one.
  if (
    !hasDay(result.start) &&
    !result.start.isCertain('hour') &&
    !words.some((word) => CASUAL_DAY.test(word))
  )
    return !tags.has('result/relativeDate') && !/^(?:this|next|last|past)$/.test(first);
  if (/^(?:last|next|this)$/.test(first) && /^(?:minutes?|seconds?|hours?|day)$/.test(last))
    return words.length === 2;
  // "fell 23% in two years": a span of time.
  if (
    first === 'in' &&
    tags.has('result/relativeDate') &&
    (isSpanOfChange(tokens, from) || tenseAround(tokens, from, to) === 'past')
  )
    return true;
  if (first === 'now' || (first === 'after' && tags.has('result/relativeDate'))) return true;
  if (words.length === 1 && !isNamedMonthOrDay(tokens, from, before?.text ?? '', after?.text ?? ''))
    return true;
  return isNoTime(tokens, to, words, result);
}

const isWeekend = (word: string): boolean => word.startsWith('weekend') || word.startsWith('weekday');

/** Whether a share or a sum stands shortly before: "down 23% in two years". */
function isSpanOfChange(tokens: Tokens, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - SHARE_REACH), at)
    .some(({ text }) => /^(?:%|percent|pct|points|\$|dollars|half|third|quarter)$/.test(text));
}
const SHARE_REACH = 5;

/** "may", "march", "sun" and "sat" are words as well. */
function isNamedMonthOrDay(tokens: Tokens, at: number, before: string, after: string): boolean {
  const token = tokens[at];
  if (!token || !/^(?:may|march|mar|mon|sun|sat|wed|fri|dec|jan|second|august)$/.test(token.text))
    return true;
  if (
    /^(?:in|since|by|until|till|of|this|next|last|early|mid|late|from|to|through|before|after|during|on|for|and|-)$/.test(
      before,
    ) &&
    !(before === 'to' || before === 'and' || before === 'for' || before === 'on')
  )
    return true;
  if (token.capital && (at > 0 || after === '') && !/^[.!?:"]$/.test(before))
    return token.text !== 'may' || !/^(?:i|it|he|she|we|they|you|not|be|have|the)$/.test(after);
  return token.text.length === 3 && token.text !== 'may' && after === '.';
}

/** "at 10" is a time only where nothing that is counted follows. */
function isNoTime(tokens: Tokens, to: number, words: string[], result: ParsedResult): boolean {
  if (!result.start.isCertain('hour') || result.start.isCertain('meridiem') || hasDay(result.start))
    return false;
  if (words.some((word) => word === 'am' || word === 'pm')) return false;
  if (
    words.some((word) =>
      /^(?::|noon|midnight|o'clock|oclock|night|morning|afternoon|evening|tonight)$/.test(word),
    )
  )
    return false;
  const after = tokens[to + 1];
  return (
    words[0] !== 'at' ||
    result.end != null ||
    after?.kind === 'digits' ||
    (after?.kind === 'word' &&
      !/^(?:on|in|today|tomorrow|tonight|and|but|when|to|until)$/.test(after.text)) ||
    (/^[%$€£.-]$/.test(after?.text ?? '') && tokens[to + 2] !== undefined)
  );
}
