// Parses a text into sentences of tokens, each with its stem, its lemma and its part of speech.
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItemToken, type ItsFunction, type WinkMethods } from 'wink-nlp';
import { beginningOf } from './beginning.ts';
import { stem } from './tokens.ts';

export interface Token {
  /** As written in the text. */
  text: string;
  /** In lower case, with "n't" as "not" and the like. */
  norm: string;
  stem: string;
  /** The stem of its lemma: "rose" is "rise". */
  lemma: string;
  /** The universal part of speech: NOUN, VERB, PUNCT ... */
  pos: string;
  /** Its place in the text, in UTF-16 units; `end` is the unit after it. */
  start: number;
  end: number;
}

let opened: WinkMethods | undefined;

/** Opens the language model with the first text. It takes a tenth of a second, for which no start should wait. */
function openLanguage(): WinkMethods {
  opened ??= winkNLP(model, ['sbd', 'pos']);
  return opened;
}

/** The full forms of contractions. It is a Map, since an object would also have an entry for "constructor". */
const FULL: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'],
  ['nt', 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'m", 'am'],
  ["'d", 'would'],
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ['ai', 'is'],
]);

/**
 * Matches before the ending of a possessive, but not of a contraction ("it's"). wink-nlp splits "union's" but keeps
 * "union's." whole, and from then on "union's" too: it would later read the same text in another way.
 */
const POSSESSIVE =
  /(?<=\p{L})(?<!(?<!\p{L})(?:it|that|what|who|he|she|there|here|let|how|where|when|why))(?='s(?!\p{L}))/giu;

/** The sentences of a text in order, including punctuation. */
export function parseSentences(text: string): Token[][] {
  const nlp = openLanguage();
  const { pos } = nlp.its;
  /** The declared type asks for less than `out` gives it. Some words have no lemma. */
  const lemma = nlp.its.lemma as unknown as ItsFunction<string | undefined>;
  const sentences: Token[][] = [];
  let at = 0;
  nlp
    .readDoc(text.replace(POSSESSIVE, ' '))
    .sentences()
    .each((sentence: ItemSentence) => {
      const tokens: Token[] = [];
      sentence.tokens().each((item: ItemToken) => {
        const value = item.out();
        const found = text.indexOf(value, at);
        const start = found < 0 ? at : found;
        at = start + value.length;
        // wink-nlp reads a closing "no." as an abbreviation, but its full stop ends the sentence.
        const lower = value.toLowerCase().replace(/(?<=^\p{L}{2,})\.$/u, '');
        const norm = FULL.get(lower) ?? lower;
        tokens.push({
          text: value,
          norm,
          stem: stem(norm),
          lemma: stem((item.out(lemma) ?? lower).replace(/(?<=^\p{L}{2,})\.$/u, '')),
          pos: item.out(pos),
          start,
          end: at,
        });
      });
      sentences.push(tokens);
    });
  return sentences;
}

/** Whether the beginning of a text has a verb, so that it says or asks something by itself. */
export const hasVerb = (text: string): boolean =>
  parseSentences(beginningOf(text))
    .flat()
    .some(({ pos }) => pos === 'VERB' || pos === 'AUX');
