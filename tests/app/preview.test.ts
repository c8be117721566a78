// What a visitor of the preview sees follows from article.yaml: names of the bot and its places, greeting, examples.
import { expect, test } from 'vitest';
import { greet, namesFor } from '../../src/app/preview.ts';
import { knowledge } from '../fixtures.ts';
import { desk } from '../story-desk.ts';

const withArticle = (changes: object) => ({
  ...desk,
  knowledge: { ...knowledge, article: { ...knowledge.article, ...changes } },
});

test('the bot, a thread and a post are called after the article', () => {
  const other = withArticle({ bot: 'Bread Desk', subject: 'bread', examples: ['what about turnout'] });
  expect(namesFor(other)).toEqual({ bot: 'Bread Desk', thread: 'Bread', post: 'What about turnout' });
  expect(greet(other).text).toMatch(/^Bread Desk answers questions from one article, about bread\./);
  expect(greet(other).tries.map(({ command, options }) => [command, ...Object.values(options)])).toEqual([
    ['ask', 'What about turnout'],
    ['check', 'Short of turnout'],
    ['summary preview'],
  ]);
});

test('an article that says nothing of this has names and examples all the same', () => {
  const plain = withArticle({ subject: 'word '.repeat(60).trim() });
  const { bot, thread, post } = namesFor(plain);
  expect([bot, thread.length <= 100, post.toLowerCase()]).toEqual([
    'Article Desk',
    true,
    desk.suggest('', 1)[0]?.question.toLowerCase(),
  ]);
  expect(greet(plain).tries).toHaveLength(5);
});
