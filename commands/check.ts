// Checks a claim, or every sentence of a message, against the article.
import { z } from 'zod';
import { defineCommand, hasWords, inPieces, notice, verdictReply } from '#bot';

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
  async run({ claim }, { desk }) {
    if (!hasWords(claim)) return notice('There is no text to check: I only read words.');
    return verdictReply(await inPieces(desk.checkInPieces(claim)), claim, desk.knowledge);
  },
});
