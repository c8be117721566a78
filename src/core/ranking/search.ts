// Finds documents by the words of a query: BM25F, forgiving typing errors, doing no more work than it must.

import { tokenize } from '../text/tokens.ts';
import { createVocabulary, type Vocabulary } from '../text/vocabulary.ts';
import { buildPostings, type SearchDocument } from './postings.ts';

export type { SearchDocument } from './postings.ts';

/** A document that contains words of the query. */
export interface Hit {
  id: string;
  /** The BM25F score, above 0. It compares the hits of one query, not of two. */
  score: number;
  /** The score as a share of the best possible one for this query, above 0 and up to 1. */
  share: number;
}

export interface Search {
  /**
   * Finds documents.
   *
   * @param query any text; only its first 48 different words are used
   * @param limit maximum number of hits, up to 100
   * @returns the best hits first; those with equal scores in the order of the documents
   */
  find(query: string, limit: number): Hit[];
  /** The words of the documents. */
  vocabulary: Vocabulary;
}

/** A word of the query, and its term. */
interface QueryTerm {
  term: number;
  /** A factor for the weights: below 1 for a corrected word, because the correction may be wrong. */
  trust: number;
  /** The most that the term can add to a score. */
  most: number;
}

/** Maximum number of different words. Questions have fewer; more is pasted text, and each unknown word costs time. */
const MAX_WORDS = 48;
const MAX_HITS = 100;
const TRUST_AFTER_ERRORS = [1, 0.85, 0.7] as const;
/** Added to bounds before they rule anything out, because sums in another order are rounded differently. */
const ROUNDING = 1 + 1e-9;
/**
 * Creates a search over documents. Building it is the expensive part, so build it once.
 *
 * @param documents in the order that breaks ties; their ids are returned unchanged
 */
export function createSearch(documents: readonly SearchDocument[]): Search {
  const { terms, words, starts, documents: postings, weights, highest, unknown } = buildPostings(documents);
  const vocabulary = createVocabulary(words);
  // One score for each document, all zero between queries: clearing those that changed is cheaper than a new array.
  const scores = new Float64Array(documents.length);
  const touched = new Uint32Array(documents.length);

  /** The terms of a query, those that can add most first, and the best possible score. */
  function read(query: string): { wanted: QueryTerm[]; possible: number } {
    const byTerm = new Map<number, QueryTerm>();
    let possible = 0;
    for (const typed of [...new Set(tokenize(query))].slice(0, MAX_WORDS)) {
      const meant = vocabulary.resolve(typed);
      const term = meant && terms.get(meant.word);
      if (meant === undefined || term === undefined) {
        possible += unknown;
        continue;
      }
      const most = highest[term] as number;
      const trust = TRUST_AFTER_ERRORS[meant.distance];
      const known = byTerm.get(term);
      if (known === undefined) possible += most;
      if (known === undefined || known.trust < trust) byTerm.set(term, { term, trust, most: most * trust });
    }
    return { wanted: [...byTerm.values()].sort((a, b) => b.most - a.most), possible };
  }

  /** Adds a term to every document that contains it. @returns the number of documents with a score so far */
  function addToAll({ term, trust }: QueryTerm, count: number): number {
    const end = starts[term + 1] as number;
    for (let at = starts[term] as number; at < end; at++) {
      const document = postings[at] as number;
      if (scores[document] === 0) touched[count++] = document;
      scores[document] = (scores[document] as number) + (weights[at] as number) * trust;
    }
    return count;
  }

  /** The place of a document in the postings of a term; -1 if it does not contain the term. */
  function positionOf(document: number, term: number): number {
    let low = starts[term] as number;
    let high = starts[term + 1] as number;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((postings[middle] as number) < document) low = middle + 1;
      else high = middle;
    }
    return low < end && postings[low] === document ? low : -1;
  }

  /** The best of the touched documents, best first. Each is inserted into a list that never exceeds the limit. */
  function best(count: number, limit: number): number[] {
    const top: number[] = [];
    let entry = 0;
    for (let at = 0; at < count; at++) {
      const document = touched[at] as number;
      if ((scores[document] as number) < entry) continue;
      let place = Math.min(top.length, limit);
      while (place > 0 && isBefore(document, top[place - 1] as number)) {
        if (place < limit) top[place] = top[place - 1] as number;
        place--;
      }
      if (place < limit) top[place] = document;
      if (top.length === limit) entry = scores[top[limit - 1] as number] as number;
    }
    return top;
  }

  function isBefore(a: number, b: number): boolean {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference > 0 || (difference === 0 && a < b);
  }

  /**
   * Scores the documents by MaxScore (Turtle and Flood, 1995). Terms are added in descending order of what they can
   * add. Once the remaining terms cannot bring a new document among the best, they are only looked up for documents
   * already found. The remaining terms are the most frequent ones, whose long lists would be most of the work. The
   * hits are the same as without this.
   */
  function score(wanted: readonly QueryTerm[], limit: number): number {
    let rest = wanted.reduce((sum, { most }) => sum + most, 0);
    let count = 0;
    for (const [index, term] of wanted.entries()) {
      const having = (starts[term.term + 1] as number) - (starts[term.term] as number);
      // Finding the lowest of the best scores costs about as much as reading that many postings.
      if (count >= limit && having > count) {
        const lowest = scores[best(count, limit)[limit - 1] as number] as number;
        if (rest * ROUNDING < lowest) return rescore(wanted.slice(index), count, lowest, rest);
      }
      count = addToAll(term, count);
      rest -= term.most;
    }
    return count;
  }

  /** Adds the remaining terms to the touched documents, and drops those that can no longer be among the best. */
  function rescore(wanted: readonly QueryTerm[], count: number, lowest: number, rest: number): number {
    let kept = count;
    let missing = rest;
    for (const { term, trust, most } of wanted) {
      const candidates = kept;
      kept = 0;
      for (let at = 0; at < candidates; at++) {
        const document = touched[at] as number;
        if (((scores[document] as number) + missing) * ROUNDING < lowest) {
          scores[document] = 0;
          continue;
        }
        touched[kept++] = document;
        const position = positionOf(document, term);
        if (position >= 0)
          scores[document] = (scores[document] as number) + (weights[position] as number) * trust;
      }
      missing -= most;
    }
    return kept;
  }

  function find(query: string, limit: number): Hit[] {
    const { wanted, possible } = read(query);
    const size = Math.min(Math.floor(limit), MAX_HITS);
    if (!(size >= 1)) return [];
    const count = score(wanted, size);
    const hits = best(count, size).map((document) => ({
      id: (documents[document] as SearchDocument).id,
      score: scores[document] as number,
      share: Math.min(1, (scores[document] as number) / possible),
    }));
    for (let at = 0; at < count; at++) scores[touched[at] as number] = 0;
    return hits;
  }

  return { find, vocabulary };
}
