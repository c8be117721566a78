// Answers a question about the article with citations, or says that the article doesn't say.
import { z } from 'zod';
import {
  answerReply,
  capitalize,
  defineCommand,
  exampleButtons,
  hasWords,
  notice,
  questionBlock,
  replyByParts,
  unansweredIn,
} from '#bot';

/** Known questions that are offered while typing: as many as one can read at a glance. */
const SUGGESTIONS = 10;

export default defineCommand({
  description: 'Ask a question about the article',
  options: z.object({
    question: z.string().trim().min(1, 'Type a question after /ask.').describe('What you would like to know'),
  }),
  complete: {
    question: (typed, desk) => desk.suggest(typed, SUGGESTIONS).map(({ question }) => capitalize(question)),
  },
  async run({ question }, { desk, askedCommand }) {
    if (!hasWords(question))
      return {
        ...notice('I only read words. Type a question, or choose one of these:'),
        buttons: exampleButtons(desk),
      };
    const reply = await askedCommand(question);
    if (reply) return { ...reply, blocks: [questionBlock(question).block, ...reply.blocks] };
    const inParts = await replyByParts(question, desk, askedCommand);
    if (inParts) return inParts;
    const answer = desk.ask(question);
    return {
      ...answerReply(answer, question, desk.knowledge),
      memberQuestion: question,
      unanswered: unansweredIn(answer, question),
    };
  },
});
