// The blocks and buttons that several replies share: the question, the citations, the as-of line, a fact's button.
import type { Desk } from '../core/desk.ts';
import type { Article, Citation, Fact, Quotation } from '../core/knowledge/schema.ts';
import { hasVerb } from '../core/text/parse-sentences.ts';
import { rememberLast } from '../core/text/remember-last.ts';
import { exampleQuestions } from './example-questions.ts';
import type { Host } from './host.ts';
import type { Block, Button } from './reply.ts';
import { shorten } from './shorten.ts';

/** Longer questions are shortened, to leave room for the answer. In UTF-16 code units. */
const QUESTION_LENGTH = 400;

/** UTF-16 code units of a button's label (Discord: Components, Button). */
const LABEL_LENGTH = 80;

/**
 * The question on one line, and whether it is complete.
 *
 * @param length maximum number of UTF-16 code units; a longer question ends in an ellipsis after a word
 */
export function questionBlock(
  question: string,
  label?: string,
  length = QUESTION_LENGTH,
): { block: Block; whole: boolean } {
  const line = question.trim().replace(/\s+/g, ' ');
  const text = shorten(line, length);
  return { block: { kind: 'question', text, ...(label ? { label } : {}) }, whole: text === line };
}

/**
 * Number of short answers that are remembered: about as many as an article has facts. Each takes as long to parse as a
 * question.
 */
const REMEMBERED = 512;

/** Whether a short answer says something by itself: "May 1, 2017" only says when. */
export const isSentence: (text: string) => boolean = rememberLast(REMEMBERED, hasVerb);

/** The citations of some facts, in the article's order. A passage that is part of another one is left out. */
export function citationBlocks(facts: readonly Fact[]): Block[] {
  const passages = facts.flatMap(({ id, citations }) => citations.map((citation) => ({ ...citation, id })));
  return passages
    .filter((passage, index) => !passages.some((other, at) => covers(other, passage, at < index)))
    .sort((a, b) => a.paragraph - b.paragraph)
    .map((passage) => ({
      kind: 'citation',
      paragraph: passage.paragraph,
      excerpt: passage.excerpt,
      facts: passages.filter((other) => covers(passage, other, true)).map(({ id }) => id),
    }));
}

/** Whether one passage contains another. Of two equal passages, the earlier one contains the later one. */
const covers = (one: Citation, other: Citation, isEarlier: boolean) =>
  one.paragraph === other.paragraph &&
  (one.excerpt === other.excerpt ? isEarlier : one.excerpt.includes(other.excerpt));

/**
 * A quotation in full, with what is known about it: by whom, about what, where and when. A comma at its end belongs
 * to the article's sentence.
 *
 * @param more which of that is told; all of it, unless something above the quotation says it
 */
export const quoteBlock = ({ text, paragraph }: Quotation, ...more: (string | undefined)[]): Block => ({
  kind: 'quote',
  text: text.replace(/,$/, ''),
  source: capitalize([...more.filter(Boolean), `paragraph ${paragraph}`].join(', ')),
});

/** The quotation of a fact, if it has one. */
export const quotationBlocks = ({ quotation }: Fact, { parties }: Article): Block[] =>
  quotation
    ? [
        quoteBlock(
          quotation,
          parties.find(({ id }) => id === quotation.speaker)?.name ?? quotation.speaker,
          quotation.about,
          quotation.setting,
        ),
      ]
    : [];

/** The line below every answer that says how old the news is. It links to the article. */
export const asOf = (article: Article): Block => ({
  kind: 'note',
  text: `As of ${article.asOf}`,
  ...(article.address ? { link: article.address } : {}),
});

/** The line above a reply that is about another channel; nothing if it is about the channel where it is. */
export const inChannel = (id: string | undefined): Block[] =>
  id === undefined ? [] : [{ kind: 'channel', id }];

/** How to reach whoever runs the bot; nothing where they give no contact. */
export function contactBlocks({ contact }: Host): Block[] {
  if (!contact) return [];
  if (!contact.startsWith('http'))
    return [{ kind: 'note', text: `Whoever runs this bot can be reached at ${contact}.` }];
  return [
    { kind: 'note', text: 'Whoever runs this bot can be reached here', link: contact, label: 'contact' },
  ];
}

/** A button that shows a fact. With a member's question, the fact's reply corrects a false premise in it. */
export function factButton(
  fact: Fact,
  label: string = fact.questions[0] ?? fact.short,
  question?: string,
): Button {
  const options = { fact: fact.id, ...(question ? { question } : {}) };
  return { label: shorten(capitalize(label), LABEL_LENGTH), request: { command: 'show', options } };
}

/** A button that asks a known question. */
const askButton = (question: string): Button => ({
  label: shorten(capitalize(question), LABEL_LENGTH),
  request: { command: 'ask', options: { question: capitalize(question) } },
});

/** Buttons that ask known questions, for somebody who does not know yet what to ask. */
export const exampleButtons = (desk: Desk): Button[] =>
  exampleQuestions(desk).map(({ question }) => askButton(question));

/** For known questions, which are in lower case as members type them, and for names written for mid-sentence. */
export const capitalize = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
