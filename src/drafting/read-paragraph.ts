// Reads a paragraph of an article for drafting: its sentences, with quotations kept whole.
import { parseSentences, type Token } from '../core/text/parse-sentences.ts';
import { type QuotedSpan, quotedSpans } from './quoted-spans.ts';

export interface Sentence {
  /** Its tokens, with their places in the paragraph. */
  tokens: readonly Token[];
  quotations: readonly QuotedSpan[];
  /** Its place in the paragraph, in UTF-16 units; `end` is the unit after it. */
  start: number;
  end: number;
}

/**
 * Maximum number of tokens in a sentence that only names the speaker of the quotation before it: "Keyser said on
 * Monday."
 */
const CREDIT = 12;

/**
 * Reads the sentences of a paragraph, in order. A quotation of several sentences is in one sentence, together with
 * the words that name its speaker.
 */
export function readParagraph(paragraph: string): Sentence[] {
  const spans = quotedSpans(paragraph);
  const merged: Token[][] = [];
  for (const tokens of parseSentences(paragraph)) {
    const [first] = tokens;
    const last = merged.at(-1);
    if (!first) continue;
    const isInside = spans.some(({ start, end }) => start < first.start && first.start <= end);
    if (last && (isInside || credits(tokens, last, spans))) last.push(...tokens);
    else merged.push([...tokens]);
  }
  return merged.map((tokens) => {
    const start = tokens[0]?.start ?? 0;
    const end = tokens.at(-1)?.end ?? start;
    return {
      tokens,
      start,
      end,
      quotations: spans.filter((span) => span.start >= start && span.start < end),
    };
  });
}

/**
 * Whether a sentence only names the speaker of a quotation that ended the sentence before with a question mark or an
 * exclamation mark.
 */
function credits(tokens: readonly Token[], before: readonly Token[], spans: readonly QuotedSpan[]): boolean {
  const end = before.at(-1)?.end ?? 0;
  const quotation = spans.find((span) => span.end < end && end - span.end <= 1);
  if (!quotation) return false;
  const isLower = /^\p{Ll}/u.test(tokens[0]?.text ?? '');
  return (
    isLower ||
    (/[?!]$/.test(quotation.text) && tokens.length <= CREDIT && !/^[“"‘']/.test(tokens[0]?.text ?? ''))
  );
}
