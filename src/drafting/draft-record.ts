// Builds the record of a draft.
import type { Draft, Value } from '../core/knowledge/schema.ts';
import type { Token } from '../core/text/parse-sentences.ts';
import { tokenize } from '../core/text/tokens.ts';
import { cutExcerpt } from './cut-excerpt.ts';
import type { Item } from './draft-items.ts';
import {
  type AskedClause,
  dateQuestions,
  numberQuestions,
  quotationQuestions,
  statementQuestions,
} from './draft-questions.ts';
import { withTold } from './draft-told.ts';
import { toPlainValues } from './draft-values.ts';
import type { NamedParty } from './name-speakers.ts';
import type { Sentence } from './read-paragraph.ts';

/** Maximum number of words in an id. */
const ID_WORDS = 4;

interface Surroundings {
  paragraph: string;
  number: number;
  sentence: Sentence;
  clause: readonly Token[];
  party: NamedParty | undefined;
  toId: (base: string) => string;
}

/**
 * Builds the record of a draft. Its questions may belong to other records too, and the caller adds its related facts.
 */
export function recordOf(
  item: Item,
  { paragraph, number, sentence, clause, party, toId }: Surroundings,
): Omit<Draft, 'topic'> {
  const words =
    item.kind === 'quotation'
      ? sentence.tokens.filter(({ start, end }) => start >= item.span.start && end <= item.span.end)
      : clause;
  const asked: AskedClause = { tokens: words, isAnswer: answersOf(item, clause) };
  const working = item.kind === 'date' ? item.working : undefined;
  const quotation =
    item.kind === 'quotation' && party
      ? { speaker: party.id, text: item.span.text, paragraph: number, setting: `in paragraph ${number}` }
      : undefined;
  return {
    id: toId(baseOf(item, asked)),
    draft: true,
    short: item.kind === 'number' ? paragraph.slice(item.span.start, item.span.end) : '',
    claim: '',
    status: working ? 'resolved' : party ? 'claimed' : 'stated',
    ...(working ? { working } : {}),
    ...(party ? { saidBy: [party.id] } : {}),
    citations: [{ paragraph: number, excerpt: cutExcerpt(paragraph, item.span, sentence) }],
    ...(quotation ? { quotation } : {}),
    values: valuesOf(item, clause, party, paragraph),
    questions: questionsOf(item, asked, party),
    related: [],
  };
}

function valuesOf(
  item: Item,
  clause: readonly Token[],
  party: NamedParty | undefined,
  paragraph: string,
): Value[] {
  const plain = toPlainValues(clause, paragraph);
  switch (item.kind) {
    case 'number':
      return [
        ...item.values.map((value) => (value.kind === 'number' ? withTold(value, clause) : value)),
        ...plain,
      ];
    case 'date':
      return [...item.values, ...plain];
    case 'quotation':
      return party ? [{ kind: 'party', party: party.id }] : [];
    case 'statement':
      return [...(party ? [{ kind: 'party' as const, party: party.id }] : []), ...plain];
  }
}

function questionsOf(item: Item, asked: AskedClause, party: NamedParty | undefined): string[] {
  const speaker = party?.name.replaceAll('’', "'").toLowerCase();
  switch (item.kind) {
    case 'number':
      return numberQuestions(item.quantity, asked);
    case 'date':
      return dateQuestions(asked, item.isTime);
    case 'quotation':
      return quotationQuestions(speaker ?? 'the article', item.span.text, asked);
    case 'statement':
      return statementQuestions(speaker, asked);
  }
}

/** Tells which tokens are the answer: a figure with what it counts, a date with its preposition. */
function answersOf(item: Item, clause: readonly Token[]): (token: Token) => boolean {
  if (item.kind !== 'number' && item.kind !== 'date') return () => false;
  const { span } = item;
  const inside = new Set(clause.filter((token) => token.start < span.end && token.end > span.start));
  const after = clause.findIndex(({ start }) => start >= span.end);
  if (item.kind === 'number') {
    const { noun, of, unit } = item.quantity;
    const left = [...tokenize((unit === 'percent' ? of : noun) ?? '')];
    for (let at = after; at >= 0 && at < clause.length && left.length > 0; at += 1) {
      const token = clause[at] as Token;
      const word = tokenize(token.text)[0] ?? '';
      if (left.includes(word)) left.splice(left.indexOf(word), 1);
      else if (!/^(?:DET|ADP|NUM|ADJ)$/.test(token.pos)) break;
      inside.add(token);
    }
  } else {
    const first = clause.findIndex((token) => inside.has(token));
    const before = clause[first - 1];
    if (before && /^(?:on|in|at|by|since|until|from)$/.test(before.norm)) inside.add(before);
  }
  return (token) => inside.has(token);
}

/**
 * Creates the function that adds a number to an id that is taken.
 *
 * @param taken ids in use
 */
export function createIds(taken: Iterable<string>): (base: string) => string {
  const ids = new Set(taken);
  const counts = new Map<string, number>();
  return (base) => {
    let count = counts.get(base) ?? 0;
    let id: string;
    do {
      count += 1;
      id = count === 1 ? base : `${base}-${count}`;
    } while (ids.has(id));
    counts.set(base, count);
    ids.add(id);
    return id;
  };
}

/** The words of a text that an id is made of: its first words of three letters or more. */
export const toIdWords = (text: string): string[] =>
  tokenize(text)
    .filter((word) => /^[a-z]{3,}$/.test(word))
    .slice(0, ID_WORDS);

/** An id of the words that tell what a draft is about. */
function baseOf(item: Item, { tokens }: AskedClause): string {
  const content = tokens.filter(({ pos }) => /^(?:NOUN|PROPN|VERB)$/.test(pos));
  const words = toIdWords(
    item.kind === 'quotation' ? item.span.text : content.map(({ text }) => text).join(' '),
  );
  return [item.kind === 'quotation' ? 'quote' : [], words.length > 0 ? words : item.kind].flat().join('-');
}
