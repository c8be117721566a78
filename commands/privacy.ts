// What is kept of members and their questions: nothing.

import { z } from 'zod';
import { defineCommand } from '#bot';

export default defineCommand({
  description: 'What is kept about you and your questions',
  options: z.object({}),
  run: () => ({
    blocks: [
      { kind: 'heading', text: 'Privacy' },
      { kind: 'lead', text: 'Nothing is kept' },
      {
        kind: 'list',
        items: [
          'Questions and answers are not stored, and nobody is counted or followed.',
          'What a button needs stands on its own message, and goes when the message goes.',
          'Share posts your question, the answer and your name in the channel. Remove takes it back: you can, and so can a moderator.',
          'Discord itself keeps messages by its own rules.',
        ],
      },
    ],
  }),
});
