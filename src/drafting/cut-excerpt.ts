// Cuts a short excerpt out of a paragraph, word for word.
import { EXCERPT_WORDS } from '../core/knowledge/schema.ts';

/** A stretch of a text, in UTF-16 units; `end` is the unit after it. */
export interface Span {
  start: number;
  end: number;
}

/** A mark after which a new clause begins. */
const CLAUSE_END = /[,;:.!?—–()“"][”"’']?$/;

/**
 * Cuts an excerpt of at most twelve words that contains the beginning of a span. It begins with the clause around the
 * span, or as close to that as the length allows, and ends with the clause if possible.
 *
 * @param around the sentence, which the excerpt stays within
 */
export function cutExcerpt(paragraph: string, span: Span, around: Span): string {
  const words = [...paragraph.matchAll(/\S+/g)]
    .map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }))
    .filter(({ start, end }) => end > around.start && start < around.end);
  const first = Math.max(
    0,
    words.findIndex(({ end }) => end > span.start),
  );
  const last = Math.max(
    first,
    words.findLastIndex(({ start }) => start < span.end),
  );
  let from = first;
  while (from > 0 && !CLAUSE_END.test(words[from - 1]?.text ?? '') && last - from + 1 < EXCERPT_WORDS)
    from -= 1;
  let to = Math.min(last, from + EXCERPT_WORDS - 1);
  while (to + 1 < words.length && to - from + 1 < EXCERPT_WORDS && !CLAUSE_END.test(words[to]?.text ?? ''))
    to += 1;
  const [start, end] = [words[from]?.start ?? around.start, words[to]?.end ?? around.end];
  return withoutLoneQuotes(paragraph.slice(start, end)).replace(/[,;:]$/, '');
}

/**
 * Drops a quotation mark at the beginning or the end whose counterpart was cut off: an excerpt is displayed in
 * quotation marks itself.
 */
function withoutLoneQuotes(text: string): string {
  const opens = text.replace(/^["“](?=[^"”]*$)/, '');
  return opens.replace(/(?<=^[^"“]*)["”]$/, '');
}
