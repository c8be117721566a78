// The command of a comparison: the picture, then the figures of each column, and what is missing.
import { z } from 'zod';
import type { Comparison } from '../core/knowledge/view-schema.ts';
import { NOT_SAID } from './attribution.ts';
import { asOf, capitalize, citationBlocks } from './blocks.ts';
import { type Command, defineCommand } from './command.ts';
import { comparisonBars, comparisonTable, figuresByColumn } from './comparison.ts';
import { type Block, type Button, notice } from './reply.ts';

/** What asks for figures side by side, whatever they are of. */
const COMPARE = [
  'compare',
  'comparison',
  'side by side',
  'compare {periods}',
  'comparison {periods}',
  'difference {periods}',
  'difference between {periods}',
  '{periods} vs',
  '{periods} v',
  '{periods} versus',
  '{periods} compared',
  '{periods} side by side',
];

/**
 * Makes the command of a comparison.
 * @param isFirst whether it also answers to what asks for a comparison and does not say of what
 */
export const comparisonCommand = (view: Comparison, isFirst: boolean): Command =>
  defineCommand({
    description: view.description,
    options: z.object({}),
    asked: [view.id, ...(view.asked ?? []), ...(isFirst ? COMPARE : [])],
    appliesTo: (knowledge) => comparisonTable(view, knowledge).columns.length > 0,
    run(_, { desk: { knowledge } }) {
      const columns = figuresByColumn(view, knowledge);
      if (columns.length === 0) return notice('The article gives no figures to compare.');
      const bars = comparisonBars(view, knowledge);
      return {
        blocks: [
          bars ? { kind: 'picture', picture: bars } : { kind: 'heading', text: view.title },
          ...columns.flatMap(({ name, figures, missing, sources }): Block[] => [
            { kind: 'lead', text: name },
            { kind: 'list', items: figures },
            { kind: 'note', text: sources },
            ...(missing.length > 0
              ? [
                  {
                    kind: 'text' as const,
                    text: `${capitalize(NOT_SAID)}: ${missing.join(', ').toLowerCase()}.`,
                  },
                ]
              : []),
          ]),
          ...citationBlocks(columns.flatMap(({ facts }) => facts)),
          asOf(knowledge.article),
        ],
        buttons: comparisonTable(view, knowledge).derived.length > 0 ? [workedOut(view)] : [],
      };
    },
  });

const workedOut = ({ id }: Comparison): Button => ({
  label: 'What can be worked out from this',
  request: { command: 'workings', options: { view: id } },
});
