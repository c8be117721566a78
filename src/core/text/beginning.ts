// The beginning of a text, as far as it is parsed.

/**
 * Maximum number of characters of a text that are parsed and judged, which bounds the time that any text takes. The
 * longest question collected from people has 354.
 */
export const MAX_READ = 600;

/** The characters that are read, up to the end of a word if there is one. */
const BEGINNING = new RegExp(String.raw`^.{1,${MAX_READ}}(?!\S)|^.{1,${MAX_READ}}`, 'su');

/** The beginning of a text, at most `MAX_READ` code points long; a shorter text as a whole. */
export const beginningOf = (text: string): string =>
  text.length > MAX_READ ? (BEGINNING.exec(text)?.[0] ?? '') : text;
