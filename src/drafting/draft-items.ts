// Finds the pieces of information in a sentence: quotations, figures, dates, and the clauses that contain none of
// them.
import type { Value } from '../core/knowledge/schema.ts';
import type { ClockTime, DateSpan } from '../core/text/date-span.ts';
import type { Token } from '../core/text/parse-sentences.ts';
import type { Quantity } from '../core/text/quantity.ts';
import { readFigures } from '../core/text/read-figures.ts';
import { clausesOf, saysSomething } from './clauses.ts';
import type { Span } from './cut-excerpt.ts';
import { toClock, toNumberValue, toPartialDates } from './draft-values.ts';
import { type Speaking, speakerOf } from './find-speakers.ts';
import type { QuotedSpan } from './quoted-spans.ts';
import type { Sentence } from './read-paragraph.ts';

/** What one draft is about. */
export type Item =
  | { kind: 'quotation'; span: QuotedSpan; speaking: Speaking | undefined; isWhole: boolean }
  | { kind: 'number'; span: Span; quantity: Quantity; values: Value[] }
  | { kind: 'date'; span: Span; values: Value[]; working?: string; isTime: boolean }
  | { kind: 'statement'; span: Span };

/** A shorter quotation is a term in quotation marks. */
const MIN_QUOTED = 2;
/** From this many words on, a quotation is somebody's words even if the sentence names nobody. */
const SURELY_QUOTED = 5;

/** A stand-in for an article's unknown day. The dates that are relative to it are left out. */
const ANY_DAY = '2000-01-01';

/** Whether the text gives the year of a date itself. */
const givesYear = (date: DateSpan | ClockTime): boolean =>
  date.kind === 'date' && date.yearKnown && !date.isRelative;

/** The year that the dates give last. A month with a year counts before a bare year such as "the 1967 borders". */
function lastYear(dates: readonly (DateSpan | ClockTime)[]): string | undefined {
  const given = dates.flatMap((date) => (date.kind === 'date' && givesYear(date) ? date : []));
  const found = given.findLast((date) => toPartialDates(date)[0]?.includes('-'));
  return found?.from.slice(0, 4);
}

/** The information in a sentence, in the order of the text. */
export interface SentenceItems {
  items: Item[];
  quantities: readonly Quantity[];
  /** The last year that it gives, if any. */
  year: string | undefined;
}

/**
 * Finds the pieces of information in a sentence.
 *
 * @param text the text of the sentence
 * @param day the article's own day as YYYY-MM-DD, if known
 * @param year the last year that the text before it gives, if any
 */
export function readItems(
  sentence: Sentence,
  text: string,
  speaking: readonly Speaking[],
  day: string | undefined,
  year: string | undefined,
): SentenceItems {
  const { quantities, dates } = readFigures(text, day ?? ANY_DAY);
  const placed = [
    ...quotationItems(sentence, speaking),
    ...figureItems(quantities, sentence, dates),
    ...dateItems(dates, sentence, text, day, year),
  ];
  const items = [...placed, ...statementItems(sentence, speaking, placed)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  return { items, quantities, year: lastYear(dates) };
}

function quotationItems(sentence: Sentence, speaking: readonly Speaking[]): Item[] {
  return sentence.quotations.flatMap((span): Item[] => {
    const found = speakerOf(span, sentence, speaking);
    const words = span.text.split(/\s+/).length;
    if (words < MIN_QUOTED || !(found || words >= SURELY_QUOTED)) return [];
    const isWhole = span.start - sentence.start <= 1 && sentence.end - span.end <= 2;
    return [{ kind: 'quotation', span, speaking: found, isWhole }];
  });
}

/** Whether a quantity is a figure in name only: "the two sides", "one of them". */
const isPlain = ({ text, number = 0, unit, hedge }: Quantity) =>
  unit === 'count' && number <= 2 && hedge === undefined && !/\d/.test(text);

/** Whether a number is part of a name: "The Grand Mosque", "the Mazda 616", "plan 7". */
function isInName({ text, unit, noun, start }: Quantity, { tokens, start: first }: Sentence): boolean {
  if (unit !== 'count') return false;
  const at = tokens.findIndex((token) => token.start >= start + first);
  if (!/\d/.test(text)) return at > 0 && /^\p{Lu}/u.test(text);
  return noun === undefined && /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '');
}

function figureItems(
  quantities: readonly Quantity[],
  sentence: Sentence,
  dates: readonly (DateSpan | ClockTime)[],
): Item[] {
  return quantities.flatMap((quantity): Item[] => {
    const value = toNumberValue(quantity);
    // One character further, to include "1973–74".
    const isInDate = dates.some(
      (date) =>
        !isLength(date) &&
        quantity.start <= date.end + 1 &&
        date.start < quantity.end &&
        quantity.start > date.start,
    );
    if (!value || isPlain(quantity) || isInName(quantity, sentence) || isInDate) return [];
    return [{ kind: 'number', span: shifted(quantity, sentence.start), quantity, values: [value] }];
  });
}

/** Whether a date is a length of time, as in "the last two years". It dates no event. */
const isLength = (date: DateSpan | ClockTime) =>
  date.kind === 'date' && date.isRelative && /\b(?:years|months|weeks|days|decades)\b/i.test(date.text);

/**
 * Makes an item of each date.
 *
 * @param text the text of the sentence
 * @param day the article's own day, if known
 * @param given the last year that the text gives, if any: dates without a year are in that year
 */
function dateItems(
  dates: readonly (DateSpan | ClockTime)[],
  { start }: Sentence,
  text: string,
  day: string | undefined,
  given: string | undefined,
): Item[] {
  return dates.flatMap((date): Item[] => {
    // "That September" is in the year given before, not in the article's own.
    const isPointed = /\bthat\s+$/i.test(text.slice(0, date.start));
    const year = (isPointed ? lastYear(dates.filter(({ end }) => end < date.start)) : undefined) ?? given;
    if (isPointed && year === undefined) return [];
    const span = shifted(date, start);
    if (date.kind === 'time') {
      return [{ kind: 'date', span, values: [{ kind: 'time', time: toClock(date.minutes) }], isTime: true }];
    }
    const [found, last] = isLength(date) ? [] : toPartialDates(date);
    if (found === undefined) return [];
    if (givesYear(date)) {
      const values = [found, ...(last ? [last] : [])].map((each): Value => ({ kind: 'date', date: each }));
      return [{ kind: 'date', span, values, isTime: false }];
    }
    const borrows = year !== undefined && !date.isRelative && found.includes('-');
    if (day === undefined && !borrows) return [];
    return [
      {
        kind: 'date',
        span,
        isTime: false,
        values: [
          {
            kind: 'date',
            date: borrows ? `${year}${found.slice(4)}` : found,
            ...(date.isRelative || !found.includes('-') ? {} : { dayStated: true }),
          },
        ],
        working: borrows
          ? `The text says "${date.text}"; the year is the one that it gave last, ${year}.`
          : `The text says "${date.text}"; the rest follows from the article's own date, ${day}.`,
      },
    ];
  });
}

/** Makes an item of each clause that says something and contains no other item. */
function statementItems(
  { tokens, start, end }: Sentence,
  speaking: readonly Speaking[],
  items: readonly Item[],
): Item[] {
  const clauses = clausesOf(tokens).filter(
    (clause) => saysSomething(clause) && !isOnlySaying(clause, tokens, speaking),
  );
  const statements = clauses.flatMap((clause): Item[] => {
    const span = { start: clause[0]?.start ?? start, end: clause.at(-1)?.end ?? end };
    return items.some((item) => item.span.start < span.end && span.start < item.span.end)
      ? []
      : [{ kind: 'statement', span }];
  });
  return statements;
}

/** Whether a clause only says who spoke, or to whom: "said the county's attorney", "Brandt told the board". */
function isOnlySaying(
  clause: readonly Token[],
  tokens: readonly Token[],
  speaking: readonly Speaking[],
): boolean {
  return speaking.some(({ speaker, at, reports }) => {
    const [verb, first, last] = [tokens[at], tokens[speaker.from], tokens[speaker.to - 1]];
    if (!reports || !verb || !first || !last || !clause.includes(verb)) return false;
    const rest = clause.filter(
      (token) => token !== verb && !(token.start >= first.start && token.end <= last.end),
    );
    // "Said in an interview" says where.
    if (rest.some(({ pos }) => pos === 'ADP')) return false;
    return rest.filter(({ pos }) => /^(?:NOUN|PROPN|VERB|ADJ|NUM)$/.test(pos)).length <= 1;
  });
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
