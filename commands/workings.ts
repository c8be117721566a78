// The figures that the article does not state, each with its working. It is behind the button below a comparison.
import { z } from 'zod';
import {
  asOf,
  citationBlocks,
  comparisonTable,
  defineCommand,
  formatNumber,
  notice,
  storedOption,
} from '#bot';

export default defineCommand({
  options: z.object({ view: storedOption }),
  run({ view: id }, { desk: { knowledge } }) {
    const views = knowledge.article.views.filter((view) => view.kind === 'comparison');
    const cells = views
      .filter((view) => id === undefined || view.id === id)
      .map((view) => comparisonTable(view, knowledge))
      .flatMap(({ columns, derived }) =>
        derived.flatMap(({ measure, cells }) =>
          [...cells].map(([column, cell]) => ({
            measure,
            column: columns.find(({ id }) => id === column)?.label ?? column,
            ...cell,
          })),
        ),
      );
    if (cells.length === 0) return notice('There is nothing to work out from the figures of the article.');
    return {
      blocks: [
        { kind: 'heading', text: 'Worked out, not stated by the article' },
        {
          kind: 'list',
          items: cells.map(
            ({ measure, column, value, fact }) =>
              `${measure}, ${column}: ${formatNumber(value)}. ${fact.working}`,
          ),
        },
        ...citationBlocks(cells.map(({ fact }) => fact)),
        asOf(knowledge.article),
      ],
    };
  },
});
