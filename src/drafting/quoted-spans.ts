// Finds quoted text in a paragraph.

/** A piece of text in quotation marks, without the marks. */
export interface QuotedSpan {
  /** Its place in the text, in UTF-16 units; `end` is the unit after it. */
  start: number;
  end: number;
  text: string;
}

/**
 * How quotation marks open and close: typographic and straight double ones, then single ones, which some papers use.
 */
const PAIRS: readonly RegExp[] = [
  /“([^“”]*)(?:”|$)/gu,
  /"([^"]*)(?:"|$)/gu,
  /(?<![\p{L}\p{N}])‘([^‘]*?)’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'(?=\S)([^']*(?:'\p{L}[^']*)*[,.!?])'(?![\p{L}\p{N}])/gu,
];

/**
 * Finds the quoted pieces of a paragraph, in order. A quotation within a quotation is part of the outer one. A
 * quotation without a closing mark goes on to the end of the paragraph, as in papers that quote several paragraphs.
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
