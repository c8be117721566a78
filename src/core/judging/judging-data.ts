// What judging takes from the knowledge: statements, measures and events with their facts, and the sides and periods.

import type { Statement as FactStatement, ToldDate, ToldNumber } from '../knowledge/claim-schema.ts';
import type { Knowledge } from '../knowledge/parse.ts';
import type { Population as DeclaredPopulation, Fact } from '../knowledge/schema.ts';
import { measureOf } from '../text/measure-units.ts';
import type { Interval } from '../text/quantity.ts';
import type { Period } from './read-assertion.ts';

/** A statement of a fact, with its groups of concepts split. */
export interface Statement extends Omit<FactStatement, 'about'> {
  fact: Fact;
  about: readonly (readonly string[])[];
}

/** A number that a fact gives, with the concepts by which a claim refers to it. */
export interface Measure {
  fact: Fact;
  unit: string;
  interval: Interval;
  /** The number as the article gives it: 13,000 for "nearly 13,000". Missing where the article gives only a range. */
  number?: number;
  /** Missing where a claim may compare several periods. */
  period: string | undefined;
  told: ToldNumber;
}

/** A day or a time that a fact gives, with the concepts by which a claim refers to it. */
export interface DatedEvent {
  fact: Fact;
  /** Days as YYYY-MM-DD; the last one is included. */
  days?: { from: string; to: string };
  /** Minutes after midnight. */
  minutes?: number;
  period: string | undefined;
  told: ToldDate;
}

/** A group that shares are of, with the groups of concepts that divide it taken apart. */
export interface Population extends Omit<DeclaredPopulation, 'parts'> {
  parts: readonly (readonly string[])[];
}

export interface JudgingData {
  statements: readonly Statement[];
  measures: readonly Measure[];
  events: readonly DatedEvent[];
  periods: readonly Period[];
  /** Narrowest first. */
  populations: readonly Population[];
  /** The article's own day as YYYY-MM-DD, if known. */
  day: string | undefined;
  /** The side of each party, by its id. */
  sideOf: ReadonlyMap<string, string>;
  /** The side of each concept that names a party. */
  sideOfConcept: ReadonlyMap<string, string>;
}

/** How far below a number "nearly" may be, and how far above it "more than" may be, as shares of the number. */
const NEARLY = 0.04;
const OVER = 0.01;

/** Takes what judging needs from the knowledge. */
export function toJudgingData({ article, facts, populations }: Knowledge): JudgingData {
  const own = article.periods[0]?.id;
  const all = [...facts.values()];
  return {
    statements: all.flatMap((fact) =>
      (fact.statements ?? []).map((statement) => ({
        ...statement,
        fact,
        about: statement.about.map((group) => group.split('|')),
      })),
    ),
    measures: all.flatMap((fact) =>
      fact.values.flatMap((value) =>
        value.kind === 'number' || value.kind === 'range' ? toMeasure(fact, value, own) : [],
      ),
    ),
    events: all.flatMap((fact) => fact.values.flatMap((value) => toEvent(fact, value, own))),
    day: article.date,
    periods: article.periods.map(({ id, names, concept }) => ({
      id,
      years: new Set([id, ...names].flatMap((name) => name.match(/\b\d{4}\b/g) ?? [])),
      concept,
    })),
    populations: populations.toReversed().map(({ parts = [], ...population }) => ({
      ...population,
      parts: parts.map((part) => part.split('|')),
    })),
    sideOf: new Map(article.parties.map(({ id, side }) => [id, side])),
    sideOfConcept: new Map(
      article.parties.flatMap(({ id, side, concepts = [] }) =>
        [id, ...concepts].map((concept) => [concept, side]),
      ),
    ),
  };
}

type NumberValue = Extract<Fact['values'][number], { kind: 'number' }>;
type RangeValue = Extract<Fact['values'][number], { kind: 'range' }>;

const toMeasure = (fact: Fact, value: NumberValue | RangeValue, own: string | undefined): Measure[] =>
  value.told
    ? [
        {
          fact,
          ...measured(value),
          period: value.told.compares ? undefined : (value.period ?? fact.period ?? own),
          told: value.told,
        },
      ]
    : [];

/** A value in the unit that texts are read in: two decades are 20 years. A unit that measures nothing is a count. */
function measured(value: NumberValue | RangeValue): Pick<Measure, 'unit' | 'interval' | 'number'> {
  const { unit, factor } = measureOf(value.unit) ?? { unit: 'count', factor: 1 };
  const { low, high, ...ends } = intervalOf(value);
  return {
    unit: value.unit === 'to' ? 'to' : unit,
    interval: { low: low * factor, high: high * factor, ...ends },
    ...(value.kind === 'number' ? { number: value.number * factor } : {}),
  };
}

function toEvent(fact: Fact, value: Fact['values'][number], own: string | undefined): DatedEvent[] {
  if (!('told' in value) || !value.told) return [];
  const period = fact.period ?? own;
  if (value.kind === 'date') return [{ fact, days: daysOf(value.date), period, told: value.told }];
  if (value.kind !== 'time') return [];
  const [hours = 0, minutes = 0] = value.time.split(':').map(Number);
  return [{ fact, minutes: 60 * hours + minutes, period, told: value.told }];
}

function intervalOf(value: NumberValue | RangeValue): Interval {
  if (value.kind === 'range') return { low: value.low, high: value.high, lowOpen: false, highOpen: false };
  const { number, low, high, bound } = value;
  const below = bound === 'nearly' ? number * (1 - NEARLY) : bound === 'under' ? 0 : number;
  const above = bound === 'over' ? number * (1 + OVER) : number;
  return {
    low: low ?? below,
    high: high ?? above,
    lowOpen: bound === 'over',
    highOpen: bound === 'nearly' || bound === 'under',
  };
}

/** The first and last day of a date, which may leave out the day or the month. */
function daysOf(date: string): { from: string; to: string } {
  const [year = '', month, day] = date.split('-');
  if (day) return { from: date, to: date };
  if (!month) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${date}-01`, to: `${date}-${last}` };
}
