// Writes questions about the subject of a draft, in the words of its sentence and in the order in which people type
// them.
import type { Token } from '../core/text/parse-sentences.ts';
import type { Quantity } from '../core/text/quantity.ts';

/** Maximum number of questions per draft. */
const MAX_QUESTIONS = 6;
/** Maximum number of words from a clause in a question. */
const CLAUSE_WORDS = 10;
/** Maximum number of keywords in a question. */
const KEYWORDS = 5;

/** The clause that a question is about. The question leaves out the tokens that answer it. */
export interface AskedClause {
  tokens: readonly Token[];
  /** Whether a token is part of the answer. */
  isAnswer: (token: Token) => boolean;
}

/** Questions for a number: how many, how much, what share. */
export function numberQuestions({ unit, noun, of, per }: Quantity, asked: AskedClause): string[] {
  const rest = clauseOf(asked);
  const words = keywordsOf(asked);
  const perUnit = per ? ` per ${per}` : '';
  switch (unit) {
    case 'percent':
      return choose([
        `what percent ${of ? `of ${of} ` : ''}${rest}`,
        `what percentage ${words}`,
        of ? `what share of ${of} ${words}` : `what share ${words}`,
        `${words} percent`,
      ]);
    case 'dollars':
      return choose([
        `how much money${perUnit} ${rest}`,
        `how many dollars ${words}`,
        `how much ${words}`,
        `${words} dollars`,
      ]);
    case 'count':
      return choose([
        `how many ${noun ?? ''} ${rest}`,
        `number of ${noun ?? ''} ${words}`,
        `how many ${noun ?? words} ${noun ? 'are there' : ''}`,
      ]);
    default:
      return choose([`how many ${unit} ${rest}`, `how long ${words}`, `number of ${unit} ${words}`]);
  }
}

/** Questions for a date or a time. */
export function dateQuestions(asked: AskedClause, isTime: boolean): string[] {
  const [rest, words] = [clauseOf(asked), keywordsOf(asked)];
  return choose([
    `when ${rest}`,
    isTime ? `at what time ${rest}` : `what day ${rest}`,
    `${isTime ? 'time' : 'date'} ${words}`,
    `when ${words}`,
  ]);
}

/** Questions for a quotation: who said what. */
export function quotationQuestions(speaker: string, quotation: string, asked: AskedClause): string[] {
  const words = keywordsOf(asked);
  const begin = quotation
    .replace(/[“”"‘’.,!?]/g, '')
    .split(/\s+/)
    .slice(0, KEYWORDS + 1)
    .join(' ')
    .toLowerCase();
  return choose([
    `who said ${begin}`,
    `what did ${speaker} say about ${words}`,
    `${speaker} quote ${words}`,
    `who said that ${words}`,
  ]);
}

/** Questions for a statement: what happened, and who says so. */
export function statementQuestions(speaker: string | undefined, asked: AskedClause): string[] {
  const [rest, words] = [clauseOf(asked), keywordsOf(asked)];
  if (words === '') return [];
  return choose([
    `is it true that ${rest}`,
    speaker ? `what did ${speaker} say about ${words}` : `what happened with ${words}`,
    `what about ${words}`,
    speaker ? `who says ${rest}` : `tell me about ${words}`,
  ]);
}

/** The words of the clause without the answer; if there are many, those nearest to it. */
function clauseOf(asked: AskedClause): string {
  const words = nearest(asked, CLAUSE_WORDS, ({ pos }) => pos !== 'PUNCT');
  const last = words.findLastIndex(({ pos }) => !/^(?:ADP|PART|DET|CCONJ|SCONJ)$/.test(pos));
  return joined(words.slice(0, last + 1));
}

/** The distinctive words of the clause, nearest to the answer. */
const keywordsOf = (asked: AskedClause): string =>
  joined(
    nearest(asked, KEYWORDS, ({ pos, norm }) => /^(?:NOUN|PROPN|ADJ|VERB)$/.test(pos) && !LITTLE.has(norm)),
  );

/** At most a given number of the wanted tokens in a row, around or next to the answer. */
function nearest(
  { tokens, isAnswer }: AskedClause,
  most: number,
  isWanted: (token: Token) => boolean,
): readonly Token[] {
  const wanted = tokens.filter((token) => isWanted(token) && !isAnswer(token));
  const answer = tokens.find(isAnswer)?.start ?? 0;
  const before = wanted.filter(({ start }) => start < answer).length;
  const from = before < most ? 0 : Math.min(before - Math.ceil(most / 2), Math.max(0, wanted.length - most));
  return wanted.slice(from, from + most);
}

/** Verbs and nouns that mean next to nothing alone. */
const LITTLE = new Set(
  'said say says have has had make made get got go goes went take took thing things'.split(' '),
);

const joined = (tokens: readonly Token[]): string =>
  tokens
    .map((token, i) => (i > 0 && tokens[i - 1]?.end === token.start ? token.text : ` ${token.text}`))
    .join('')
    .trim()
    .toLowerCase()
    .replaceAll('’', "'");

/** Keeps the first questions that say something, each once. */
function choose(questions: readonly string[]): string[] {
  const clean = questions.map((question) => question.replace(/\s+/g, ' ').trim());
  return clean
    .filter((question, i) => question.split(' ').length > 2 && clean.indexOf(question) === i)
    .slice(0, MAX_QUESTIONS);
}
