// Known questions for what a member has typed so far.
import type { Suggestion } from './answer.ts';
import type { Knowledge } from './knowledge.ts';
import type { Fact } from './schema.ts';
import { stem, tokenize } from './tokens.ts';
import { createVocabulary } from './vocabulary.ts';

/**
 * Makes the function that finds known questions: those with most of the typed words first, the last word counting
 * from its first letters on, misspelt words as the known word that is meant.
 */
export function createSuggest({ facts }: Knowledge): (typed: string, limit: number) => Suggestion[] {
  const known = [...facts.values()].flatMap((fact) =>
    fact.questions.map((question) => {
      const tokens = tokenize(question);
      return { question, fact, tokens, stems: new Set(tokens.map(stem)) };
    }),
  );
  const vocabulary = createVocabulary(known.flatMap(({ tokens }) => tokens));
  const rarity = new Map<string, number>();
  for (const { stems } of known) for (const word of stems) rarity.set(word, (rarity.get(word) ?? 0) + 1);
  const opening = openers([...facts.values()]);
  const weigh = (word: string) => Math.log(1 + known.length / (rarity.get(word) ?? 1));

  return (typed, limit) => {
    const words = tokenize(typed);
    const last = words.at(-1);
    if (last === undefined) return opening.slice(0, limit);
    const whole = [...new Set(words.slice(0, -1))]
      .flatMap((word) => vocabulary.resolve(word)?.word ?? [])
      .map(stem);
    const lastWord = stem(vocabulary.resolve(last)?.word ?? last);
    const scored: { question: string; fact: Fact; score: number }[] = [];
    for (const { question, fact, tokens, stems } of known) {
      let score = 0;
      for (const word of whole) if (stems.has(word)) score += weigh(word);
      const begun =
        tokens.find((token) => token.startsWith(last)) ?? (stems.has(lastWord) ? last : undefined);
      if (begun !== undefined) score += weigh(stem(begun));
      if (score > 0) scored.push({ question, fact, score: score / Math.sqrt(tokens.length) });
    }
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ question, fact }) => ({ question, fact }));
  };
}

/** The first question of the first fact of each topic, the richest topic first. */
function openers(facts: readonly Fact[]): Suggestion[] {
  const topics = new Map<string, Fact[]>();
  for (const fact of facts) {
    const others = topics.get(fact.topic);
    if (others) others.push(fact);
    else topics.set(fact.topic, [fact]);
  }
  return [...topics.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap(([fact]) => (fact?.questions[0] ? [{ question: fact.questions[0], fact }] : []));
}
