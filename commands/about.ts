// What the bot will and will not do, its commands, its version, and who to turn to: on one screen of a phone.
import { z } from 'zod';
import { commandNames, contactBlocks, defineCommand } from '#bot';

export default defineCommand({
  description: 'What this bot will and will not do, and who runs it',
  options: z.object({}),
  asked: [
    'about',
    'version',
    'contact',
    'who are you',
    'who runs this bot',
    'who runs you',
    'who made you',
    'who made this bot',
    'who built you',
    'who built this bot',
    'who wrote this bot',
    'who owns this bot',
    'who is behind this bot',
    'who do I contact',
    'what version are you',
    'how does this work',
    'how does this bot work',
    'how do you work',
    'do you use AI',
    'is this AI',
    'are you an AI',
    'are you AI',
    'do you use ChatGPT',
    'are you ChatGPT',
    'is this ChatGPT',
    'are you a language model',
    'are you an LLM',
    'do you use an LLM',
    'do you make things up',
  ],
  run: (_, { desk, commands, host }) => ({
    blocks: [
      { kind: 'heading', text: `${desk.knowledge.article.bot} ${host.version}` },
      { kind: 'text', text: `I answer from one article, about ${desk.knowledge.article.subject}.` },
      {
        kind: 'list',
        items: [
          'Each answer says who says so, and cites the passage.',
          'No AI writes answers: people wrote the facts down.',
          'I know nothing later, and read only what you ask me to.',
          'You alone see an answer until you press Share.',
        ],
      },
      ...contactBlocks(host),
      ...commandNames(commands),
    ],
    buttons: [{ label: 'What each is for', request: { command: 'help', options: {} } }],
  }),
});
