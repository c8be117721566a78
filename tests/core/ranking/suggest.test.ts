// Suggestions from the index, compared with a plain implementation.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSuggest } from '../../../src/core/ranking/suggest.ts';
import { stem, tokenize } from '../../../src/core/text/tokens.ts';
import { createVocabulary } from '../../../src/core/text/vocabulary.ts';
import { knowledge } from '../../fixtures.ts';

const LIMIT = 4;
const suggest = createSuggest(knowledge);
const known = [...knowledge.facts.values()].flatMap(({ questions }) =>
  questions.map((question) => ({ question, tokens: tokenize(question) })),
);
const factOf = (question: string) =>
  [...knowledge.facts.values()].find(({ questions }) => questions.includes(question))?.id;
const vocabulary = createVocabulary(known.flatMap(({ tokens }) => tokens));

/** Every question is looked at, and all of them are sorted. */
function plainly(typed: string): string[] {
  const words = tokenize(typed);
  const last = words.at(-1) ?? '';
  const weigh = (root: string) => {
    const having = known.filter(({ tokens }) => tokens.map(stem).includes(root)).length || 1;
    return Math.log(1 + known.length / having);
  };
  const meant = (word: string) => vocabulary.resolve(word)?.word;
  const whole = new Set(
    words
      .slice(0, -1)
      .flatMap((word) => meant(word) ?? [])
      .map(stem),
  );
  return known
    .map(({ question, tokens }) => {
      const stems = new Set(tokens.map(stem));
      const lastMeant = stem(meant(last) ?? last);
      const begun = tokens.filter((token) => token.startsWith(last)).map((token) => weigh(stem(token)));
      const end = begun.length > 0 ? Math.max(...begun) : stems.has(lastMeant) ? weigh(lastMeant) : 0;
      const score = [...whole]
        .filter((root) => stems.has(root))
        .reduce((sum, root) => sum + weigh(root), end);
      return { question, score: score / Math.sqrt(tokens.length) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .filter(
      ({ question }, at, all) => at === all.findIndex((one) => factOf(one.question) === factOf(question)),
    )
    .slice(0, LIMIT)
    .map(({ question }) => question);
}

describe('what is suggested', () => {
  test('is what a plain look at every question gives, in its order', () => {
    const piece = fc
      .constantFrom(...new Set(known.flatMap(({ tokens }) => tokens)))
      .chain((word) => fc.nat(word.length).map((length) => word.slice(0, length + 1)));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const typed = pieces.join(' ');
        expect(suggest(typed, LIMIT).map(({ question }) => question)).toEqual(plainly(typed));
      }),
    );
  });

  test('is one question of each fact', () => {
    const facts = suggest('vote', 10).map(({ fact }) => fact.id);
    expect(facts.length).toBeGreaterThan(1);
    expect(new Set(facts).size).toBe(facts.length);
  });

  test('does not depend on what was typed before', () => {
    const first = suggest('how many', LIMIT);
    suggest('when did they leave', LIMIT);
    expect(suggest('how many', LIMIT)).toEqual(first);
  });

  test('is nothing where no word is known', () => {
    expect(suggest('xylophone', LIMIT)).toEqual([]);
  });
});
