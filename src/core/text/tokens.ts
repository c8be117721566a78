// Text to tokens, the same way for what members type and for what the knowledge says.
import { stemmer } from 'stemmer';
import { rememberLast } from './remember-last.ts';

/** The most characters of a text that are read: the limit of a Discord option of type string. */
export const MAX_TEXT = 6_000;

/** The longest word that is stemmed; longer runs of letters are no English words. */
const MAX_STEMMED = 32;
/** A question is stemmed several times, and so are the words that most questions share. */
const REMEMBERED_STEMS = 4_096;

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const APOSTROPHES = /[\u2018\u2019\u201b\u2032\u02bc]/g;
/** Typed for an apostrophe; unfolding would make it a space and a diacritic. */
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
 * Brings a text to one plain form: compatibility characters unfolded (NFKC), lower case, no diacritics, straight
 * quotation marks and dashes, no invisible characters; mentions, links, emoji and Markdown signs become spaces.
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
export function tokenize(text: string): string[] {
  const tokens = normalize(text).match(TOKEN) ?? [];
  return tokens.map(bare);
}

/**
 * What two wordings of the same words share, whatever their punctuation and capitals.
 *
 * @returns the tokens with single spaces between them
 */
export const wordingKey = (text: string): string => tokenize(text).join(' ');

/**
 * Takes the ending off an English word, so that its forms meet ("raised", "raising", "raise"), by Porter's algorithm.
 *
 * @param word one token; anything but a plain word of at most 32 letters comes back as it is
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
