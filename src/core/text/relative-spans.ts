// Days that are counted from the reference day: weekdays by the tense around them, weeks, weekends, parts of a month.
import {
  daysOfMonth,
  daysOfYears,
  distance,
  plusDays,
  thirdOf,
  toDay,
  weekdayOf,
  weekOf,
} from './calendar.ts';
import type { Days } from './date-span.ts';
import type { FoundDate, Tokens } from './found-date.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const SHORT_WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const LONGER_WEEKDAYS: Readonly<Record<string, number>> = { tues: 2, weds: 3, thur: 4, thurs: 4 };
/** How many tokens on either side of a weekday may hold the verb that tells whether it is past or to come. */
const TENSE_REACH = 8;
const TO_COME =
  /^(?:will|'ll|would|going|due|scheduled|set|slated|plans?|planned|resumes?|restarts?|starts?|begins?|expires?|reconvenes?|meets?|returns?|expected|next|coming|upcoming|tomorrow|could|may|might|can|ahead|to)$/;
const PAST =
  /^(?:was|were|had|did|said|left|met|went|broke|began|took|told|sent|held|came|gave|got|cast|made|saw|put|ran|won|lost|ago|last|yesterday|\w{2,}ed|didn't|wasn't|weren't|hadn't)$/;
const STEPS: Readonly<Record<string, number>> = {
  ...{ this: 0, current: 0, last: -1, previous: -1, next: 1, coming: 1, following: 1, upcoming: 1 },
};
const SEASON_STARTS: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  fall: 9,
  autumn: 9,
  winter: 12,
};

/**
 * Reads the relative span that begins at a token.
 *
 * @param reference the day that it is counted from
 * @returns undefined where none begins, or where chrono-node reads it as well
 */
export function readRelativeSpan(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  return (
    readDayAfter(tokens, at, reference) ??
    readPartOfPeriod(tokens, at, reference) ??
    readPeriod(tokens, at, reference) ??
    readWeekday(tokens, at, reference) ??
    readDayOfMonth(tokens, at, reference)
  );
}

/** "the day after tomorrow", "the day before yesterday". */
function readDayAfter(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  if (tokens[at]?.text !== 'day') return undefined;
  const pair = `${tokens[at + 1]?.text} ${tokens[at + 2]?.text}`;
  const count = pair === 'after tomorrow' ? 2 : pair === 'before yesterday' ? -2 : undefined;
  return count === undefined ? undefined : toFound(at, at + 2, single(plusDays(reference, count)));
}

/** "this week", "last weekend", "over the weekend", "next spring", "this quarter". */
function readPeriod(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const [first, second] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
  if (first === 'the' && second === 'weekend' && /^(?:over|during|on)$/.test(tokens[at - 1]?.text ?? ''))
    return toFound(
      at,
      at + 1,
      weekendOf(reference, weekdayOf(reference) === 0 || weekdayOf(reference) === 6 ? 0 : -1),
    );
  const step = STEPS[first];
  if (step === undefined) return undefined;
  const days = periodOf(second, step, reference);
  return days && toFound(at, at + 1, days);
}

function periodOf(name: string, step: number, reference: string): Days | undefined {
  const [year = 0, month = 1] = reference.split('-').map(Number);
  if (name === 'week') return weekOf(plusDays(reference, 7 * step));
  if (name === 'weekend') return weekendOf(reference, step);
  if (name === 'month') return monthFrom(year, month + step);
  if (name === 'year') return daysOfYears(year + step);
  if (name === 'decade')
    return daysOfYears(10 * Math.floor(year / 10) + 10 * step, 10 * Math.floor(year / 10) + 10 * step + 9);
  if (name === 'quarter' || name === 'qtr')
    return monthsFrom(year, 3 * Math.floor((month - 1) / 3) + 3 * step + 1, 3);
  const start = SEASON_STARTS[name];
  if (start === undefined) return undefined;
  // "last summer" in April is that of last year, "last winter" the one that just ended.
  const isOver = month >= start + 3;
  const hasBegun = month >= start;
  const offset = step < 0 ? (isOver ? 0 : -1) : step > 0 ? (hasBegun ? 1 : 0) : 0;
  return monthsFrom(year + offset, start, 3);
}

function weekendOf(reference: string, step: number): Days {
  const { to } = weekOf(plusDays(reference, 7 * step));
  return { from: plusDays(to, -1), to };
}

/** "earlier this month", "later this year", "early next week", "the end of the year", "late last month". */
function readPartOfPeriod(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const word = tokens[at]?.text ?? '';
  const isOf = tokens[at + 1]?.text === 'of';
  const third = isOf ? THIRDS_OF[word] : THIRDS[word];
  const isRest = word === 'earlier' || word === 'later';
  if (third === undefined && !isRest) return undefined;
  const begin = skipSign(tokens, isOf ? at + 2 : at + 1);
  const name = tokens[begin + 1]?.text ?? '';
  const step = tokens[begin]?.text === 'the' && isOf ? 0 : STEPS[tokens[begin]?.text ?? ''];
  if (isRest && tokens[begin]?.text === 'today') return toFound(at, begin, single(reference));
  const period = step === undefined ? undefined : periodOf(name, step, reference);
  if (!period) return undefined;
  if (third !== undefined) return toFound(at, begin + 1, thirdOf(period, third));
  if (word === 'earlier')
    return toFound(
      at,
      begin + 1,
      reference > period.from ? { from: period.from, to: plusDays(reference, -1) } : period,
    );
  return toFound(
    at,
    begin + 1,
    reference < period.to ? { from: plusDays(reference, 1), to: period.to } : period,
  );
}

/** The third of a month or a year that a word names: "early March", "mid-2007", "the end of April". */
export const THIRDS: Readonly<Record<string, 0 | 1 | 2>> = { early: 0, mid: 1, late: 2 };
export const THIRDS_OF: Readonly<Record<string, 0 | 1 | 2>> = {
  ...{ beginning: 0, start: 0, middle: 1, end: 2, close: 2, dawn: 0, 'mid-point': 1 },
};

/** A weekday alone; "last", "next" and "this" may stand before it. */
function readWeekday(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const first = tokens[at]?.text ?? '';
  const isThis = /^(?:this|last|next|past|coming)$/.test(first);
  const name = isThis ? at + 1 : at;
  const weekday = weekdayAt(tokens, name);
  if (weekday === undefined) return undefined;
  const week = weekAfter(tokens, name + 1, reference);
  if (week) return toFound(at, week.to, single(plusDays(week.from, (weekday + 6) % 7)));
  if (!standsAlone(tokens, name)) return undefined;
  const today = weekdayOf(reference);
  const ahead = plusDays(reference, (weekday - today + 7) % 7);
  const back = plusDays(reference, -((today - weekday + 7) % 7));
  const place = (day: string, ...others: string[]) => ({
    ...toFound(at, name, single(day)),
    ...(others.length > 0 ? { alternatives: others.map(single) } : {}),
  });
  const strictlyBack = back === reference ? plusDays(back, -7) : back;
  const strictlyAhead = ahead === reference ? plusDays(ahead, 7) : ahead;
  if (first === 'last' || first === 'past') return place(strictlyBack);
  // "next Tuesday" is the coming one for some and the one of next week for others.
  if (first === 'next') {
    const nextWeek = plusDays(weekOf(plusDays(reference, 7)).from, (weekday + 6) % 7);
    return nextWeek === strictlyAhead ? place(nextWeek) : place(nextWeek, strictlyAhead);
  }
  if (isThis) return place(ahead);
  if (ahead === reference) return place(reference);
  const tense = tenseAround(tokens, at);
  if (tense === 'past') return place(back);
  if (tense === 'to come') return place(ahead);
  const [near, far] = distance(ahead, reference) <= distance(back, reference) ? [ahead, back] : [back, ahead];
  return place(near, far);
}

/** "of next week" behind a weekday. */
function weekAfter(tokens: Tokens, at: number, reference: string): { from: string; to: number } | undefined {
  const begin = tokens[at]?.text === 'of' || tokens[at]?.text === ',' ? at + 1 : at;
  const step = STEPS[tokens[begin]?.text ?? ''];
  if (step === undefined || tokens[begin + 1]?.text !== 'week') return undefined;
  return { from: weekOf(plusDays(reference, 7 * step)).from, to: begin + 1 };
}

function weekdayAt(tokens: Tokens, at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const full = WEEKDAYS.indexOf(token.text);
  if (full >= 0) return full;
  const longer = LONGER_WEEKDAYS[token.text];
  if (longer !== undefined) return longer;
  const short = SHORT_WEEKDAYS.indexOf(token.text);
  // "sun", "sat" and "wed" are words as well.
  const isMarked =
    token.text === 'tue' ||
    token.text === 'thu' ||
    tokens[at + 1]?.text === '.' ||
    /^(?:on|by|until|till|next|last|this|since)$/.test(tokens[at - 1]?.text ?? '');
  return short >= 0 && isMarked && ((token.text !== 'sun' && token.text !== 'sat') || token.capital)
    ? short
    : undefined;
}

/** Whether no day, month or week goes with a weekday; such dates are chrono's to read. */
function standsAlone(tokens: Tokens, at: number): boolean {
  const rest = tokens.slice(at + 1, at + 5).map((token) => token.text);
  const [next = '', second = ''] = rest[0] === '.' ? rest.slice(1) : rest;
  const isDated = /^(?:,|the|of|to|-|\(|next|last|this|through|and|after|before|until|from)$/.test(next);
  if (isDated)
    return (
      !/^(?:\d+|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|next|last|this|week|tomorrow|today|yesterday|mon|tue|wed|thu|fri|sat|sun|\w+day|\w*(?:first|second|third|th))$/.test(
        second,
      ) && !/^(?:next|last|this)$/.test(next)
    );
  if (
    /^(?:\d+|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|morning|afternoon|evening|night|at|noon)$/.test(
      next,
    )
  )
    return false;
  // "the day after Tuesday", "two weeks from Monday", "6pm Monday", "a week ago Monday"
  return !/^(?:pm|am|noon|ago)$/.test(tokens[at - 1]?.text ?? '');
}

function tenseAround(tokens: Tokens, at: number): 'past' | 'to come' | undefined {
  const cues = new Set<string>();
  for (const step of [-1, 1])
    for (let i = at + step, count = 0; count < TENSE_REACH && tokens[i] !== undefined; i += step, count++) {
      const token = tokens[i];
      if (!token || /^[.!?;]$/.test(token.text)) break;
      if (TO_COME.test(token.text)) cues.add('to come');
      else if (PAST.test(token.text)) cues.add('past');
      // The nearest verb tells; a comma or "and" may begin another clause.
      if (cues.size > 0 || /^(?:,|and|but)$/.test(token.text)) break;
    }
  return cues.size === 1 ? (cues.has('past') ? 'past' : 'to come') : undefined;
}

/** "on the 24th": a day of this month, or of the one that is nearer. */
function readDayOfMonth(tokens: Tokens, at: number, reference: string): FoundDate | undefined {
  const [preposition, ending, after] = [tokens[at - 1], tokens[at + 2], tokens[at + 3]];
  if (
    tokens[at]?.text !== 'the' ||
    !/^(?:on|by|since|until|till|before|after|through)$/.test(preposition?.text ?? '')
  )
    return undefined;
  const digits = tokens[at + 1]?.text ?? '';
  if (!/^\d{1,2}$/.test(digits) || !/^(?:st|nd|rd|th)$/.test(ending?.text ?? '') || !ending?.glued)
    return undefined;
  if (
    after?.kind === 'word' &&
    !/^(?:and|but|when|that|at|in|for|with|because|as|the|they|it|he|she|we|to)$/.test(after.text)
  )
    return undefined;
  const [year = 0, month = 1] = reference.split('-').map(Number);
  const days = [0, -1, 1]
    .map((step) => monthFrom(year, month + step))
    .map(
      (span) => span && toDay(Number(span.from.slice(0, 4)), Number(span.from.slice(5, 7)), Number(digits)),
    )
    .filter((day) => day !== undefined)
    .sort((a, b) => distance(a, reference) - distance(b, reference));
  const [day] = days;
  return day === undefined ? undefined : { ...toFound(at, at + 2, single(day)), yearKnown: false };
}

const monthFrom = (year: number, month: number): Days | undefined =>
  daysOfMonth(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1);

function monthsFrom(year: number, month: number, count: number): Days | undefined {
  const [first, last] = [monthFrom(year, month), monthFrom(year, month + count - 1)];
  return first && last && { from: first.from, to: last.to };
}

const skipSign = (tokens: Tokens, at: number): number =>
  tokens[at]?.text === '-' || tokens[at]?.text === 'in' ? at + 1 : at;
const single = (day: string): Days => ({ from: day, to: day });
const toFound = (from: number, to: number, days: Days): FoundDate => ({
  from,
  to,
  days,
  yearKnown: true,
  isRelative: true,
});
