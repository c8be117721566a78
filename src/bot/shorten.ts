// Shortens a text at a word, for labels and for what a member typed. A quotation is never shortened.

/** Finds what a reader sees as one character: an emoji of several code points, a letter with its accents. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text itself if it has at most `limit` UTF-16 code units, else its first words and an ellipsis within that limit.
 * A word that takes more than half of the room is cut in its middle. No character is ever split.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  let wordEnd = 0;
  let afterSpace = true;
  for (const { segment, index } of graphemes.segment(text)) {
    const isSpace = /^\s/.test(segment);
    if (isSpace && !afterSpace) wordEnd = index;
    if (index + segment.length >= limit) break;
    end = index + segment.length;
    afterSpace = isSpace;
  }
  return `${text.slice(0, wordEnd > limit / 2 ? wordEnd : end)}…`;
}
