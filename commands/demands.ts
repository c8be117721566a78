// What the guild asks for, and what is said about the studios' answer.
import { z } from 'zod';
import {
  asOf,
  type Block,
  capitalize,
  citationBlocks,
  claimList,
  type Desk,
  defineCommand,
  describeAttribution,
  type Fact,
  factButton,
  factOf,
  filterChoices,
  type Knowledge,
  notice,
  partyNames,
} from '#bot';

export default defineCommand({
  description: "What the guild asks for, and what is said about the studios' answer",
  options: z.object({ topic: z.string().optional().describe('One demand, such as the health plan') }),
  appliesTo: (knowledge) => listOf(knowledge) !== undefined,
  asked: ['demands'],
  suggest: {
    topic: (typed, desk) =>
      filterChoices(topicsOf(listOf(desk.knowledge)?.items ?? [], desk), typed).map(({ name, value }) => ({
        name,
        value,
      })),
  },
  run({ topic = '' }, { desk }) {
    const { article } = desk.knowledge;
    const list = listOf(desk.knowledge);
    if (!list?.items) return notice('The article gives no list of demands.');
    const topics = topicsOf(list.items, desk);
    const demands = filterChoices(topics, topic).map(({ fact }) => fact);
    if (demands.length === 0)
      return notice(
        `The article mentions no such demand. It mentions: ${topics.map(({ name }) => name).join('; ')}.`,
      );

    const one = demands.length === 1 ? demands[0] : undefined;
    const answers = answersTo(one, list, desk);
    const what: Block[] = one
      ? [
          { kind: 'lead', text: one.short },
          { kind: 'text', text: one.claim },
          { kind: 'text', text: describeAttribution(one, article) },
        ]
      : claimList(demands, article);
    return {
      blocks: [
        { kind: 'heading', text: capitalize(list.questions[0] ?? list.short) },
        ...what,
        ...(answers.length > 0
          ? [{ kind: 'heading' as const, text: titleOf(answers, list, desk) }, ...claimList(answers, article)]
          : []),
        ...citationBlocks([...demands, ...answers]),
        asOf(article),
      ],
      buttons: [...(one ? [] : demands), ...answers].map((fact) => factButton(fact)),
    };
  },
});

/** The curated list of the demands; undefined where the knowledge has none. */
const listOf = ({ facts }: Knowledge): Fact | undefined =>
  [...facts.values()].find((fact) => fact.topic === 'demands' && fact.items);

const topicsOf = (items: readonly string[], { knowledge }: Desk) =>
  items.map((id) => {
    const fact = factOf(knowledge, id);
    return { name: fact.short, value: id, words: fact.questions, fact };
  });

/** "How the studios responded, by the guild's account". */
function titleOf(answers: readonly Fact[], list: Fact, desk: Desk): string {
  const { article } = desk.knowledge;
  const asking = sidesIn(list, desk);
  const others = partiesIn(answers, desk).filter(({ side }) => !asking.includes(side));
  const sayers = answers.flatMap(({ saidBy = [] }) => saidBy);
  const account = sayers.length > 0 ? `, by ${partyNames(sayers, article)}'s account` : '';
  return `How ${partyNames(
    others.map(({ id }) => id),
    article,
  )} responded${account}`;
}

/** What is said about the other side's answer. For a single demand, only what is related to it, if anything is. */
function answersTo(demand: Fact | undefined, list: Fact, desk: Desk): Fact[] {
  const asking = sidesIn(list, desk);
  const answers = list.related
    .map((id) => factOf(desk.knowledge, id))
    .filter((fact) => sidesIn(fact, desk).some((side) => !asking.includes(side)));
  const own = answers.filter(({ id }) => demand?.related.includes(id));
  return own.length > 0 ? own : answers;
}

/** The parties that facts name among their values. */
const partiesIn = (facts: readonly Fact[], { knowledge }: Desk) => {
  const ids = facts.flatMap(({ values }) =>
    values.flatMap((value) => (value.kind === 'party' ? [value.party] : [])),
  );
  return knowledge.article.parties.filter(({ id }) => ids.includes(id));
};

const sidesIn = (fact: Fact, desk: Desk) => partiesIn([fact], desk).map(({ side }) => side);
