// Helps the tests of the summary: tells which messages are summaries, and edits the knowledge of a desk.
import { type Desk, knowledgeStamp } from '../../src/bot/index.ts';
import { type Message, MessageFlag } from '../../src/local/server/index.ts';
import { textOf } from './stage.ts';

/** A public message of the bot's with a stamp on it. */
export const isOwnSummary = (message: Message) =>
  message.author.bot === true &&
  !(message.flags & MessageFlag.Ephemeral) &&
  / · Knowledge [0-9a-f]{8} · /.test(textOf(message));

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

/** Whether a summary shows the knowledge that the desk has now. */
export const isCurrent = (message: Message | undefined, desk: Desk) =>
  textOf(message).includes(`Knowledge ${knowledgeStamp(desk.knowledge)}`);
