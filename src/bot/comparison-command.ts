// The command of a comparison: the picture, then the figures of each column, and what is missing.
import { z } from 'zod';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Comparison } from '../core/knowledge/view-schema.ts';
import { describeSources, NOT_SAID } from './attribution.ts';
import { asOf, capitalize, citationBlocks } from './blocks.ts';
import { type Command, defineCommand } from './command.ts';
import {
  type ColumnFigures,
  comparisonBars,
  comparisonTable,
  figureOf,
  figuresByColumn,
  type Row,
} from './comparison.ts';
import { type Block, type Button, notice } from './reply.ts';

/** Phrases that ask for figures side by side without saying which. */
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
 * Creates the command of a comparison.
 *
 * @param isFirst whether it also answers requests for a comparison that do not say of what
 */
export const comparisonCommand = (view: Comparison, isFirst: boolean): Command =>
  defineCommand({
    description: view.description,
    options: z.object({}),
    phrases: [view.id, ...(view.phrases ?? []), ...(isFirst ? COMPARE : [])],
    appliesTo: (knowledge) => comparisonTable(view, knowledge).columns.length > 0,
    run(_, { desk: { knowledge } }) {
      const columns = figuresByColumn(view, knowledge);
      if (columns.length === 0) return notice('The article gives no figures to compare.');
      const bars = comparisonBars(view, knowledge);
      const { given, derived } = comparisonTable(view, knowledge);
      const only = given.length === 1 ? given[0] : undefined;
      return {
        blocks: [
          bars ? { kind: 'picture', picture: bars } : { kind: 'heading', text: view.title },
          ...(only ? rowBlocks(only, view, knowledge) : columns.flatMap(columnBlocks)),
          ...citationBlocks(columns.flatMap(({ facts }) => facts)),
          asOf(knowledge.article),
        ],
        buttons: derived.length > 0 ? [workedOut(view)] : [],
      };
    },
  });

/** The figures of one column, below its name. */
function columnBlocks({ name, figures, missing, sources }: ColumnFigures): Block[] {
  return [
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
  ];
}

/** The figures of the only row, below its name. */
function rowBlocks({ measure, cells }: Row, view: Comparison, knowledge: Knowledge): Block[] {
  const entries = comparisonTable(view, knowledge).columns.flatMap(({ id, name }) => {
    const cell = cells.get(id);
    return cell ? [{ name, ...cell }] : [];
  });
  return [
    { kind: 'lead', text: measure },
    { kind: 'list', items: entries.map(({ name, value }) => `${name}: ${figureOf(measure, value)}`) },
    { kind: 'note', text: describeSources(entries, knowledge.article) },
  ];
}

const workedOut = ({ id }: Comparison): Button => ({
  label: 'What can be worked out from this',
  request: { command: 'workings', options: { view: id } },
});
