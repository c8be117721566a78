// Reads the text of an article from a file, and refuses anything but plain text.
import { readFile } from 'node:fs/promises';
import { MAX_TEXT, tokenize } from '../core/text/tokens.ts';
import { fingerprint, paragraphsOf } from '../evaluation/article-evidence.ts';
import { decodeText } from './decode-text.ts';
import { OperatorError } from './operator-error.ts';

export interface ArticleText {
  /** The text as it is in the file. */
  text: string;
  paragraphs: string[];
  /** The SHA-256 of the text, as stored in article.yaml. */
  sha256: string;
}

/** The beginnings of files that are not plain text, and what to do about each. */
const FORMATS: readonly [pattern: RegExp, what: string][] = [
  [/^%PDF-/, 'is a PDF; copy its text into a text file, each paragraph on one line'],
  [/^PK(?!\w)/, 'is a packed document (.docx, .odt, .zip); save it as plain text'],
  [/^\{\\rtf/, 'is rich text; save it as plain text'],
  [/^\s*(?:<!doctype html|<html|<head|<body|<\?xml)/i, 'is HTML; copy the text of the page, not its source'],
];

/** An HTML tag. A text about "<3" has none. */
const TAG = /<\/?(?:p|div|span|a|br|h\d|li|ul|article|section|img|script|style|table|td|tr)\b[^>]*>/gi;
/** Number of tags at which a text counts as HTML. */
const TAGS = 3;

/** Words that every English text is full of. */
const ENGLISH = new Set(
  'the of and to in a is was that for on with as it by at from are be has have had not but were an this which said they he she its'.split(
    ' ',
  ),
);
/**
 * Minimum share of these words in an English text. It is near 0.35 in English news and encyclopedia articles, and
 * below 0.1 in German, French, Spanish, Dutch and Swedish ones.
 */
const MIN_ENGLISH = 0.18;
/** Minimum number of words for that share to mean anything. */
const ENOUGH_WORDS = 40;

/** Share of lines continuing on the next one at which a text counts as wrapped. */
const WRAPPED = 0.2;

/**
 * Reads an article.
 *
 * @throws {OperatorError} if the file cannot be read, is not plain text in English, or has no paragraphs or
 *   paragraphs too long to be cited, with what to do about it
 */
export async function readArticle(path: string): Promise<ArticleText> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      `${path} cannot be read (${error.code}). Give the path of your copy of the article's text.`,
    );
  });
  const refuse = (what: string) => new OperatorError(`${path} ${what}.`);
  const start = bytes.subarray(0, 1_000).toString('latin1');
  const format = FORMATS.find(([pattern]) => pattern.test(start.replace(/^\u00ef\u00bb\u00bf/, '')));
  if (format) throw refuse(format[1]);
  const { text, unreadable } = decodeText(bytes);
  if (unreadable) throw refuse(unreadable.message);
  if ((text.match(TAG)?.length ?? 0) >= TAGS)
    throw refuse('holds HTML tags; copy the text of the page, not its source');

  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) throw refuse('holds no text');
  const long = paragraphs.findIndex((paragraph) => paragraph.length > MAX_TEXT);
  if (long >= 0)
    throw refuse(
      `has a paragraph of ${paragraphs[long]?.length} characters (the ${ordinal(long + 1)}), and at most ${MAX_TEXT} are read; put each paragraph of the article on a line of its own`,
    );
  const wrapped = firstWrapped(text);
  if (wrapped !== undefined)
    throw refuse(
      `breaks its lines within sentences (such as after line ${wrapped}); put each paragraph on one line, since answers cite paragraphs by number`,
    );
  if (!readsAsEnglish(text)) throw refuse('does not read as English, and the bot answers in English only');
  return { text, paragraphs, sha256: fingerprint(text) };
}

const ordinal = (n: number): string =>
  `${n}${/1\d$/.test(String(n)) ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[n % 10] ?? 'th')}`;

/** The number of the first line that continues on the next one, if many lines do. */
function firstWrapped(text: string): number | undefined {
  const lines = text.split('\n');
  const wrapped = lines.flatMap((line, i) =>
    /[\p{L},]\s*$/u.test(line) && /^\s*\p{Ll}/u.test(lines[i + 1] ?? '') ? i + 1 : [],
  );
  return wrapped.length > WRAPPED * lines.length ? wrapped[0] : undefined;
}

function readsAsEnglish(text: string): boolean {
  // Only the beginning of a long text is tokenized, which is enough to tell.
  const words = tokenize(text);
  const known = words.filter((word) => ENGLISH.has(word)).length;
  const isLatin = (text.match(/[a-z]/gi)?.length ?? 0) > text.replace(/[\s\p{P}\p{N}]/gu, '').length / 2;
  return isLatin && (words.length < ENOUGH_WORDS || known >= MIN_ENGLISH * words.length);
}
