// A text as sentences of tokens: each with its stem, its lemma and its part of speech.
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItemToken, type ItsFunction } from 'wink-nlp';
import { stem } from './tokens.ts';

export interface Token {
  /** As it stands in the text. */
  text: string;
  /** In lower case, with "n't" as "not" and the like. */
  norm: string;
  stem: string;
  /** The stem of its lemma: "rose" is "rise". */
  lemma: string;
  /** Universal part of speech: NOUN, VERB, PUNCT ... */
  pos: string;
  /** Its place in the text, in UTF-16 units; `end` is the unit after it. */
  start: number;
  end: number;
}

const nlp = winkNLP(model, ['sbd', 'pos']);
const { pos } = nlp.its;
/** Its type asks for less than it is given by `out`; some words have none. */
const lemma = nlp.its.lemma as unknown as ItsFunction<string | undefined>;

/** What short forms stand for. A Map, since an object would have something for "constructor", too. */
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
 * Before the ending of a possessive, but not of a contraction ("it's"). wink-nlp takes "union's" apart but keeps
 * "union's." whole, and from then on "union's" too: it would read the same text in another way later.
 */
const POSSESSIVE =
  /(?<=\p{L})(?<!(?<!\p{L})(?:it|that|what|who|he|she|there|here|let|how|where|when|why))(?='s(?!\p{L}))/giu;

/** The sentences of a text, in order, punctuation included. */
export function parseSentences(text: string): Token[][] {
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
        // A closing "no." is read as an abbreviation: its full stop ends the sentence.
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
