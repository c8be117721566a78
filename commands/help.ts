// How to use the bot: what can be typed, what each command is for, and questions to try.
import { z } from 'zod';
import { commandList, contactBlocks, defineCommand, exampleButtons } from '#bot';

export default defineCommand({
  description: 'What you can ask and type',
  options: z.object({}),
  asked: [
    'help',
    'help me',
    'menu',
    'commands',
    'list of commands',
    'what commands are there',
    'what can you do',
    'what can I ask',
    'what can I ask you',
    'how do I use this',
    'how do I use this bot',
    'how do I share',
    'how do I share this',
    'how do I share an answer',
    'how do I check a claim',
    'how do I check a message',
  ],
  run: (_, { desk, commands, host }) => ({
    blocks: [
      { kind: 'heading', text: `How to use ${desk.knowledge.article.bot}` },
      { kind: 'lead', text: `Type /ask and a question about ${desk.knowledge.article.subject}` },
      ...commandList(commands),
      {
        kind: 'text',
        text: 'Only you see an answer. Share, below it, posts it in the channel with your name; Remove takes it back.',
      },
      ...contactBlocks(host),
    ],
    buttons: exampleButtons(desk),
  }),
});
