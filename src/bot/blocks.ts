// The pieces that several replies share: the question, the citations, the as-of line, and a fact's button.
import type { Article, Citation, Fact, Quotation } from '../core/knowledge/schema.ts';
import type { Block, Button } from './reply.ts';
import { shorten } from './shorten.ts';

/** A longer question is shown shortened, so that there is room for its answer. In UTF-16 code units. */
const QUESTION_LENGTH = 400;

/** Discord's limit for a button's label, in UTF-16 code units. */
const LABEL_LENGTH = 80;

/** The question on one line, and whether all of it is shown. */
export function questionBlock(question: string): { block: Block; whole: boolean } {
  const line = question.trim().replace(/\s+/g, ' ');
  const text = shorten(line, QUESTION_LENGTH);
  return { block: { kind: 'question', text }, whole: text === line };
}

/** What the facts are borne out by, in the article's order; a passage that is part of another is left out. */
export function citationBlocks(facts: readonly Fact[]): Block[] {
  const passages = facts.flatMap((fact) => fact.citations);
  return passages
    .filter((passage, index) => !passages.some((other, at) => covers(other, passage, at < index)))
    .sort((a, b) => a.paragraph - b.paragraph)
    .map(({ paragraph, excerpt }) => ({ kind: 'citation', paragraph, excerpt }));
}

/** Whether one passage makes another one superfluous; of two that are the same, the earlier one stays. */
const covers = (one: Citation, other: Citation, isEarlier: boolean) =>
  one.paragraph === other.paragraph &&
  (one.excerpt === other.excerpt ? isEarlier : one.excerpt.includes(other.excerpt));

/** A quotation, whole, with who said it, where and when. */
export const quoteBlock = ({ text, setting, paragraph }: Quotation, speaker: string): Block => ({
  kind: 'quote',
  text,
  source: `${capitalize(speaker)}, ${setting} (paragraph ${paragraph})`,
});

/** The line under every answer that says how old the news is, linked to the article. */
export const asOf = (article: Article): Block => ({
  kind: 'note',
  text: `As of ${article.asOf}`,
  link: article.address,
});

/** A button that shows a fact; with a member's question, any wrong premise in that question is set right. */
export function factButton(
  fact: Fact,
  label: string = fact.questions[0] ?? fact.short,
  question?: string,
): Button {
  const options = { fact: fact.id, ...(question ? { question } : {}) };
  return { label: shorten(capitalize(label), LABEL_LENGTH), request: { command: 'show', options } };
}

/** A button that asks a known question. */
export const askButton = (question: string): Button => ({
  label: shorten(capitalize(question), LABEL_LENGTH),
  request: { command: 'ask', options: { question } },
});

/** Known questions are kept in lower case, as members type them, and names in the middle of a sentence. */
export const capitalize = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
