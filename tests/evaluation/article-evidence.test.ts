// What `npm run verify` reports about a knowledge that the article does not support.
import { expect, test } from 'vitest';
import { checkEvidence, fingerprint, paragraphsOf } from '../../src/evaluation/article-evidence.ts';
import { files, knowledge } from '../fixtures.ts';

const sources = Object.entries(files).map(([path, data]) => ({ path, data, lineOf: () => 7 }));
const all = [...knowledge.facts.values()];
const excerpts = all.map(({ citations: [citation] }) => citation?.excerpt).join('; ');
const figures =
  'On April 24, with 90% in 2007, 96.3% said yes at a turnout of 67.5%, and the contract ends May 1.';

test('nothing is told of excerpts, quotations and values that stand where they are said to', () => {
  const article = [
    `${excerpts}. ${figures}`,
    'Second.',
    'Third.',
    all.map(({ quotation }) => quotation?.text).join(),
    'Fifth.',
  ].join('\n\n');
  const { problems } = checkEvidence(
    article,
    { ...knowledge, article: { ...knowledge.article, sha256: fingerprint(article) } },
    sources,
  );
  const missing = problems.filter((problem) => !/add a fact$/.test(problem));
  expect(missing).toEqual([]);
});

test('an excerpt, a quotation and a value that stand elsewhere are named with their places', () => {
  const { problems } = checkEvidence(
    ['One.', 'Two.', 'Three.', 'Four.', 'Five.'].join('\n'),
    knowledge,
    sources,
  );
  expect(problems).toEqual(
    expect.arrayContaining([
      expect.stringContaining('article.yaml:7: this is not the edition'),
      'facts/votes.yaml:7: this excerpt of "yes-share" is not in paragraph 1: words on yes-share',
      expect.stringContaining('facts/quotes.yaml:7: this quotation of "leverage" is not in paragraph 4'),
      'facts/votes.yaml:7: the number 96.3 of "yes-share" is not in paragraph 1; cite the paragraph that states it, or add a "working"',
    ]),
  );
});

test.each(['\r\n', '\r'])('an article whose lines end in %j is the same edition', (end) => {
  const article = 'One.\n\nTwo.\n';
  const other = `\ufeff${article.replaceAll('\n', end)}`;
  expect(fingerprint(other)).toBe(fingerprint(article));
  expect(paragraphsOf(other)).toEqual(['One.', 'Two.']);
});
