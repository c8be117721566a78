// `npm run ask`: asks the desk from a terminal, without Discord: one question, or a batch of them as JSON Lines.
import { answerBlocks, answerText, asOf, citationBlocks, toPlainText } from '../bot/index.ts';
import type { Answer } from '../core/answer.ts';
import { runAsMain } from './main.ts';
import { defineTextProgram } from './text-program.ts';

const ask = defineTextProgram({
  script: 'ask',
  summary: 'Answers a question as the bot does, without Discord.',
  example: 'how many voted yes?',
  key: 'question',
  describe(desk, question) {
    const answer = desk.ask(question);
    return toPlainText([
      ...answerBlocks(answer, desk.knowledge),
      ...(answer.outcome === 'found' ? citationBlocks([answer.fact]) : []),
      asOf(desk.knowledge.article),
    ]);
  },
  judge(desk, question) {
    const answer = desk.ask(question);
    return { outcome: answer.outcome, answer: answerText(answer, desk.knowledge), facts: factIdsOf(answer) };
  },
});
export default ask;

function factIdsOf(answer: Answer): string[] {
  switch (answer.outcome) {
    case 'found':
      return [answer.fact, ...answer.items].map(({ id }) => id);
    case 'unsure':
      return answer.candidates.map(({ fact }) => fact.id);
    case 'unknown':
      return [];
  }
}

await runAsMain(import.meta.filename, ask);
