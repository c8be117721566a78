// Counts an answer that missed the question; reached by the button under it, which is there only where a list is kept.

import { z } from 'zod';
import { defineCommand, notice } from '#bot';

export default defineCommand({
  options: z.object({ question: z.string() }),
  run: ({ question }, { unanswered }) => {
    if (!unanswered) return notice('Nothing was kept: the list of unanswered questions is turned off.');
    unanswered.add(question);
    return notice(
      'Thank you. Your question goes on the list of what I could not answer, without your name. See /privacy.',
    );
  },
});
