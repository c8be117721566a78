// The article in a few lines: which facts they come from, and how each of them is worded.
import { factOf, type Knowledge } from '../core/knowledge/parse.ts';
import type { Fact } from '../core/knowledge/schema.ts';
import { splitClaims } from '../core/text/claims.ts';
import { isSentence } from './blocks.ts';

/** Number of lines if the curators chose none. */
const LINES = 4;

/** The facts that the curators chose in article.yaml, or else the first fact of each topic. */
export function inShort(knowledge: Knowledge): Fact[] {
  const { article, facts } = knowledge;
  if (article.inShort) return article.inShort.map((id) => factOf(knowledge, id));
  const topics = new Map([...facts.values()].toReversed().map((fact) => [fact.topic, fact]));
  return [...topics.values()].toReversed().slice(0, LINES);
}

/** The words of a fact without its question: the short answer if it can stand alone, otherwise the claim. */
export const tellAlone = ({ short, claim }: Fact): string =>
  isSentence(short) ? short : (splitClaims(claim)[0] ?? claim);
