// Escapes plain text for Discord's Markdown, and back: what somebody typed never becomes markup or a mention.

/**
 * The characters with a meaning in Discord's Markdown: marks anywhere in a line, the colon of an address (which would
 * become a link), bullets and numbers at the start of a line; and the brackets around the number of an invisible
 * character. A backslash escapes any character but letters, digits and white space.
 */
const MARKUP = /[\\`*_~|<>#@[\]⟨⟩]|:(?=\/\/)|(?<=^[^\S\n]*)[-+]|(?<=^[^\S\n]*\d+)\.(?=\s)/gmu;

/**
 * Invisible characters that reorder, hide or break the text around them: control, bidirectional and zero-width
 * characters, and halves of a surrogate pair. Joiners stay, since emoji and some scripts need them.
 */
const INVISIBLE = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Most texts are of these characters only, and looking each of them up among the invisible ones takes longest. */
const PLAIN = /^[\n\t\x20-\x7e]*$/;

/** Markdown that shows exactly this text. An invisible character is shown by its number, as in ⟨U+202E⟩. */
export function escapeText(text: string): string {
  const escaped = text.replace(MARKUP, '\\$&');
  return PLAIN.test(text) ? escaped : escaped.replace(INVISIBLE, (character) => `⟨U+${hex(character)}⟩`);
}

/** The text that was passed to `escapeText`. */
export const unescapeText = (markdown: string): string =>
  markdown.replace(/\\([^\n])|⟨U\+([0-9A-F]+)⟩/gu, (_, escaped?: string, code?: string) =>
    code === undefined ? (escaped ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
  );

const hex = (character: string) =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
