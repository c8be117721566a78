// What the bot will and will not do, with questions to try.
import { z } from 'zod';
import { askButton, asOf, defineCommand } from '#bot';

const EXAMPLES = 3;

export default defineCommand({
  description: 'What this bot will and will not do',
  options: z.object({}),
  run: (_, { desk }) => ({
    blocks: [
      { kind: 'heading', text: 'About Picket Desk' },
      { kind: 'lead', text: `Answers from one article, about ${desk.knowledge.article.subject}` },
      {
        kind: 'list',
        items: [
          'Each answer says who says so, and cites the paragraph with a short excerpt.',
          'What the article leaves open is answered with "the article doesn\'t say".',
          'Answers are for you alone until you press Share.',
          'It knows nothing that happened after the article, and makes no forecasts.',
          'Every answer comes from a curated list of facts; none is made up on the spot.',
          'It does not read along: it sees a message only when asked to check it, and speaks only when asked.',
        ],
      },
      asOf(desk.knowledge.article),
    ],
    buttons: desk.suggest('', EXAMPLES).map(({ question }) => askButton(question)),
  }),
});
