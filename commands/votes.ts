// This vote and the 2007 vote side by side: the picture, then the figures of each, and what is missing.
import { z } from 'zod';
import {
  asOf,
  type Block,
  type Button,
  capitalize,
  citationBlocks,
  defineCommand,
  figuresByPeriod,
  NOT_SAID,
  notice,
  voteBars,
  voteTable,
} from '#bot';

export default defineCommand({
  description: 'This vote and the 2007 vote side by side',
  options: z.object({}),
  appliesTo: (knowledge) => figuresByPeriod(knowledge).length > 0,
  asked: [
    'votes',
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
  ],
  run(_, { desk: { knowledge } }) {
    const periods = figuresByPeriod(knowledge);
    if (periods.length === 0) return notice('The article gives no figures to compare.');
    const bars = voteBars(knowledge);
    return {
      blocks: [
        ...(bars.groups.length > 0 ? [{ kind: 'picture' as const, picture: bars }] : []),
        ...periods.flatMap(({ name, figures, missing, sources }): Block[] => [
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
        ...citationBlocks(periods.flatMap(({ facts }) => facts)),
        asOf(knowledge.article),
      ],
      buttons: voteTable(knowledge).derived.length > 0 ? [WORKED_OUT] : [],
    };
  },
});

const WORKED_OUT: Button = {
  label: 'What can be worked out from this',
  request: { command: 'workings', options: {} },
};
