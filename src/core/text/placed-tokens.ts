// The words, numbers and signs of a text, each in plain spelling and with its place in the text as it was typed.
import { LINK, MAX_TEXT, MENTION } from './tokens.ts';

export interface PlacedToken {
  kind: 'word' | 'digits' | 'sign';
  /**
   * In lower case, without diacritics, in ASCII digits; an abbreviation without its dots. The ending 's is a token of
   * its own.
   */
  text: string;
  /** Whether nothing is between it and the token before it. */
  glued: boolean;
  /** Whether it began with a capital letter. */
  capital: boolean;
  start: number;
  end: number;
}

/** The tokens of a text, in order. */
export type Tokens = readonly PlacedToken[];

/**
 * A text in plain spelling. `starts` and `ends` give the original place of each of its units; they are missing if
 * nothing moved.
 */
interface PlainText {
  text: string;
  starts?: number[];
  ends?: number[];
}

// In order: digits in groups of three, with blanks or apostrophes between them; other digits with their dots and
// commas; letters with dots between ("p.m."); a word; the ending 's; any sign.
const TOKEN =
  /\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|(?<![\p{L}\d])\.\d+|(?<![\p{L}\d])\p{L}(?:\.\p{L}(?!\p{L}))+\.?|\p{L}+(?:'(?!s(?!\p{L}))\p{L}+)*|(?<=[\p{L}\d])'s(?!\p{L})|\S/gu;
const POSSESSIVE = "'s";
const ASCII = /^\p{ASCII}*$/u;
/** A Markdown quotation; ">60%" is a bound. */
const QUOTE_MARK = /^> (?!\d)/gm;
const MARKDOWN = /[*_`|\\]|~~/g;
const INVISIBLE = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const DIGIT = /\p{Nd}/u;
const CAPITAL = /^\p{Lu}/u;
/** Signs that stand for others in numbers and words, and that no normalization form replaces. */
const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '\u00b7': '.',
  '\u2027': '.',
  '\u30fb': '.',
  '\u066b': '.',
  '\u066c': ',',
  '\u066a': '%',
  '\u2044': '/',
  '\u2215': '/',
  '\u00b4': "'",
  '\u2018': "'",
  '\u2019': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u02bc': "'",
};

/**
 * Splits a text into words, numbers and signs.
 *
 * @param text any string; only its first 6,000 characters are read
 * @returns the tokens in order; their `start` and `end` are places in `text`
 */
export function placeTokens(text: string): PlacedToken[] {
  const bounded = text.slice(0, MAX_TEXT);
  const plain = toPlainText(bounded);
  const { starts, ends } = plain;
  const readable = [MENTION, LINK, QUOTE_MARK, MARKDOWN].reduce(
    (rest, pattern) => rest.replace(pattern, (match) => ' '.repeat(match.length)),
    plain.text,
  );
  const tokens: PlacedToken[] = [];
  let last = -1;
  for (const match of readable.matchAll(TOKEN)) {
    const first = match[0].charCodeAt(0);
    const kind = isDigit(match[0].charCodeAt(match[0].length - 1))
      ? 'digits'
      : isLetter(match[0]) || match[0] === POSSESSIVE
        ? 'word'
        : 'sign';
    const start = starts?.[match.index] ?? match.index;
    tokens.push({
      kind,
      text: kind === 'word' ? match[0].replaceAll('.', '') : match[0],
      glued: match.index === last,
      capital: kind === 'word' && isCapital(first, bounded, start),
      start,
      end: ends?.[match.index + match[0].length - 1] ?? match.index + match[0].length,
    });
    last = match.index + match[0].length;
  }
  return tokens;
}

function toPlainText(text: string): PlainText {
  if (ASCII.test(text)) return { text: text.toLowerCase() };
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let place = 0;
  for (const character of text) {
    const before = units.at(-1);
    const plain = toPlainCharacter(character, before !== undefined && DIGIT.test(before));
    for (let i = 0; i < plain.length; i++) {
      units.push(plain[i] ?? '');
      starts.push(place);
      ends.push(place + character.length);
    }
    place += character.length;
  }
  return { text: units.join(''), starts, ends };
}

function toPlainCharacter(character: string, followsDigit: boolean): string {
  if (character < '\u0080') return character.toLowerCase();
  const sign = PLAIN_SIGNS[character];
  if (sign) return sign;
  if (DIGIT.test(character)) return String(digitOf(character));
  const plain = character
    .normalize('NFKD')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ')
    .replaceAll('\u2044', '/')
    .toLowerCase()
    .replace(INVISIBLE, '');
  // "2½" is two and a half, not 21/2.
  return followsDigit && /^\d+\/\d/.test(plain) ? ` ${plain}` : plain;
}

/** The value of a decimal digit of any script. The ten digits of each script are consecutive. */
function digitOf(character: string): number {
  const plain = character.normalize('NFKD');
  if (plain >= '0' && plain <= '9') return Number(plain);
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (text: string): boolean => /^\p{L}/u.test(text);

function isCapital(code: number, text: string, start: number): boolean {
  const typed = text.charCodeAt(start);
  return typed === code
    ? false
    : typed < 128
      ? typed >= 65 && typed <= 90
      : CAPITAL.test(text.slice(start, start + 2));
}
