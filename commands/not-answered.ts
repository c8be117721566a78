// Adds a question to the list of unanswered questions. It is behind a button below answers, if such a list is kept.
import { z } from 'zod';
import { defineCommand, notice } from '#bot';

export default defineCommand({
  options: z.object({ question: z.string() }),
  async run({ question }, { unanswered }) {
    if (!unanswered)
      return notice('Your question was not kept: the list of unanswered questions is turned off.');
    if (!(await unanswered.add(question)))
      return notice('Your question could not be put on the list of unanswered questions. Nothing was kept.');
    return notice(
      'Thank you. Your question is now on the list of unanswered questions, without your name. See /privacy.',
    );
  },
});
