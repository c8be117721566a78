// Checks that the paragraphs a fact cites state its numbers, dates and times.
import type { Draft, Fact, Value } from '../core/knowledge/schema.ts';
import type { ClockTime, DateSpan } from '../core/text/date-span.ts';
import type { Quantity } from '../core/text/quantity.ts';
import { readFigures } from '../core/text/read-figures.ts';

type Of<K extends Value['kind']> = Extract<Value, { kind: K }>;

/** What the cited paragraphs state. */
interface Stated {
  quantities: readonly Quantity[];
  dates: readonly (DateSpan | ClockTime)[];
  /** Ordinals, years and other numbers that are not quantities. */
  numerals: ReadonlySet<number>;
}

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

/**
 * Finds the values of a fact that none of its paragraphs states. A fact with a working is not checked: its working
 * says where its values come from.
 *
 * @param paragraphs the text of the paragraphs that the fact cites
 * @param day the day of the article, YYYY-MM-DD, from which "tomorrow" is counted
 * @returns the index of each such value in `fact.values`, and a name for it
 */
export function findUnstatedValues(
  fact: Fact | Draft,
  paragraphs: readonly string[],
  day: string,
): { index: number; name: string }[] {
  if (fact.working) return [];
  const text = paragraphs.join('\n\n');
  const figures = paragraphs.map((paragraph) => readFigures(paragraph, day));
  const stated: Stated = {
    quantities: figures.flatMap(({ quantities }) => quantities),
    dates: figures.flatMap(({ dates }) => dates),
    numerals: new Set([
      ...(text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replaceAll(',', ''))),
      ...ORDINALS.flatMap((word, i) => (new RegExp(`\\b${word}\\b`, 'i').test(text) ? i + 1 : [])),
    ]),
  };
  return fact.values.flatMap((value, index) => {
    if (value.kind === 'number' && !statesNumber(stated, value))
      return { index, name: `the number ${value.number}` };
    if (value.kind === 'date' && !statesDate(stated, value)) return { index, name: `the date ${value.date}` };
    if (value.kind === 'time' && !statesTime(stated, value)) return { index, name: `the time ${value.time}` };
    return [];
  });
}

function statesNumber(
  { quantities, numerals }: Stated,
  { number, low = number, high = number }: Of<'number'>,
): boolean {
  return (
    numerals.has(number) ||
    quantities.some(
      (quantity) =>
        quantity.number === number ||
        quantity.alternatives?.includes(number) ||
        (quantity.interval.low === low && quantity.interval.high === high),
    )
  );
}

/**
 * A day in the text also states its month and year; "2007-08" states both years. If the text gives no year, any year
 * fits: the curators add it.
 */
function statesDate({ dates, numerals }: Stated, { date }: Of<'date'>): boolean {
  if (!date.includes('-') && numerals.has(Number(date))) return true;
  return dates.some((one) => {
    if (one.kind !== 'date') return false;
    const comparable = (day: string) => (one.yearKnown ? day : day.slice('2017'.length));
    const states = (day: string) => comparable(day).startsWith(comparable(date));
    return [one, ...(one.alternatives ?? [])].some(({ from, to }) =>
      date.includes('-') ? states(from) && states(to) : one.yearKnown && (states(from) || states(to)),
    );
  });
}

function statesTime({ dates }: Stated, { time }: Of<'time'>): boolean {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wanted = hours * 60 + minutes;
  return dates.some((one) => {
    const clock = one.kind === 'time' ? one : one.time;
    return clock !== undefined && clock.minutes === (clock.half ? wanted : wanted % 720);
  });
}
