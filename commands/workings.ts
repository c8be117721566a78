// The figures that the article does not state, each with its working. It is behind the button below /votes.
import { z } from 'zod';
import { asOf, citationBlocks, defineCommand, formatNumber, notice, voteTable } from '#bot';

export default defineCommand({
  options: z.object({}),
  run(_, { desk: { knowledge } }) {
    const cells = voteTable(knowledge).derived.flatMap(({ measure, cells }) =>
      [...cells].map(([period, cell]) => ({ measure, period, ...cell })),
    );
    if (cells.length === 0) return notice('There is nothing to work out from the figures of the article.');
    return {
      blocks: [
        { kind: 'heading', text: 'Worked out, not stated by the article' },
        {
          kind: 'list',
          items: cells.map(
            ({ measure, period, value, fact }) =>
              `${measure}, ${period}: ${formatNumber(value)}. ${fact.working}`,
          ),
        },
        ...citationBlocks(cells.map(({ fact }) => fact)),
        asOf(knowledge.article),
      ],
    };
  },
});
