// Helps the tests of the summary: tells which messages are summaries, and edits the knowledge of a desk.
import { type Desk, factOf, type Knowledge, summaryBlocks, summarySections } from '../../src/bot/index.ts';
import { type Message, MessageFlag } from '../../src/local/server/index.ts';
import { textOf } from './stage.ts';

/** The version of the bot on a stage that is given none. */
const VERSION = '0';

/** A public message of the bot's with a stamp on it. */
export const isOwnSummary = (message: Message) =>
  message.author.bot === true &&
  !(message.flags & MessageFlag.Ephemeral) &&
  /Edition [0-9a-f]{8} · Updated /.test(textOf(message));

/** The desk after a curator changed a figure's unit, which the summary shows. */
export function withChange(desk: Desk, unit: string): Desk {
  const facts = new Map(desk.knowledge.facts);
  for (const [id, fact] of facts)
    if (id === 'ballots-cast')
      facts.set(id, {
        ...fact,
        values: fact.values.map((value) => (value.kind === 'number' ? { ...value, unit } : value)),
      });
  return { ...desk, knowledge: { ...desk.knowledge, facts } };
}

/** Whether a summary with all sections shows the knowledge that the desk has now. */
export const isCurrent = (message: Message | undefined, { knowledge }: Desk) => {
  const stamp = summaryBlocks(knowledge, summarySections(knowledge), VERSION).at(-1);
  return stamp?.kind === 'stamp' && textOf(message).includes(stamp.text);
};

/** The knowledge after a curator moved the last date of the timeline. */
export function laterBy(knowledge: Knowledge, event: string): Knowledge {
  const facts = new Map(knowledge.facts);
  const fact = factOf(knowledge, 'contract-expiry');
  const values = fact.values.map((value) => (value.kind === 'date' ? { ...value, event } : value));
  return { ...knowledge, facts: facts.set(fact.id, { ...fact, values }) };
}
