// Where the answers come from: the article, its editions, how much of it is covered, and what is not known about it.
import { z } from 'zod';
import { asOf, defineCommand, formatDate, formatTime } from '#bot';

export default defineCommand({
  description: 'Where the answers come from',
  options: z.object({}),
  phrases: [
    'source',
    'link',
    'links',
    'url',
    'link to read',
    'read it',
    'sources',
    'where is the article',
    'where can I find it',
    'where can I find the article',
    'where can I read it',
    'where can I read this',
    'is it up to date',
    'is this up to date',
    'how old is it',
    'how current is it',
    'how recent is it',
    'is there a newer version',
    'is there a newer version of the article',
    'is there a newer article',
    'how many facts do you know',
    'how many facts do you have',
  ],
  run(_, { desk }) {
    const { article, facts, gaps } = desk.knowledge;
    const cited = new Set(
      [...facts.values()].flatMap((fact) => fact.citations.map(({ paragraph }) => paragraph)),
    );
    // A gap that is near no fact is small talk.
    const missing = [...gaps.values()].filter(({ nearest }) => nearest.length > 0);
    return {
      blocks: [
        { kind: 'heading', text: 'Where the answers come from' },
        {
          kind: 'lead',
          text: `One article: ${[article.publisher, article.date ? formatDate(article.date) : []].flat().join(', ')}`,
        },
        { kind: 'text', text: `It is about ${article.subject}.` },
        {
          kind: 'list',
          items: [
            ...(article.dateBasis ? [`Date: ${article.dateBasis}`] : []),
            ...(article.editions.length > 0
              ? [
                  `Editions: ${article.editions.map(({ time, what }) => `${formatTime(time)} ${what}`).join('; ')}`,
                ]
              : []),
            ...(article.address ? [`Address: ${article.address}`] : []),
            `Coverage: ${facts.size} facts, which cite ${cited.size === article.paragraphs ? `all ${cited.size}` : `${cited.size} of its ${article.paragraphs}`} paragraphs`,
            `Not in it: ${missing.length} topics known to be missing from the article`,
            ...(article.unknown.length > 0 ? [`Not known: ${article.unknown.join(', ')}`] : []),
          ],
        },
        asOf(article),
      ],
    };
  },
});
