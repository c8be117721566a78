// What is kept of members and their questions: nothing, or where the operator wants it, what was asked in vain.

import { z } from 'zod';
import { defineCommand } from '#bot';

export default defineCommand({
  description: 'What is kept about you and your questions',
  options: z.object({}),
  run: (_, { unanswered }) => ({
    blocks: [
      { kind: 'heading', text: 'Privacy' },
      { kind: 'lead', text: unanswered ? 'Nothing is kept about you' : 'Nothing is kept' },
      {
        kind: 'list',
        items: [
          ...(unanswered
            ? [
                'Answered questions are not stored, and nobody is counted or followed.',
                'A question that I cannot answer, or that you report with "This didn\'t answer my question", is kept with its day, so that the answers get better. Your name, the server and the channel are not kept; mentions, links and long numbers are taken out, and long questions are cut.',
                `After ${unanswered.days} days it is deleted. Until then the people who run this bot and moderators of servers that have it can read it. Leave names out of questions: a name typed as a plain word stays in.`,
              ]
            : ['Questions and answers are not stored, and nobody is counted or followed.']),
          'What a button needs stands on its own message, and goes when the message goes.',
          'Share posts your question, the answer and your name in the channel. Remove takes it back: you can, and so can a moderator.',
          'For a few minutes I remember which answers were posted in a channel, and not by whom, so that nothing is posted twice.',
          'Discord itself keeps messages by its own rules.',
        ],
      },
    ],
  }),
});
