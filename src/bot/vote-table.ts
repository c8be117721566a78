// The table of the votes: every figure of the facts that has a measure, by measure and period.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Fact, Value } from '../core/knowledge/schema.ts';
import { describeSources } from './attribution.ts';
import type { Bars } from './picture-content.ts';
import { formatNumber } from './values.ts';

export interface VoteCell {
  fact: Fact;
  value: Extract<Value, { kind: 'number' }>;
}

/** A row of the table: one measure, with a figure for each period that has one. */
export interface VoteRow {
  measure: string;
  cells: ReadonlyMap<string, VoteCell>;
}

/** Stands where a period has no figure. */
export const NOT_SAID = "the article doesn't say";

/** The rows in the order of the facts: those with a figure that somebody gives, and those with derived figures only. */
export function voteTable({ article, facts }: Knowledge): { given: VoteRow[]; derived: VoteRow[] } {
  const cells = [...facts.values()].flatMap((fact) =>
    fact.values.flatMap((value) =>
      value.kind === 'number' && value.measure
        ? [
            {
              measure: value.measure,
              period: value.period ?? fact.period ?? article.periods[0]?.id ?? '',
              cell: { fact, value },
            },
          ]
        : [],
    ),
  );
  const rows = [...new Set(cells.map(({ measure }) => measure))].map((measure) => ({
    measure,
    cells: new Map(
      cells.filter((entry) => entry.measure === measure).map(({ period, cell }) => [period, cell]),
    ),
  }));
  const isGiven = (row: VoteRow) => [...row.cells.values()].some(({ fact }) => fact.status !== 'derived');
  return { given: rows.filter(isGiven), derived: rows.filter((row) => !isGiven(row)) };
}

/** What a table gives of one period: its figures, what it lacks, and who says so. */
export interface PeriodFigures {
  /** The period's name. */
  name: string;
  /** Such as "Voted yes: 96.3% of ballots". */
  figures: readonly string[];
  /** The measures that another period has. */
  missing: readonly string[];
  facts: readonly Fact[];
  /** Who says so, once where it is the same for all. */
  sources: string;
}

/** The given figures of each period that has some, this vote first. */
export function figuresByPeriod(knowledge: Knowledge): PeriodFigures[] {
  const { article } = knowledge;
  const { given } = voteTable(knowledge);
  return article.periods.flatMap(({ id, name }) => {
    const cells = given.flatMap(({ measure, cells }) => {
      const cell = cells.get(id);
      return cell ? [{ name: measure, ...cell }] : [];
    });
    if (cells.length === 0) return [];
    return {
      name,
      figures: cells.map(({ name: measure, value }) => `${measure}: ${figureOf(measure, value)}`),
      missing: given.flatMap(({ measure, cells }) => (cells.has(id) ? [] : [measure])),
      facts: cells.map(({ fact }) => fact),
      sources: describeSources(cells, article),
    };
  });
}

/** A figure beside its measure, without the words that the measure has already: "Ballots cast: 6,310". */
export function figureOf(measure: string, value: VoteCell['value']): string {
  const isIn = (words: string | undefined) =>
    words !== undefined && measure.toLowerCase().includes(words.toLowerCase());
  return formatNumber({
    ...value,
    ...(isIn(value.of) && { of: undefined }),
    ...(isIn(value.unit) && { unit: '' }),
  });
}

/** The given percentages as bars, this vote first. A period without a figure says so in place of its bar. */
export function voteBars(knowledge: Knowledge): Bars {
  const { periods } = knowledge.article;
  const shares = voteTable(knowledge).given.filter(({ cells }) =>
    [...cells.values()].every(({ value }) => value.unit === 'percent'),
  );
  return {
    kind: 'bars',
    title: periods.map(({ name }) => name).join(' / '),
    groups: shares.map(({ measure, cells }) => {
      const of = [...cells.values()][0]?.value.of;
      return {
        name: of && !measure.includes(of) ? `${measure}, of ${of}` : measure,
        bars: periods.map(({ id }) => {
          const value = cells.get(id)?.value;
          return value
            ? { label: id, value: value.number, says: formatNumber({ ...value, of: undefined }) }
            : { label: id, says: NOT_SAID };
        }),
      };
    }),
  };
}
