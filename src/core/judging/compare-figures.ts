// Holds the figures in a question against a fact's values: does it take something for granted that is otherwise?
import type { WrongFigure } from '../answer.ts';
import type { Knowledge } from '../knowledge/parse.ts';
import type { Fact, Value } from '../knowledge/schema.ts';
import { type DateFigure, type Figure, kindOf, type NumberFigure, type TimeFigure } from '../text/figure.ts';
import { readFigures } from '../text/figures.ts';

/** How a figure stands to a value: the same thing said, another thing said, or about something else. */
export type Agreement = 'same' | 'other' | 'unrelated';

/**
 * The first figure of a question that contradicts the fact it asks about, and the fact where that figure belongs.
 *
 * @returns undefined where each figure of the question is the fact's own, stands beside one of its kind that is, stands
 *   in the fact's claim (a derived fact is worked out from figures of others), or is of no kind that the fact has
 */
export function findWrongFigure(question: string, fact: Fact, { facts }: Knowledge): WrongFigure | undefined {
  // Who asks "isn't May 1 the day?" takes nothing for granted.
  const claimed = readFigures(question).filter(({ hedge }) => hedge !== 'not');
  const { other } = compareFigures(claimed, fact);
  if (other.length === 0) return undefined;
  const own = readFigures(`${fact.short} ${fact.claim}`);
  const wrong = other.find((figure) => !own.some((one) => isSameNumber(figure, one)));
  if (!wrong) return undefined;
  const near = [...fact.related.flatMap((id) => facts.get(id) ?? []), ...facts.values()];
  const stated = near.filter(({ status }) => status !== 'derived');
  const belongsTo = [...stated, ...near].find(
    (other) => other.id !== fact.id && compareFigure(wrong, other) === 'same',
  );
  return { text: wrong.text, ...(belongsTo ? { belongsTo } : {}) };
}

const isSameNumber = (one: Figure, other: Figure) =>
  one.kind === 'number' &&
  other.kind === 'number' &&
  Math.abs(one.number - other.number) <= Math.max(one.precision, other.precision);

/** How a text's figures stand to a fact. */
export interface Facing {
  /** Those that are the fact's own. */
  same: readonly Figure[];
  /** Those that differ from the fact's, with none of its own of their kind beside them. */
  other: readonly Figure[];
  /** Those of no kind that the fact has. */
  unrelated: readonly Figure[];
}

/** Holds all figures of a text against a fact. */
export function compareFigures(figures: readonly Figure[], fact: Fact): Facing {
  const held = figures.map((figure) => ({ figure, agreement: compareFigure(figure, fact) }));
  const those = (wanted: Agreement) =>
    held.flatMap(({ figure, agreement }) => (agreement === wanted ? figure : []));
  const same = those('same');
  const own = new Set(same.map(kindOf));
  const other = those('other').filter((figure) => !own.has(kindOf(figure)));
  return { same, other, unrelated: those('unrelated') };
}

/** How a figure stands to all values of a fact: the same as one of them, other than those of its kind, or unrelated. */
export function compareFigure(figure: Figure, fact: Fact): Agreement {
  const agreements = fact.values.map((value) => compare(figure, value));
  if (agreements.includes('same')) return 'same';
  return agreements.includes('other') ? 'other' : 'unrelated';
}

function compare(figure: Figure, value: Value): Agreement {
  if (figure.kind === 'number' && value.kind === 'number') return compareNumbers(figure, value);
  if (figure.kind === 'date' && value.kind === 'date') return compareDates(figure, value.date);
  if (figure.kind === 'time' && value.kind === 'time') return compareTimes(figure, value.time);
  return 'unrelated';
}

const DAYS: Record<string, number> = {
  days: 1,
  day: 1,
  weeks: 7,
  week: 7,
  months: 30.4,
  month: 30.4,
  years: 365,
  year: 365,
};
/** Units that measure; any other one counts people, ballots or things, and members say one for the other. */
const MEASURES = new Set(['percent', 'points', 'dollars', 'days', 'weeks', 'months', 'years', 'hours']);

/** A number without a unit of measure is held against what is counted; where both are far apart, it counts other things. */
const FAR = 20;

function compareNumbers(figure: NumberFigure, value: Extract<Value, { kind: 'number' }>): Agreement {
  const days = [DAYS[figure.unit], DAYS[value.unit]] as const;
  if (days[0] && days[1]) {
    if (figure.hedge === 'not')
      return figure.number * days[0] === value.number * days[1] ? 'other' : 'unrelated';
    const span = figure.number * days[0];
    const given = { ...figure, precision: figure.precision * days[0] };
    return fits(span, value.number * days[1], given, true) ? 'same' : 'other';
  }
  if (
    MEASURES.has(figure.unit)
      ? figure.unit !== value.unit
      : MEASURES.has(value.unit) && !isBare(figure, value)
  )
    return 'unrelated';
  const within =
    figure.number >= (value.low ?? value.number) && figure.number <= (value.high ?? value.number);
  if (within && figure.hedge !== 'not') return 'same';
  if (fits(figure.number, value.number, figure)) return 'same';
  if (figure.hedge === 'not') return within ? 'other' : 'unrelated';
  const ratio = figure.number / value.number;
  return MEASURES.has(figure.unit) || (ratio < FAR && ratio > 1 / FAR) ? 'other' : 'unrelated';
}

/** Whether a number without a unit may be one of dollars or a share: "they lost 287 million", "turnout was 67.5". */
const isBare = (figure: NumberFigure, value: { unit: string; number: number }) =>
  value.unit === 'dollars'
    ? figure.number >= 1e6 && figure.precision >= 500
    : figure.number === value.number && !Number.isInteger(value.number);

/** Whether a figure, as precisely as it was typed and hedged, may stand for a value; "about" is wider for spans of time. */
function fits(
  figure: number,
  value: number,
  { precision, hedge }: Pick<NumberFigure, 'precision' | 'hedge'>,
  spans = false,
): boolean {
  if (hedge === 'not') return false;
  if (hedge === 'over') return value > figure;
  if (hedge === 'under') return value < figure;
  const slack = hedge ? Math.max(precision, Math.abs(value) * (spans ? 0.1 : 0.05)) : precision;
  return Math.abs(figure - value) <= slack * (1 + 1e-9);
}

function compareDates(figure: DateFigure, date: string): Agreement {
  const agreement = compareDays(figure, date);
  if (agreement === 'unrelated' || !figure.hedge) return agreement;
  if (figure.hedge === 'not') return agreement === 'same' ? 'other' : 'unrelated';
  // Who says "before May 1" may well speak of May 1; a weekday comes before and after any day.
  if (agreement === 'same' || figure.weekday !== undefined)
    return agreement === 'same' ? 'same' : 'unrelated';
  return isBefore(date, figure) === (figure.hedge === 'before') ? 'same' : 'other';
}

function compareDays(figure: DateFigure, date: string): Agreement {
  const [year, month, day] = date.split('-').map(Number);
  if (figure.weekday !== undefined) {
    if (!day) return 'unrelated';
    return new Date(`${date}T00:00:00Z`).getUTCDay() === figure.weekday ? 'same' : 'other';
  }
  if (figure.month === undefined) return figure.year === undefined || figure.year === year ? 'same' : 'other';
  if (!month) return 'unrelated';
  const same = (one: number | undefined, other: number | undefined) =>
    one === undefined || other === undefined || one === other;
  const inPart = !figure.part || !day || figure.part === partOf(day);
  return figure.month === month && same(figure.day, day) && same(figure.year, year) && inPart
    ? 'same'
    : 'other';
}

const partOf = (day: number) => (day <= 10 ? 'early' : day <= 20 ? 'mid' : 'late');

/** Whether a date comes before a figure that is not the same; what the figure leaves out is as in the date. */
function isBefore(date: string, figure: DateFigure): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const differences = [
    (figure.year ?? year) - year,
    (figure.month ?? month) - month,
    (figure.day ?? day) - day,
  ];
  return (differences.find((difference) => difference !== 0) ?? 0) > 0;
}

function compareTimes(figure: TimeFigure, time: string): Agreement {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const value = hours * 60 + minutes;
  const same = (figure.half ? value : value % 720) === figure.minutes;
  if (figure.hedge === 'not') return same ? 'other' : 'unrelated';
  if (same || !figure.hedge) return same ? 'same' : 'other';
  if (!figure.half) return 'unrelated';
  return value < figure.minutes === (figure.hedge === 'before') ? 'same' : 'other';
}
