// The command of a curated list: its entries or one of them, and what is said about them.
import { z } from 'zod';
import type { Desk } from '../core/desk.ts';
import { factOf } from '../core/knowledge/parse.ts';
import type { Fact } from '../core/knowledge/schema.ts';
import type { ListView } from '../core/knowledge/view-schema.ts';
import { describeAttribution } from './attribution.ts';
import { asOf, citationBlocks, factButton } from './blocks.ts';
import { claimList } from './claim-list.ts';
import { type Command, defineCommand } from './command.ts';
import { filterChoices } from './filter-choices.ts';
import { type Block, notice } from './reply.ts';

/** Creates the command of a curated list. Its option is called "topic", as in the buttons under old messages. */
export const listCommand = (view: ListView): Command =>
  defineCommand({
    description: view.description,
    options: z.object({ topic: z.string().optional().describe(view.option) }),
    phrases: [view.id, ...(view.phrases ?? [])],
    suggest: {
      topic: (typed, desk) =>
        filterChoices(entriesOf(view, desk), typed).map(({ name, value }) => ({ name, value })),
    },
    run({ topic = '' }, { desk }) {
      const { article } = desk.knowledge;
      const entries = entriesOf(view, desk);
      const chosen = filterChoices(entries, topic).map(({ fact }) => fact);
      if (chosen.length === 0)
        return notice(
          `There is no such entry. Choose one of these: ${entries.map(({ name }) => name).join('; ')}.`,
        );

      const one = chosen.length === 1 ? chosen[0] : undefined;
      const replies = repliesTo(one, view, desk);
      const what: Block[] = one
        ? [
            { kind: 'lead', text: one.short },
            { kind: 'text', text: one.claim },
            { kind: 'text', text: describeAttribution(one, article) },
          ]
        : claimList(chosen, article);
      return {
        blocks: [
          { kind: 'heading', text: view.title },
          ...what,
          ...(view.replies
            ? [{ kind: 'heading' as const, text: view.replies.title }, ...claimList(replies, article)]
            : []),
          ...citationBlocks([...chosen, ...replies]),
          asOf(article),
        ],
        buttons: [...(one ? [] : chosen), ...replies].map((fact) => factButton(fact)),
      };
    },
  });

const entriesOf = ({ list }: ListView, { knowledge }: Desk) =>
  (factOf(knowledge, list).items ?? []).map((id) => {
    const fact = factOf(knowledge, id);
    return { name: fact.short, value: id, words: fact.questions, fact };
  });

/** The replies to the entries. For a single entry, only the related ones, if any are. */
function repliesTo(entry: Fact | undefined, { replies }: ListView, { knowledge }: Desk): Fact[] {
  const all = (replies?.facts ?? []).map((id) => factOf(knowledge, id));
  const own = all.filter(({ id }) => entry?.related.includes(id));
  return own.length > 0 ? own : all;
}
