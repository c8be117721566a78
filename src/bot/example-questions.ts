// Example questions for somebody who does not know what to ask yet.

import type { Desk } from '../core/desk.ts';
import type { Suggestion } from '../core/ranking/suggest.ts';
import { wordingKey } from '../core/text/tokens.ts';

/** Number of questions if the curators chose none: as many as fit one row on a phone, or two. */
const EXAMPLES = 3;

/** The questions that the curators chose in article.yaml, each with its fact; otherwise those of the largest topics. */
export function exampleQuestions({ knowledge, suggest }: Pick<Desk, 'knowledge' | 'suggest'>): Suggestion[] {
  const { article, facts } = knowledge;
  if (!article.examples) return suggest('', EXAMPLES);
  const owners = new Map(
    [...facts.values()].flatMap((fact) =>
      fact.questions.map((question) => [wordingKey(question), fact] as const),
    ),
  );
  return article.examples.flatMap((question) => {
    const fact = owners.get(wordingKey(question));
    return fact ? [{ question, fact }] : [];
  });
}
