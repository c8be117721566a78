// Answers a question about the article with citations, or says that the article doesn't say.
import { z } from 'zod';
import { answerReply, capitalize, defineCommand } from '#bot';

/** Known questions that are offered while typing: as many as one can read at a glance. */
const SUGGESTIONS = 10;

export default defineCommand({
  description: 'Ask a question about the article',
  options: z.object({
    question: z.string().trim().min(1, 'Type a question after /ask.').describe('What you would like to know'),
  }),
  suggest: {
    question: (typed, desk) =>
      desk
        .suggest(typed, SUGGESTIONS)
        .map(({ question }) => capitalize(question))
        .map((question) => ({ name: question, value: question })),
  },
  run({ question }, { desk }) {
    const answer = desk.ask(question);
    const asked = { question, answered: answer.outcome === 'found' };
    return { ...answerReply(answer, question, desk.knowledge), asked };
  },
});
