// Adds a question to the list of unanswered questions. It is behind a button below answers, if such a list is kept.
import { z } from 'zod';
import { defineCommand, notice } from '#bot';

export default defineCommand({
  options: z.object({ question: z.string() }),
  run: ({ question }, { unanswered }) => {
    if (!unanswered)
      return notice('Your question was not kept: the list of unanswered questions is turned off.');
    unanswered.add(question);
    return notice(
      'Thank you. Your question is now on the list of unanswered questions, without your name. See /privacy.',
    );
  },
});
