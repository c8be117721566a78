// What is kept about members and their questions: nothing, or the unanswered questions if the operator wants them.
import { z } from 'zod';
import { contactBlocks, defineCommand } from '#bot';

export default defineCommand({
  description: 'What is kept about you and your questions',
  options: z.object({}),
  phrases: [
    'privacy',
    'is this private',
    'what is kept',
    'what do you keep',
    'what do you store',
    'do you store anything',
    'do you store my questions',
    'do you save my questions',
    'do you log my questions',
    'do you log this',
    'do you log anything',
    'do you save this',
    'do you record this',
    'do you keep logs',
    'is this logged',
    'is this recorded',
    'do you read my messages',
    'do you read messages',
    'do you read our chat',
    'do you read this channel',
    'do you read messages in this channel',
    'do you store IP addresses',
    'where is the data stored',
    'where is my data stored',
    'are you reading our messages',
    'are you reading our chat',
    'do you track me',
    'who can see my question',
    'who can see my questions',
    'how do I delete my question',
    'how do I delete my data',
  ],
  run: (_, { unanswered, host }) => ({
    blocks: [
      { kind: 'heading', text: 'Privacy' },
      {
        kind: 'lead',
        text: unanswered
          ? 'Only questions that I could not answer are kept, without your name'
          : 'Nothing is kept about you',
      },
      {
        kind: 'list',
        items: [
          ...(unanswered
            ? [
                'Answered questions are not stored, and nobody is tracked.',
                'A question, or a part of one, that I cannot answer or that you report with "This didn\'t answer my question", is kept with the day it was asked, so that the answers get better. Your name and the channel are not kept, and the server only as a code, which says nothing without a key that the operator has. Mentions, links and long numbers are removed, and long questions are cut.',
                `It is deleted after ${unanswered.days} days. Until then, the people who run this bot can read it, and the moderators of the server where it was asked. Leave names out of questions: a name that is typed as a plain word stays in.`,
                'So that nobody fills that list, I count in memory how many questions each person has put on it today, under a code that is made anew every day. None of that is stored.',
              ]
            : ['Questions and answers are not stored, and nobody is counted or tracked.']),
          "The operator's log has one line for each use: the command, what came of it, which facts were shown, and the milliseconds it took. It holds neither your name nor your words, and neither the server nor the channel.",
          'What a button needs is stored in its message, and is gone when the message is deleted.',
          'Share posts your question, the answer and your name in the channel. You and the moderators can take it back with Remove.',
          'For ten minutes at most I remember which answers were posted in a channel, and how often a member posted, so that nothing is posted twice or too often.',
          'When you send me a plain direct message, I see that it was sent and answer with one line. I neither read nor keep it. In servers I get no messages at all.',
          'Where moderators turned sharing off, the channel is remembered until they turn it on again.',
          'Discord keeps messages by its own rules.',
        ],
      },
      ...contactBlocks(host),
    ],
    shareable: false,
  }),
});
