// Cuts sentences into clauses, and finds the one that a figure, a date or a quotation belongs to.
import type { Token } from '../core/text/parse-sentences.ts';
import type { Quantity } from '../core/text/quantity.ts';
import type { Span } from './cut-excerpt.ts';
import { isInserted, type Speaking } from './find-speakers.ts';
import type { Sentence } from './read-paragraph.ts';

/** Minimum number of words in a clause: a shorter one says nothing that could be asked about. */
const MIN_WORDS = 5;

/** Whether a clause is long enough to be asked about, and has a verb with a subject. */
export const saysSomething = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ pos }) => pos !== 'PUNCT').length >= MIN_WORDS && tokens.some(isFiniteVerb);

/** Whether a token is a verb with a subject, unlike "including" or the "to expire" of a clause. */
const isFiniteVerb = ({ pos, norm }: Token): boolean =>
  pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(norm));

const BOUNDARY = /^(?:[,;:!?—–()]|\.+|…|--|but|while|although|though|which)$/;
const QUOTE = /^[“”"]$/;

/** Words that join clauses. Without a verb after them they are prepositions. */
const JOINTS = new Set(['before', 'after', 'when', 'until', 'since', 'while', 'as']);

/** Whether a finite verb follows before the next boundary. */
function goesOnWithVerb(tokens: readonly Token[], from: number): boolean {
  const rest = tokens.slice(from);
  const end = rest.findIndex(({ norm }) => BOUNDARY.test(norm) || JOINTS.has(norm));
  return rest.slice(0, end < 0 ? rest.length : end).some(isFiniteVerb);
}

/** Cuts a sentence at its commas and at words that begin a clause. A comma before a number may be part of a date. */
export function clausesOf(
  tokens: readonly Token[],
  isWhole: (token: Token) => boolean = () => false,
): Token[][] {
  const clauses: Token[][] = [[]];
  for (const [i, token] of tokens.entries()) {
    const isBoundary =
      BOUNDARY.test(token.norm) && !isWhole(token) && !(token.norm === ',' && tokens[i + 1]?.pos === 'NUM');
    const own = clauses.at(-1) ?? [];
    // "A week before the contract expires" has two clauses, "a week before the war" only one.
    const joins = JOINTS.has(token.norm) && own.some(isFiniteVerb) && goesOnWithVerb(tokens, i + 1);
    if (joins) clauses.push([]);
    if (isBoundary) clauses.push([]);
    else if (!QUOTE.test(token.text)) clauses.at(-1)?.push(token);
  }
  return clauses.filter((clause) => clause.length > 0);
}

/**
 * Finds the words of the clause around a place, without the words of attribution. A clause without a verb includes
 * the clause before it, or the one after it if it introduces that: "During the crisis of 1973, prices rose".
 *
 * @param isDate whether the place is a date
 */
export function clauseAround(
  { tokens }: Sentence,
  speaking: readonly Speaking[],
  span: Span,
  isDate = false,
): readonly Token[] {
  const clauses = clausesOf(tokens, ({ start, end }) => start >= span.start && end <= span.end);
  const found = clauses.findIndex((clause) => (clause.at(-1)?.end ?? 0) > span.start);
  const at = found < 0 ? clauses.length - 1 : found;
  const own = clauses[at] ?? [];
  const more = own.some(isFiniteVerb) ? [] : ((at === 0 ? clauses[1] : clauses[at - 1]) ?? []);
  const clause = at === 0 ? [...own, ...more] : [...more, ...own];
  const isSaying = (token: Token) => {
    const i = tokens.indexOf(token);
    return speaking.some(
      ({ speaker, at: verb, reports }) =>
        reports &&
        i >= Math.min(speaker.from, verb) &&
        i <= Math.max(speaker.to - 1, verb) &&
        !isInserted(tokens, { speaker, at: verb }, span),
    );
  };
  const rest = clause.filter((token) => !isSaying(token));
  // In "Said in an email on Monday", Monday is the day on which it was said.
  const isOfSaying = isDate && !rest.some((token) => isFiniteVerb(token) && token.start < span.start);
  const words = isOfSaying ? clause : rest;
  const begins = words[0]?.norm ?? '';
  return /^(?:that|and|but)$/.test(begins) || JOINTS.has(begins) ? words.slice(1) : words;
}

/**
 * Drops the words before a figure that follows another one. In "20% of the 6,310 stations", a question about the
 * second figure begins with it.
 */
export function fromFigure(
  clause: readonly Token[],
  span: Span,
  quantities: readonly Quantity[],
  { start }: Sentence,
): readonly Token[] {
  const before = quantities.findLast(({ end }) => end + start <= span.start);
  const between = clause.filter(
    (token) => before && token.start >= before.end + start && token.end <= span.start,
  );
  const isWhole = between.length > 0 && between.every(({ pos }) => pos === 'ADP' || pos === 'DET');
  return isWhole ? clause.filter((token) => token.start >= span.start) : clause;
}
