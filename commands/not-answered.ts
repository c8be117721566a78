// Adds a question to the list of unanswered questions. It is behind a button below answers, if such a list is kept.
import { z } from 'zod';
import { defineCommand, type Listing, notice } from '#bot';

const TOLD: Record<Listing, string> = {
  listed:
    'Thank you. Your question is now on the list of unanswered questions, without your name. See /privacy.',
  'enough today':
    'Thank you. You have put enough questions on the list for today, so this one was not added.',
  'nothing left':
    'Nothing of your question is left once mentions, links and long numbers are taken out, so it was not kept.',
  'not written': 'Your question could not be put on the list of unanswered questions. Nothing was kept.',
};

export default defineCommand({
  options: z.object({ question: z.string() }),
  async run({ question }, { unanswered, member, serverId }) {
    if (!unanswered)
      return notice('Your question was not kept: the list of unanswered questions is turned off.');
    return notice(TOLD[await unanswered.add(question, { memberId: member.id, serverId })]);
  },
});
