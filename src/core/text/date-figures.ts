// Dates and times in a text, in all the spellings that members use.
import type { DateHedge, Figure, Reader } from './figure.ts';
import { NOT } from './negation.ts';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY_STARTS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const DATE = new RegExp(
  `\\b(?:(${MONTHS})\\.? (?:the )?(\\d{1,2}|${ORDINALS.join('|')})(?:st|nd|rd|th)?\\b(?!:)|(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})\\b)(?:,? (\\d{4}))?`,
  'g',
);
// "2/3" is a share rather than the third of February.
const NUMERIC_DATE = /\b(?![1-4]\/[2-5](?![\d/]))(\d{1,2})\/(\d{1,2})(?:\/((?:20)?\d{2}))?\b/g;
const BARE_MONTH = new RegExp(
  `\\b(?:in|since|by|until|till|from|early|late|mid|middle of|end of|start of|beginning of|during|of|last|this|next|around|before|after|all of|back in)[ -](${MONTHS})\\b|\\b(january|february|april|june|july|august|september|october|november|december)\\b`,
  'g',
);
const WEEKDAY = /\b(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(day|nesday|sday|rsday|urday)?s?\b/g;
const YEAR =
  /(?:\b|')((?:19|20)\d{2})(?: ?[-/] ?(?:(?:20)?(\d{2})))?\b(?! (?:members|writers|people|votes|ballots))/g;
const SHORT_YEAR =
  /(?:'|\bin |\bback in |\bsince |\bof )(0[789])(?: ?[-/] ?0?(\d{1,2}))?\b(?!%|\.|:| ?percent)|\b(0[78])[-/](0[89])\b/g;
const TIME =
  /\b(\d{1,2})(?:[:.](\d{2}))? ?(a\.?m\b\.?|p\.?m\b\.?|(?:o'?clock )?in the (?:morning|afternoon|evening)|at night)|\b(\d{1,2}):(\d{2})\b|\b(noon|midnight)\b/g;

const PARTS: [RegExp, 'early' | 'mid' | 'late'][] = [
  [/\b(?:early|beginning of|start of)[ -](?:in )?[a-z]+$/, 'early'],
  [/\b(?:mid|middle of)[ -][a-z]+$/, 'mid'],
  [/\b(?:late|end of)[ -](?:in )?[a-z]+$/, 'late'],
];
// A day counted from another one ("a day before Tuesday") is before or after it as well.
const HEDGES: readonly (readonly [RegExp, DateHedge])[] = [
  [/\b(?:before|prior to|ahead of|earlier than|older than|preceding)(?: the| that| last| this)?$/, 'before'],
  [/\b(?:after|following|later than|past|newer than)(?: the| that| last| this)?$/, 'after'],
  [
    new RegExp(
      `${NOT}(?: [a-z]+){0,2}(?: (?:in|on|of|at|about|the|from|until|till|that|this|one|last|dated))*$`,
    ),
    'not',
  ],
];

/** What reads dates and times, in the order in which they are looked for. */
export const DATE_READERS: readonly Reader[] = [
  [TIME, toTime],
  [DATE, toDate],
  [NUMERIC_DATE, toNumericDate],
  [
    YEAR,
    ([text, year], before) => ({
      kind: 'date',
      year: Number(year),
      ...hedgeOf(before),
      text: text.replace(/^'/, ''),
    }),
  ],
  [
    SHORT_YEAR,
    ([text, year, , other], before) => ({
      kind: 'date',
      year: 2000 + Number(year ?? other),
      ...hedgeOf(before),
      text,
    }),
  ],
  [BARE_MONTH, toMonth],
  [WEEKDAY, toWeekday],
];

function monthOf(name: string): number {
  return MONTH_STARTS.indexOf(name.slice(0, 3)) + 1;
}

function toTime(match: RegExpExecArray, before: string): Figure | undefined {
  const [text, hour12, minute12, half, hour24, minute24, word] = match;
  if (word)
    return {
      kind: 'time',
      minutes: word === 'noon' ? 720 : 0,
      half: word === 'noon' ? 'pm' : 'am',
      ...hedgeOf(before),
      text,
    };
  const hour = Number(hour12 ?? hour24);
  const minute = Number(minute12 ?? minute24 ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  const after = /^p|noon|evening|night/.test(half ?? '') || hour > 12 ? 'pm' : half ? 'am' : undefined;
  return {
    kind: 'time',
    minutes: ((hour % 12) + (after === 'pm' ? 12 : 0)) * 60 + minute,
    half: after,
    ...hedgeOf(before),
    text,
  };
}

function toDate(
  [text, month, day, dayFirst, monthLast, year]: RegExpExecArray,
  before: string,
): Figure | undefined {
  const ordinal = ORDINALS.indexOf(day ?? '');
  const number = ordinal >= 0 ? ordinal + 1 : Number(day ?? dayFirst);
  if (number < 1 || number > 31) return undefined;
  return {
    kind: 'date',
    month: monthOf(month ?? monthLast ?? ''),
    day: number,
    ...(year ? { year: Number(year) } : {}),
    ...hedgeOf(before),
    text,
  };
}

function toMonth([text, one, other]: RegExpExecArray, before: string): Figure {
  const part = PARTS.find(([pattern]) => pattern.test(`${before} ${text}`))?.[1];
  return {
    kind: 'date',
    month: monthOf(one ?? other ?? ''),
    ...(part ? { part } : {}),
    ...hedgeOf(`${before} ${text.replace(/[ -]?[a-z]+$/, '')}`.trimEnd()),
    text,
  };
}

function toNumericDate([text, month, day, year]: RegExpExecArray, before: string): Figure | undefined {
  if (Number(month) > 12 || Number(month) < 1 || Number(day) > 31 || Number(day) < 1) return undefined;
  const full = year ? { year: (Number(year) % 100) + 2000 } : {};
  return { kind: 'date', month: Number(month), day: Number(day), ...full, ...hedgeOf(before), text };
}

function toWeekday([text, short, ending]: RegExpExecArray, before: string): Figure | undefined {
  // "sun", "sat", "wed", "fri" and "mon" alone are too often something else.
  if (!ending && !/^(tues|weds|thur|thurs)$/.test(short ?? '')) return undefined;
  const weekday = WEEKDAY_STARTS.indexOf((short ?? '').slice(0, 3));
  return { kind: 'date', weekday, ...hedgeOf(before), text };
}

function hedgeOf(before: string): { hedge?: DateHedge } {
  const hedge = HEDGES.find(([pattern]) => pattern.test(before))?.[1];
  return hedge ? { hedge } : {};
}
