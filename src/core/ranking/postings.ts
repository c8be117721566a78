// The inverted index: which documents contain a word, and what that adds to their BM25F scores, computed beforehand.
import { stem, tokenize } from '../text/tokens.ts';

/** What is searched, such as the claim of a fact and the questions that it answers. */
export interface SearchDocument {
  id: string;
  /** The texts, and how much a word counts in each of them; above 0. */
  fields: readonly { text: string; weight: number }[];
}

/** The postings of all terms one after another; those of term `t` are at `starts[t]` up to `starts[t + 1]`. */
export interface Postings {
  /** The term of each word, a number from 0. The forms of a word share one term. */
  terms: ReadonlyMap<string, number>;
  /** Every form of every word in the documents, the most frequent first. */
  words: readonly string[];
  starts: Uint32Array;
  /** Positions in the list of documents, ascending within a term. */
  documents: Uint32Array;
  /** What the term adds to the score of the document, above 0. */
  weights: Float32Array;
  /** The highest weight of each term: the most that it can add to a score. */
  highest: Float32Array;
  /** The weight that a word would have if one document contained it, for words that none contains. */
  unknown: number;
}

/** How soon further uses of a word stop counting: k1 of BM25, usually 1.2 (Robertson and Zaragoza, 2009). */
const SATURATION = 1.2;
/** How much a document that is longer than the average is held back, 0 to 1: b of BM25, usually 0.75. */
const LENGTH_PENALTY = 0.75;

interface Field {
  weight: number;
  terms: readonly number[];
}

/**
 * Indexes documents.
 *
 * @returns the postings, whose weights a search only has to add up
 */
export function buildPostings(documents: readonly SearchDocument[]): Postings {
  const terms = new Map<string, number>();
  const termOfStem = new Map<string, number>();
  const uses = new Map<string, number>();

  function toTerm(word: string): number {
    uses.set(word, (uses.get(word) ?? 0) + 1);
    let term = terms.get(word);
    if (term === undefined) {
      const root = stem(word);
      term = termOfStem.get(root) ?? termOfStem.size;
      termOfStem.set(root, term);
      terms.set(word, term);
    }
    return term;
  }

  const read: Field[][] = documents.map(({ fields }) =>
    fields.map(({ text, weight }) => ({ weight, terms: tokenize(text).map(toTerm) })),
  );
  const starts = countPostings(read, termOfStem.size);
  const postings: Postings = {
    terms,
    words: [...uses].sort(([, a], [, b]) => b - a).map(([word]) => word),
    starts,
    documents: new Uint32Array(starts.at(-1) as number),
    weights: new Float32Array(starts.at(-1) as number),
    highest: new Float32Array(termOfStem.size),
    unknown: 0,
  };
  postings.unknown = weigh(read, postings);
  return postings;
}

/** Where the postings of each term start. A term has one posting for every document that contains it. */
function countPostings(read: readonly (readonly Field[])[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  const lastSeen = new Int32Array(terms).fill(-1);
  for (const [document, fields] of read.entries()) {
    for (const field of fields) {
      for (const term of field.terms) {
        if (lastSeen[term] === document) continue;
        lastSeen[term] = document;
        starts[term + 1] = (starts[term + 1] as number) + 1;
      }
    }
  }
  for (let term = 0; term < terms; term++) {
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  }
  return starts;
}

/** Fills in `documents`, `weights` and `highest`. @returns the weight of a word that no document contains */
function weigh(read: readonly (readonly Field[])[], postings: Postings): number {
  const { starts, documents, weights, highest } = postings;
  const lengths = read.map((fields) =>
    fields.reduce((sum, { weight, terms }) => sum + weight * terms.length, 0),
  );
  const average = lengths.reduce((sum, length) => sum + length, 0) / read.length;
  const next = starts.slice();
  const frequencies = new Float64Array(highest.length);
  for (const [document, fields] of read.entries()) {
    const found: number[] = [];
    for (const { weight, terms } of fields) {
      for (const term of terms) {
        if (frequencies[term] === 0) found.push(term);
        frequencies[term] = (frequencies[term] as number) + weight;
      }
    }
    const excess = (lengths[document] as number) / average - 1;
    for (const term of found) {
      const at = next[term] as number;
      const frequency = (frequencies[term] as number) / (1 + LENGTH_PENALTY * excess);
      const having = (starts[term + 1] as number) - (starts[term] as number);
      documents[at] = document;
      weights[at] = inverseFrequency(read.length, having) * saturate(frequency);
      highest[term] = Math.max(highest[term] as number, weights[at] as number);
      next[term] = at + 1;
      frequencies[term] = 0;
    }
  }
  const weight = read.flat().reduce((most, field) => Math.max(most, field.weight), 0);
  return inverseFrequency(read.length, 0) * saturate(weight);
}

function saturate(frequency: number): number {
  return frequency / (frequency + SATURATION);
}

function inverseFrequency(documents: number, having: number): number {
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}
