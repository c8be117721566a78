// Compares a text with the right and wrong wordings of a fact: its nearest neighbours show what the rules cannot
// read.
import type { Ranked } from '../ranking/ranked.ts';
import { createPositions } from '../ranking/vectors.ts';
import { hash } from '../text/hash.ts';
import { firstNotBelow } from '../text/lower-bound.ts';
import { stem, tokenize } from '../text/tokens.ts';

/** The wordings of every fact as vectors, as stored in the model. */
export interface NeighboursModel {
  /** The hashes of all words and pairs of words in the wordings, ascending. */
  neighbourFeatures: Uint32Array;
  /** The weight of each in a vector: the rarer, the higher. */
  neighbourWeights: Float32Array;
  /** The lengths of the vectors. */
  neighbourNorms: Float32Array;
  /** Where the features of each wording start, with one extra entry at the end. */
  neighbourStarts: Uint32Array;
  /** The features of each wording, as indexes into `neighbourFeatures`. */
  neighbourPostings: Uint32Array;
  /**
   * Where the wordings of each kind start, for each of `factIds` in the order of `KINDS`, with one extra entry at the
   * end.
   */
  neighbourBlocks: Uint32Array;
}

/** The kinds of wording: statements that a fact supports or contradicts, questions that it answers or corrects. */
export const KINDS = ['supported', 'contradicted', 'asked', 'falsePremise'] as const;
/** The right and the wrong wordings of each sort, as indexes into `KINDS`. */
const SORTS = { statement: [0, 1], question: [2, 3] } as const;

/** How similar a text is to the wrong wordings of a fact, compared with the right ones. */
export interface Likeness {
  /**
   * The logarithm of how much nearer the wrong wordings are than the right ones, all together; 0 where one of the two
   * is missing.
   */
  ratio: number;
  /**
   * By how much the nearest wrong wording is nearer than the nearest right one: a difference of cosines, from -1 to
   * 1.
   */
  difference: number;
  /** The similarity of the nearest wording, right or wrong: a cosine, from 0 to 1. */
  most: number;
}

export interface Neighbours {
  /** Compares a text with the wordings of the facts that it may be about, weighted by how likely each is meant. */
  compare(text: string, facts: readonly Ranked[], sort: keyof typeof SORTS): Likeness;
}

/** A feature that a text shares with wordings, and what it adds to the product of their vectors. */
interface Shared {
  feature: number;
  product: number;
}

/** The weight of a pair of words, relative to a word that is as rare. */
const PAIR = 0.5;
/** How strongly the nearest wordings are preferred. 10 and 40 separated claims by other authors no better. */
const SHARPNESS = 20;

/** A word or a pair of words in a text. */
export interface NeighbourFeature {
  hash: number;
  /** Its weight relative to a word. */
  share: number;
}

/** The distinct words and pairs of words in a text. */
export function neighbourFeatures(text: string): NeighbourFeature[] {
  const words = tokenize(text).map(stem);
  const features = new Map<number, number>();
  for (const [i, word] of words.entries()) {
    features.set(hash(word), 1);
    const next = words[i + 1];
    if (next !== undefined) features.set(hash(`${word} ${next}`), PAIR);
  }
  return [...features].map(([value, share]) => ({ hash: value, share }));
}

/**
 * The weight of a feature.
 *
 * @param uses how many of the wordings use it
 * @param wordings how many wordings there are
 */
export const neighbourWeight = (share: number, uses: number, wordings: number): number =>
  share * Math.log((wordings + 1) / (uses + 1));

/** Creates the comparison from the arrays of the model. */
export function createNeighbours(model: NeighboursModel & { factIds: readonly string[] }): Neighbours {
  const { neighbourFeatures: features, neighbourWeights: weights, neighbourNorms: norms } = model;
  const { neighbourBlocks: blocks } = model;
  const { starts, wordings } = invert(model);
  const positionOf = createPositions(features);
  const places = new Map(model.factIds.map((id, i) => [id, i]));

  /**
   * The similarity of a text to each wording of one kind of a fact. Only the wordings that share a feature with the
   * text are looked at.
   *
   * @param shared the features of the text that wordings have, and what each adds to a product of two vectors
   * @param norm the length of the text's vector
   */
  function cosines(fact: number, kind: number, shared: readonly Shared[], norm: number): Float64Array {
    const block = fact * KINDS.length + kind;
    const [first, end] = [blocks[block] as number, blocks[block + 1] as number];
    const alike = new Float64Array(end - first);
    for (const { feature, product } of shared) {
      const last = starts[feature + 1] as number;
      for (let at = firstNotBelow(first, wordings, starts[feature] as number, last); at < last; at += 1) {
        const text = (wordings[at] as number) - first;
        if (text >= alike.length) break;
        alike[text] = (alike[text] as number) + product;
      }
    }
    // A wording whose words have no weight is similar to none.
    for (let text = 0; text < alike.length; text += 1)
      if (alike[text] !== 0) alike[text] = (alike[text] as number) / (norm * (norms[first + text] || 1));
    return alike;
  }

  return {
    compare(text, facts, sort) {
      const shared: Shared[] = [];
      let squares = 0;
      for (const { hash: value, share } of neighbourFeatures(text)) {
        const feature = positionOf(value);
        const weight = feature < 0 ? neighbourWeight(share, 0, norms.length) : (weights[feature] as number);
        squares += weight ** 2;
        if (feature >= 0) shared.push({ feature, product: weight ** 2 });
      }
      const norm = Math.sqrt(squares) || 1;
      const [right, wrong] = SORTS[sort];
      const total = facts.reduce((sum, { probability }) => sum + probability, 0) || 1;
      const mean: Likeness = { ratio: 0, difference: 0, most: 0 };
      for (const { id, probability } of facts) {
        const fact = places.get(id);
        if (fact === undefined || blocks.length === 0) continue;
        const [rights, wrongs] = [right, wrong].map((kind) => cosines(fact, kind, shared, norm)) as [
          Float64Array,
          Float64Array,
        ];
        const [mostRight, mostWrong] = [most(rights), most(wrongs)];
        const share = probability / total;
        mean.most += share * Math.max(mostRight, mostWrong);
        if (rights.length === 0 || wrongs.length === 0) continue;
        mean.ratio += share * (nearness(wrongs) - nearness(rights));
        mean.difference += share * (mostWrong - mostRight);
      }
      return mean;
    },
  };
}

/**
 * Lists the wordings by feature instead of the features by wording. The model file has them the other way round, in
 * which form it is a fifth smaller.
 *
 * @returns the wordings that have each feature, ascending, and where those of each feature start
 */
function invert({ neighbourFeatures: features, neighbourStarts, neighbourPostings }: NeighboursModel) {
  const starts = new Uint32Array(features.length + 1);
  for (const feature of neighbourPostings) starts[feature + 1] = (starts[feature + 1] as number) + 1;
  for (let feature = 0; feature < features.length; feature += 1)
    starts[feature + 1] = (starts[feature + 1] as number) + (starts[feature] as number);
  const next = starts.slice();
  const wordings = new Uint32Array(neighbourPostings.length);
  for (let wording = 0; wording + 1 < neighbourStarts.length; wording += 1)
    for (
      let at = neighbourStarts[wording] as number;
      at < (neighbourStarts[wording + 1] as number);
      at += 1
    ) {
      const feature = neighbourPostings[at] as number;
      const place = next[feature] as number;
      wordings[place] = wording;
      next[feature] = place + 1;
    }
  return { starts, wordings };
}

const most = (cosines: Float64Array) => cosines.reduce((highest, one) => Math.max(highest, one), 0);

/** The logarithm of the mean of the exponentiated similarities, in which the highest count by far the most. */
function nearness(cosines: Float64Array): number {
  let sum = 0;
  for (const one of cosines) sum += one === 0 ? 1 : Math.exp(SHARPNESS * one);
  return Math.log(sum / cosines.length);
}
