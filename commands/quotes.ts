// Who said what, where and when: the article's quotations, each in full.
import { z } from 'zod';
import { asOf, type Desk, defineCommand, factButton, filterChoices, notice, quoteBlock } from '#bot';

export default defineCommand({
  description: 'Who said what, where and when',
  options: z.object({ speaker: z.string().optional().describe('Whose words') }),
  asked: [
    'quotes',
    'quotations',
    'who said what',
    'quotes {speaker}',
    'quotations {speaker}',
    'quote {speaker}',
  ],
  suggest: {
    speaker: (typed, desk) =>
      filterChoices(speakersOf(desk), typed).map(({ name, value }) => ({ name, value })),
  },
  run({ speaker = '' }, { desk }) {
    const { article, facts } = desk.knowledge;
    const all = speakersOf(desk);
    const speakers = filterChoices(all, speaker);
    if (speakers.length === 0)
      return notice(
        `The article quotes nobody by that name. It quotes: ${all.map(({ name }) => name).join('; ')}.`,
      );

    const quoted = speakers.flatMap(({ name, value }) =>
      [...facts.values()].flatMap((fact) =>
        fact.quotation?.speaker === value ? [{ fact, quotation: fact.quotation, name }] : [],
      ),
    );
    return {
      blocks: [
        { kind: 'heading', text: speakers.length === 1 ? `Said by ${quoted[0]?.name}` : 'Who said what' },
        ...quoted.map(({ quotation, name }) => quoteBlock(quotation, name)),
        asOf(article),
      ],
      buttons: quoted.map(({ fact }) => factButton(fact)),
    };
  },
});

/**
 * The parties that the article quotes, in the order in which it introduces them. One that it does not quote is found by
 * those of its side that it does, which speak for it.
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
