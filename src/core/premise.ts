// Holds the figures in a question against a fact's values: does it take something for granted that is otherwise?
import type { Correction } from './answer.ts';
import { type DateFigure, type Figure, type NumberFigure, readFigures, type TimeFigure } from './figures.ts';
import type { Knowledge } from './knowledge.ts';
import type { Fact, Value } from './schema.ts';

/** How a figure stands to a value: the same thing said, another thing said, or about something else. */
export type Agreement = 'same' | 'other' | 'unrelated';

/**
 * The first figure of a question that contradicts the fact it asks about, and the fact where that figure belongs.
 *
 * @returns undefined where a figure of the question is the fact's own, or none is of its kind
 */
export function findWrongPremise(question: string, fact: Fact, { facts }: Knowledge): Correction | undefined {
  const judged = readFigures(question).map((figure) => ({ figure, agreement: holdAgainst(figure, fact) }));
  if (judged.some(({ agreement }) => agreement === 'same')) return undefined;
  const wrong = judged.find(({ agreement }) => agreement === 'other')?.figure;
  if (!wrong) return undefined;
  const near = [...fact.related.flatMap((id) => facts.get(id) ?? []), ...facts.values()];
  const belongsTo = near.find((other) => other.id !== fact.id && holdAgainst(wrong, other) === 'same');
  return { wrong: wrong.text, ...(belongsTo ? { belongsTo } : {}) };
}

/** How a figure stands to all values of a fact: the same as one of them, other than those of its kind, or unrelated. */
export function holdAgainst(figure: Figure, fact: Fact): Agreement {
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
/** Nouns that count people or their votes; a member says one for the other. */
const HEADS =
  /^(?:members?|writers?|people|ppl|ballots?|votes?|voters?|folks|persons?|scribes?|of|in|voted|cast|said)$/;

function compareNumbers(figure: NumberFigure, value: Extract<Value, { kind: 'number' }>): Agreement {
  const days = [DAYS[figure.unit], DAYS[value.unit]] as const;
  if (days[0] && days[1]) {
    const span = figure.number * days[0];
    return fits(span, value.number * days[1], figure.precision * days[0], figure.hedge) ? 'same' : 'other';
  }
  const unit = HEADS.test(figure.unit) && HEADS.test(value.unit) ? value.unit : figure.unit;
  const close =
    figure.number >= (value.low ?? value.number) && figure.number <= (value.high ?? value.number)
      ? true
      : fits(figure.number, value.number, figure.precision, figure.hedge);
  // A bare number is the fact's when it is the very same; else it may count anything.
  if (unit === '' || unit !== value.unit)
    return figure.number === value.number && figure.unit === '' ? 'same' : 'unrelated';
  return close ? 'same' : 'other';
}

/** Whether a figure, as precisely as it was typed and hedged, may stand for a value. */
function fits(figure: number, value: number, precision: number, hedge: NumberFigure['hedge']): boolean {
  if (hedge === 'over') return value > figure;
  if (hedge === 'under') return value < figure;
  const slack = hedge ? Math.max(precision, Math.abs(value) * 0.05) : precision;
  return Math.abs(figure - value) <= slack * (1 + 1e-9);
}

function compareDates(figure: DateFigure, date: string): Agreement {
  const [year, month, day] = date.split('-').map(Number);
  if (figure.weekday !== undefined) {
    if (!day) return 'unrelated';
    return new Date(`${date}T00:00:00Z`).getUTCDay() === figure.weekday ? 'same' : 'other';
  }
  if (figure.month === undefined) return figure.year === undefined || figure.year === year ? 'same' : 'other';
  if (!month) return 'unrelated';
  const same = (one: number | undefined, other: number | undefined) =>
    one === undefined || other === undefined || one === other;
  return figure.month === month && same(figure.day, day) && same(figure.year, year) ? 'same' : 'other';
}

function compareTimes(figure: TimeFigure, time: string): Agreement {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const value = hours * 60 + minutes;
  return (figure.half ? value : value % 720) === figure.minutes ? 'same' : 'other';
}
