// Plain text into Discord's Markdown and back: whatever somebody typed is drawn as typed, never as markup or a mention.

/**
 * What Discord's Markdown gives a meaning: marks anywhere in a line, the colon of an address (which would become a
 * link), bullets and numbers that begin a line; and the brackets by which an invisible character is shown.
 * Discord takes a backslash before any character but letters, digits and white space as "this one plain".
 */
const MARKUP = /[\\`*_~|<>#@[\]⟨⟩]|:(?=\/\/)|(?<=^[^\S\n]*)[-+]|(?<=^[^\S\n]*\d+)\.(?=\s)/gmu;

/**
 * Characters that nobody sees but that reorder, hide or break the text around them: controls, bidirectional and
 * zero-width ones, halves of a surrogate pair. Joiners stay, since emoji and some scripts are made with them.
 */
const INVISIBLE = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Plain text as Markdown that draws exactly it; an invisible character is drawn by its number, as in ⟨U+202E⟩. */
export const escapeText = (text: string): string =>
  text.replace(MARKUP, '\\$&').replace(INVISIBLE, (character) => `⟨U+${hex(character)}⟩`);

/** The text that `escapeText` was given. */
export const unescapeText = (markdown: string): string =>
  markdown.replace(/\\([^\n])|⟨U\+([0-9A-F]+)⟩/gu, (_, escaped?: string, code?: string) =>
    code === undefined ? (escaped ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
  );

const hex = (character: string) =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
