// Who said what, where and when: the article's quotations in its order, each in full.
import { z } from 'zod';
import {
  asOf,
  type Block,
  capitalize,
  type Desk,
  defineCommand,
  filterChoices,
  notice,
  quoteBlock,
} from '#bot';

export default defineCommand({
  description: 'Who said what, where and when',
  options: z.object({ speaker: z.string().optional().describe('Whose words') }),
  phrases: [
    'quotes',
    'quotations',
    'who said what',
    'quotes {speaker}',
    'quotations {speaker}',
    'quote {speaker}',
    'what did {speaker} say',
  ],
  appliesTo: ({ facts }) => [...facts.values()].some(({ quotation }) => quotation),
  suggest: {
    speaker: (typed, desk) =>
      filterChoices(speakersOf(desk), typed).map(({ name, value }) => ({ name, value })),
  },
  run({ speaker = '' }, { desk }) {
    const { article, facts } = desk.knowledge;
    const all = speakersOf(desk);
    if (all.length === 0) return notice('The article quotes nobody.');
    const speakers = filterChoices(all, speaker);
    if (speakers.length === 0)
      return notice(
        `The article quotes nobody by that name. It quotes: ${all.map(({ name }) => name).join('; ')}.`,
      );

    const quoted = [...facts.values()]
      .flatMap(({ quotation }) => {
        const speaker = speakers.find(({ value }) => value === quotation?.speaker);
        return quotation && speaker ? [{ quotation, speaker }] : [];
      })
      .sort((a, b) => a.quotation.paragraph - b.quotation.paragraph);
    return {
      blocks: [
        ...quoted.flatMap(({ quotation, speaker }, at): Block[] => {
          const before = quoted[at - 1];
          const isSame = before?.speaker === speaker;
          const { setting } = quotation;
          return [
            ...(isSame ? [] : [{ kind: 'lead' as const, text: capitalize(speaker.name) }]),
            ...(setting && !(isSame && before?.quotation.setting === setting)
              ? [{ kind: 'text' as const, text: `${capitalize(setting)}:` }]
              : []),
            quoteBlock(quotation, quotation.about),
          ];
        }),
        asOf(article),
      ],
    };
  },
});

/**
 * The parties that the article quotes, in the order in which it introduces them. A party that it does not quote is
 * represented by those of its side that it does.
 */
function speakersOf({ knowledge }: Desk) {
  const { parties } = knowledge.article;
  const ids = new Set([...knowledge.facts.values()].map((fact) => fact.quotation?.speaker));
  return parties
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, names, side }) => {
      const unquoted = parties.filter((party) => party.side === side && !ids.has(party.id));
      return { name, value: id, words: [...names, ...unquoted.flatMap((party) => party.names)] };
    });
}
