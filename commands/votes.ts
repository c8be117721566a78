// This vote and the 2007 vote side by side: every figure that a fact puts in the table, and what is missing.

import { z } from 'zod';
import {
  asOf,
  citationBlocks,
  defineCommand,
  type Fact,
  factButton,
  sayNumber,
  sayStatus,
  type Value,
} from '#bot';

interface Cell {
  fact: Fact;
  value: Extract<Value, { kind: 'number' }>;
}

/** A row of the table: one measure, and its figure by period. */
interface Row {
  measure: string;
  cells: ReadonlyMap<string, Cell>;
}

export default defineCommand({
  description: 'This vote and the 2007 vote side by side',
  options: z.object({}),
  run(_, { desk }) {
    const { article, facts } = desk.knowledge;
    const periods = article.periods.map(({ id }) => id);
    const rows = rowsOf([...facts.values()], periods[0] ?? '');
    const given = rows.filter(({ cells }) =>
      [...cells.values()].some(({ fact }) => fact.status !== 'derived'),
    );
    const derived = rows.filter((row) => !given.includes(row));
    const compared = given.filter(({ cells }) => periods.every((period) => cells.has(period)));
    const factsOf = (some: readonly Row[]) =>
      some.flatMap(({ cells }) => periods.flatMap((period) => cells.get(period)?.fact ?? []));

    const sayGiven = (cell: Cell | undefined) =>
      cell ? `${sayNumber(cell.value)} (${sayStatus(cell.fact, article)})` : "the article doesn't say";
    const sayDerived = ({ value, fact }: Cell) => `${sayNumber(value)}. ${fact.working}`;
    return {
      blocks: [
        { kind: 'heading', text: article.periods.map(({ name }) => name).join(' / ') },
        {
          kind: 'lead',
          text: factsOf(compared)
            .map((fact) => fact.short)
            .join('; '),
        },
        {
          kind: 'list',
          items: given.map(
            ({ measure, cells }) =>
              `${measure}: ${periods.map((period) => `${period}: ${sayGiven(cells.get(period))}`).join('; ')}`,
          ),
        },
        { kind: 'text', text: 'Derived from these figures, not stated by the article:' },
        {
          kind: 'list',
          items: derived.flatMap(({ measure, cells }) =>
            [...cells].map(([period, cell]) => `${measure}, ${period}: ${sayDerived(cell)}`),
          ),
        },
        ...citationBlocks(factsOf(rows)),
        asOf(article),
      ],
      buttons: factsOf(given).map((fact) => factButton(fact)),
    };
  },
});

function rowsOf(facts: readonly Fact[], ownPeriod: string): Row[] {
  const cells = facts.flatMap((fact) =>
    fact.values.flatMap((value) =>
      value.kind === 'number' && value.measure
        ? [
            {
              measure: value.measure,
              period: value.period ?? fact.period ?? ownPeriod,
              cell: { fact, value },
            },
          ]
        : [],
    ),
  );
  const measures = [...new Set(cells.map(({ measure }) => measure))];
  return measures.map((measure) => ({
    measure,
    cells: new Map(
      cells.filter((entry) => entry.measure === measure).map(({ period, cell }) => [period, cell]),
    ),
  }));
}
