// Turns text into tokens, the same way for what members type and for what the knowledge says.
import { stemmer } from 'stemmer';
import { rememberLast } from './remember-last.ts';

/** Maximum number of characters of a text that are read: the limit of a Discord option of type string. */
export const MAX_TEXT = 6_000;

/** Maximum length of a word that is stemmed. Longer runs of letters are not English words. */
const MAX_STEMMED = 32;
/** Number of texts whose tokens are remembered: every step of an answer asks for those of the same one or two texts. */
const REMEMBERED_TEXTS = 8;
/** Number of stems that are remembered. A question is stemmed several times, and most questions share some words. */
const REMEMBERED_STEMS = 4_096;

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const APOSTROPHES = /[\u2018\u2019\u201b\u2032\u02bc]/g;
/** Typed instead of an apostrophe. Normalization would turn it into a space and a diacritic. */
const SPACING_ACUTE = '\u00b4';
const QUOTATION_MARKS = /[\u201c-\u201f\u2033\u00ab\u00bb]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
// Marks are what a decomposition leaves of diacritics; ignorable and format characters are zero-width and bidi signs.
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const NO_TEXT =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu;
// A mention (<@1>, <@&1>, <#1>), a custom emoji (<a:name:1>), a time (<t:1:R>), a command (</ask:1>).
export const MENTION = /<(?:[@#]|a?:|t:|\/|id:)[^<>\s]{1,100}>/g;
export const LINK = /(?:https?:\/\/|www\.)[^\s<>)\]]+/g;
const MARKDOWN = /[*_~`|#>\\]+/g;
const SPACES = /\s+/g;

// In order: a number with thousands separators, a number, letters with dots between ("p.m."), a word, a sign.
// An ordinal's ending is swallowed, so that "24th" is the number of "April 24".
const TOKEN =
  /(?<![\d.])\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?|\d+(?:\.\d+)?(?:(?:st|nd|rd|th)(?!\p{L}))?|(?<!\p{L})\p{L}(?:\.\p{L}(?!\p{L}))+|\p{L}+(?:'\p{L}+)*|[$€£¥%]/gu;

/**
 * Normalizes a text: compatibility characters (NFKC), lower case, no diacritics, straight quotation marks and dashes,
 * no invisible characters. Mentions, links, emoji and Markdown signs become spaces.
 *
 * @param text any string; only its first 6,000 characters are read
 * @returns words separated by single spaces, at most 6,000 characters; normalizing it again changes nothing
 */
export function normalize(text: string): string {
  const bounded = text.slice(0, MAX_TEXT);
  // Most text is plain ASCII, and five passes that look up Unicode properties change nothing in it.
  const plain = PRINTABLE_ASCII.test(bounded) ? bounded.toLowerCase() : toPlainLetters(bounded);
  return plain.replace(MENTION, ' ').replace(LINK, ' ').replace(MARKDOWN, ' ').replace(SPACES, ' ').trim();
}

/**
 * Splits a text into its words and numbers.
 *
 * Numbers lose their separators ("6,310" is `6310`) and their units stand alone ("96.3%" is `96.3`, `%`; "$287m" is
 * `$`, `287`, `m`). A possessive 's goes ("union's" is `union`), and so does every other apostrophe, because members
 * leave it out as often as they type it ("don't" is `dont`). Dots inside an abbreviation go ("p.m." is `pm`).
 *
 * @param text any string; only its first 6,000 characters are read
 * @returns the tokens in order, never empty strings
 */
export const tokenize: (text: string) => readonly string[] = rememberLast(REMEMBERED_TEXTS, (text) =>
  (normalize(text).match(TOKEN) ?? []).map(bare),
);

/**
 * The key that two wordings with the same words share, whatever their punctuation and capitals.
 *
 * @returns the tokens, separated by single spaces
 */
export const wordingKey = (text: string): string => tokenize(text).join(' ');

/**
 * Removes the ending of an English word by Porter's algorithm, so that its forms become the same ("raised",
 * "raising", "raise").
 *
 * @param word one token; anything but a plain word of at most 32 letters is returned unchanged
 */
export const stem: (word: string) => string = rememberLast(REMEMBERED_STEMS, (word) =>
  word.length <= MAX_STEMMED && /^[a-z]+$/.test(word) ? stemmer(word) : word,
);

function toPlainLetters(text: string): string {
  return text
    .replaceAll(SPACING_ACUTE, "'")
    .normalize('NFKD')
    .replace(APOSTROPHES, "'")
    .replace(QUOTATION_MARKS, '"')
    .replace(DASHES, '-')
    .toLowerCase()
    .replace(UNSEEN, '')
    .slice(0, MAX_TEXT)
    .replace(NO_TEXT, ' ')
    .normalize('NFC');
}

function bare(token: string): string {
  const first = token.charCodeAt(0);
  if (first >= 48 && first <= 57) return token.replaceAll(',', '').replace(/[a-z]+$/, '');
  return token.replace(/'s$/, '').replace(/['.]/g, '');
}
