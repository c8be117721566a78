// What the guild asks for, and what is said about the studios' answer.
import { z } from 'zod';
import {
  asOf,
  type Block,
  citationBlocks,
  type Desk,
  defineCommand,
  describeAttribution,
  describeStatus,
  type Fact,
  factButton,
  factOf,
  filterChoices,
  notice,
} from '#bot';

export default defineCommand({
  description: "What the guild asks for, and what is said about the studios' answer",
  options: z.object({ topic: z.string().optional().describe('One demand, such as the health plan') }),
  suggest: {
    topic: (typed, desk) =>
      filterChoices(topicsOf(listOf(desk)?.items ?? [], desk), typed).map(({ name, value }) => ({
        name,
        value,
      })),
  },
  run({ topic = '' }, { desk }) {
    const { article } = desk.knowledge;
    const list = listOf(desk);
    if (!list?.items) return notice('The article gives no list of demands.');
    const topics = topicsOf(list.items, desk);
    const demands = filterChoices(topics, topic).map(({ fact }) => fact);
    if (demands.length === 0)
      return notice(
        `The article mentions no such demand. It mentions: ${topics.map(({ name }) => name).join('; ')}.`,
      );

    const one = demands.length === 1 ? demands[0] : undefined;
    const answers = answersTo(one, list, desk);
    const withStatus = (fact: Fact) => `${fact.claim} (${describeStatus(fact, article)})`;
    const what: Block[] = one
      ? [
          { kind: 'lead', text: one.short },
          { kind: 'text', text: one.claim },
          { kind: 'text', text: describeAttribution(one, article) },
        ]
      : [
          { kind: 'lead', text: list.short },
          { kind: 'list', items: demands.map(withStatus) },
        ];
    return {
      blocks: [
        { kind: 'heading', text: 'What the guild asks for' },
        ...what,
        { kind: 'heading', text: "What is said about the studios' answer" },
        { kind: 'list', items: answers.map(withStatus) },
        ...citationBlocks([...demands, ...answers]),
        asOf(article),
      ],
      buttons: [...(one ? [] : demands), ...answers].map((fact) => factButton(fact)),
    };
  },
});

/** The curated list of the demands; undefined where the knowledge has none. */
const listOf = ({ knowledge }: Desk): Fact | undefined =>
  [...knowledge.facts.values()].find((fact) => fact.topic === 'demands' && fact.items);

const topicsOf = (items: readonly string[], { knowledge }: Desk) =>
  items.map((id) => {
    const fact = factOf(knowledge, id);
    return { name: fact.short, value: id, words: fact.questions, fact };
  });

/** What is said about the other side's answer. For a single demand, only what is related to it, if anything is. */
function answersTo(demand: Fact | undefined, list: Fact, { knowledge }: Desk): Fact[] {
  const sides = new Map(knowledge.article.parties.map(({ id, side }) => [id, side]));
  const sidesIn = (fact: Fact) =>
    fact.values.flatMap((value) => (value.kind === 'party' ? [sides.get(value.party)] : []));
  const asking = sidesIn(list);
  const answers = list.related
    .map((id) => factOf(knowledge, id))
    .filter((fact) => sidesIn(fact).some((side) => !asking.includes(side)));
  const own = answers.filter(({ id }) => demand?.related.includes(id));
  return own.length > 0 ? own : answers;
}
