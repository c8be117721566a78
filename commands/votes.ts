// This vote and the 2007 vote side by side, with every figure that the facts give, and what is missing.
import { z } from 'zod';
import {
  asOf,
  citationBlocks,
  defineCommand,
  describeStatus,
  factButton,
  formatNumber,
  NOT_SAID,
  notice,
  type VoteCell,
  type VoteRow,
  voteBars,
  voteTable,
} from '#bot';

export default defineCommand({
  description: 'This vote and the 2007 vote side by side',
  options: z.object({}),
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
    const { article } = knowledge;
    const periods = article.periods.map(({ id }) => id);
    const { given, derived } = voteTable(knowledge);
    if (given.length === 0) return notice('The article gives no figures to compare.');
    const compared = given.filter(({ cells }) => periods.every((period) => cells.has(period)));
    const factsOf = (some: readonly VoteRow[]) =>
      some.flatMap(({ cells }) => periods.flatMap((period) => cells.get(period)?.fact ?? []));

    const givenText = (cell: VoteCell | undefined) =>
      cell ? `${formatNumber(cell.value)} (${describeStatus(cell.fact, article)})` : NOT_SAID;
    const derivedText = ({ value, fact }: VoteCell) => `${formatNumber(value)}. ${fact.working}`;
    const worked = derived.flatMap(({ measure, cells }) =>
      [...cells].map(([period, cell]) => `${measure}, ${period}: ${derivedText(cell)}`),
    );
    const bars = voteBars(knowledge);
    return {
      blocks: [
        { kind: 'heading', text: article.periods.map(({ name }) => name).join(' / ') },
        {
          kind: 'lead',
          text: factsOf(compared.length > 0 ? compared : given)
            .map((fact) => fact.short)
            .join('; '),
        },
        {
          kind: 'list',
          items: given.map(
            ({ measure, cells }) =>
              `${measure}: ${periods.map((period) => `${period}: ${givenText(cells.get(period))}`).join('; ')}`,
          ),
        },
        ...(worked.length > 0
          ? [
              { kind: 'text' as const, text: 'Derived from these figures, not stated by the article:' },
              { kind: 'list' as const, items: worked },
            ]
          : []),
        ...(bars.groups.length > 0 ? [{ kind: 'picture' as const, picture: bars }] : []),
        ...citationBlocks(factsOf([...given, ...derived])),
        asOf(article),
      ],
      buttons: factsOf(given).map((fact) => factButton(fact)),
    };
  },
});
