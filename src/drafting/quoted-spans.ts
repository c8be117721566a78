// Finds what stands between quotation marks.

/** A piece of text between quotation marks, which are not part of it. */
export interface QuotedSpan {
  /** Its place in the text, in UTF-16 units; `end` is the unit after it. */
  start: number;
  end: number;
  text: string;
}

/** How quotation marks open and close: typographic and straight double ones, then single ones as some papers use them. */
const PAIRS: readonly RegExp[] = [
  /“([^“”]*)(?:”|$)/gu,
  /"([^"]*)(?:"|$)/gu,
  /(?<![\p{L}\p{N}])‘([^‘]*?)’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'(?=\S)([^']*(?:'\p{L}[^']*)*[,.!?])'(?![\p{L}\p{N}])/gu,
];

/**
 * Finds the quoted pieces of a paragraph, in order. A quotation within a quotation belongs to the outer one. One that is
 * not closed goes to the end of the paragraph, as papers quote several paragraphs.
 */
export function quotedSpans(paragraph: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  for (const pattern of PAIRS)
    for (const { index, 0: whole, 1: text = '' } of paragraph.matchAll(pattern)) {
      const start = index + 1;
      const end = start + text.length;
      const overlaps = spans.some((span) => index < span.end && span.start < index + whole.length);
      if (text.trim() !== '' && !overlaps) spans.push({ start, end, text: text.trim() });
    }
  return spans.sort((a, b) => a.start - b.start);
}
