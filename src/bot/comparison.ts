// The table of a comparison: every figure of the facts that has one of its measures, by measure and column.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Fact, Value } from '../core/knowledge/schema.ts';
import type { Comparison } from '../core/knowledge/view-schema.ts';
import { describeSources, NOT_SAID } from './attribution.ts';
import type { Bars } from './picture-content.ts';
import { formatNumber } from './values.ts';

type NumberValue = Extract<Value, { kind: 'number' }>;

export interface Cell {
  fact: Fact;
  value: NumberValue;
}

/** A measure, with a figure for each column that has one. */
export interface Row {
  measure: string;
  cells: ReadonlyMap<string, Cell>;
}

export interface Column {
  id: string;
  /** The heading above its figures. */
  name: string;
  /** The label beside a single figure. */
  label: string;
}

export interface Table {
  /** The columns with a figure in the rows below. */
  columns: readonly Column[];
  /** The rows with a figure that the article or a party gives. */
  given: readonly Row[];
  /** The rows in which every figure was worked out. */
  derived: readonly Row[];
}

/**
 * The table of a view. Its rows are in the order of the view's measures, or in that of the facts if the view names
 * none.
 */
export function comparisonTable({ measures, columns }: Comparison, { article, facts }: Knowledge): Table {
  const all: Column[] = columns
    ? columns.map(({ id, name }) => ({ id, name, label: name }))
    : article.periods.map(({ id, name }) => ({ id, name, label: id }));
  const columnOf = (value: NumberValue, fact: Fact) =>
    columns || value.column ? value.column : (value.period ?? fact.period ?? article.periods[0]?.id);
  const entries = [...facts.values()].flatMap((fact) =>
    fact.values.flatMap((value) => {
      if (value.kind !== 'number' || value.measure === undefined) return [];
      const column = all.find(({ id }) => id === columnOf(value, fact));
      return column ? [{ measure: value.measure, column: column.id, cell: { fact, value } }] : [];
    }),
  );
  const rows = (measures ?? [...new Set(entries.map(({ measure }) => measure))]).map((measure) => ({
    measure,
    cells: new Map(
      entries.filter((entry) => entry.measure === measure).map(({ column, cell }) => [column, cell]),
    ),
  }));
  const isGiven = ({ cells }: Row) => [...cells.values()].some(({ fact }) => fact.status !== 'derived');
  const given = rows.filter(isGiven);
  return {
    columns: all.filter(({ id }) => given.some(({ cells }) => cells.has(id))),
    given,
    derived: rows.filter((row) => row.cells.size > 0 && !isGiven(row)),
  };
}

/** What a table gives in a column: figures, missing measures, and who says so. */
export interface ColumnFigures {
  name: string;
  /** Such as "Price of a barrel: nearly 12 dollars". */
  figures: readonly string[];
  /** The measures that another column has. */
  missing: readonly string[];
  facts: readonly Fact[];
  /** Who says so, once where it is the same for all. */
  sources: string;
}

/** The given figures of a comparison, column by column. */
export function figuresByColumn(view: Comparison, knowledge: Knowledge): ColumnFigures[] {
  const { columns, given } = comparisonTable(view, knowledge);
  return columns.map(({ id, name }) => {
    const cells = given.flatMap(({ measure, cells }) => {
      const cell = cells.get(id);
      return cell ? [{ name: measure, ...cell }] : [];
    });
    return {
      name,
      figures: cells.map(({ name: measure, value }) => `${measure}: ${figureOf(measure, value)}`),
      missing: given.flatMap(({ measure, cells }) => (cells.has(id) ? [] : [measure])),
      facts: cells.map(({ fact }) => fact),
      sources: describeSources(cells, knowledge.article),
    };
  });
}

/** A figure next to its measure, without the words that the measure already contains: "Miles per gallon: 17.4". */
export function figureOf(measure: string, value: NumberValue): string {
  const isIn = (words: string | undefined) =>
    words !== undefined && measure.toLowerCase().includes(words.toLowerCase());
  return formatNumber({
    ...value,
    ...(isIn(value.of) && { of: undefined }),
    ...(isIn(value.unit) && { unit: '' }),
  });
}

/**
 * The given figures of one unit as bars, since one axis has one unit: percentages if there are any, otherwise the
 * unit with the most rows. In a column without a figure, a text takes the place of the bar.
 *
 * @returns undefined where there is nothing to draw
 */
export function comparisonBars(view: Comparison, knowledge: Knowledge): Bars | undefined {
  const { columns, given } = comparisonTable(view, knowledge);
  const byUnit = new Map<string, Row[]>();
  for (const row of given) {
    const [unit = '', ...others] = new Set([...row.cells.values()].map(({ value }) => value.unit));
    if (others.length === 0) byUnit.set(unit, [...(byUnit.get(unit) ?? []), row]);
  }
  const most = [...byUnit].reduce((a, b) => (b[1].length > a[1].length ? b : a), ['', [] as Row[]]);
  const [unit, rows] = [byUnit.has('percent') ? 'percent' : most[0], byUnit.get('percent') ?? most[1]];
  if (rows.length === 0) return undefined;
  return {
    kind: 'bars',
    title: view.title,
    unit,
    groups: rows.map(({ measure, cells }) => {
      const of = [...cells.values()][0]?.value.of;
      return {
        name: of && !measure.includes(of) ? `${measure}, of ${of}` : measure,
        bars: columns.map(({ id, label }) => {
          const value = cells.get(id)?.value;
          return value
            ? { label, value: value.number, says: formatNumber({ ...value, of: undefined }) }
            : { label, says: NOT_SAID };
        }),
      };
    }),
  };
}
