// `npm run ask`: asks the desk from a terminal, without Discord: one question, or a batch of them as JSON Lines.
import { answerBlocks, answerCitations, answerText, asOf, type Member, toPlainText } from '../bot/index.ts';
import type { Answer } from '../core/asking/answer.ts';
import type { Fact } from '../core/knowledge/schema.ts';
import { runAsMain } from './main.ts';
import { defineTextProgram } from './text-program.ts';

const ask = defineTextProgram({
  script: 'ask',
  summary: 'Answers a question as the bot does, without Discord.',
  example: 'what is it about?',
  key: 'question',
  async describe({ bot, desk }, question) {
    const { memberQuestion, blocks } = await bot.respond({
      command: 'ask',
      options: { question },
      member: MEMBER,
    });
    // Asked for a command, such as "summarize", the bot replies with that.
    if (!memberQuestion) return toPlainText(blocks.filter(({ kind }) => kind !== 'question'));
    const answer = desk.ask(question);
    return toPlainText([
      ...answerBlocks(answer, desk.knowledge),
      ...answerCitations(answer),
      asOf(desk.knowledge.article),
    ]);
  },
  judge(desk, question) {
    const answer = desk.ask(question);
    return { outcome: answer.outcome, answer: answerText(answer, desk.knowledge), facts: factIdsOf(answer) };
  },
});
export default ask;

/** Whoever sits at the terminal, who moderates nothing. */
const MEMBER: Member = { id: '0', name: 'you', moderates: false, pins: false };

function factIdsOf(answer: Answer): string[] {
  switch (answer.outcome) {
    case 'found':
      return idsOf([
        answer.fact,
        ...answer.items,
        ...(answer.correction ? [answer.correction.fact] : []),
        ...answer.also,
      ]);
    case 'unsure':
      return idsOf(answer.candidates.map(({ fact }) => fact));
    case 'unknown':
      return [];
  }
}

const idsOf = (facts: readonly Fact[]) => [...new Set(facts.map(({ id }) => id))];

await runAsMain(import.meta.filename, ask);
