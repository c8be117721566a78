// Checks a claim, or every sentence of a message, against the article.
import { z } from 'zod';
import { defineCommand, hasWords, notice, verdictReply } from '#bot';

export default defineCommand({
  description: 'Check a claim against the article',
  options: z.object({
    claim: z
      .string()
      .trim()
      .min(1, 'There is no text to check. Type a claim after /check.')
      .describe('What somebody says about it, in a sentence'),
  }),
  onMessage: { label: 'Check this message', option: 'claim' },
  run: ({ claim }, { desk }) =>
    hasWords(claim)
      ? verdictReply(desk.check(claim), claim, desk.knowledge)
      : notice('There is no text to check: I only read words.'),
});
